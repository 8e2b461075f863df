import type { Block, StatusReason } from '../../../schemas/index.ts';
import { levelOf, readNumbering, readsAsHeading } from '../../sections/numbering.ts';
import { flowed } from '../whitespace.ts';
import { tooLargeReason } from './reasons.ts';
import { findRegions } from './regions.ts';
import type { SheetRow, ShownCell } from './shown-cells.ts';
import { MAX_CELLS, referenceOf, tableOf } from './table.ts';

interface SheetOfBook {
  readonly sheet: string;
  /** The sheet's name where it is worth a heading, else "". */
  readonly heading: string;
  readonly firstIndex: number;
}

/** The blocks of one sheet. A cell may hold a whole chapter: each of its lines is a block. */
export function sheetBlocks(
  rows: readonly SheetRow[],
  { sheet, heading, firstIndex }: SheetOfBook,
): { blocks: Block[]; reasons: StatusReason[] } {
  const blocks: Block[] = [];
  const reasons: StatusReason[] = [];
  const first = rows[0]?.cells[0];
  const regions = findRegions(rows);
  const push = (text: string, kind: { kind: 'heading'; level: number } | { kind: 'paragraph' }, cell: string): void => {
    const spans = [{ start: 0, end: text.length, place: { sheet, cell } }];
    blocks.push({ ...kind, index: firstIndex + blocks.length, page: null, text, spans });
  };
  if (first !== undefined && heading !== '' && heading !== flowed(first.text)) {
    push(heading, { kind: 'heading', level: 1 }, referenceOf(first));
  }
  for (const region of regions) {
    if (region.kind === 'table') {
      const { block, cut } = tableOf(region.rows, sheet, firstIndex + blocks.length);
      const isOnly = regions.filter(({ kind }) => kind === 'table').length === 1;
      blocks.push(isOnly ? { ...block, caption: flowed(sheet) } : block);
      if (cut) reasons.push(tooLargeReason(sheet, MAX_CELLS));
      continue;
    }
    for (const text of linesOf(region.cell)) {
      const isHeading = readsAsHeading(text);
      push(
        text,
        isHeading ? { kind: 'heading', level: levelOf(readNumbering(text)) } : { kind: 'paragraph' },
        referenceOf(region.cell),
      );
    }
  }
  return { blocks, reasons };
}

function linesOf({ text }: ShownCell): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map(flowed)
    .filter((line) => line !== '');
}
