import type { GridCell } from '../../../schemas/index.ts';
import { MAX_CELLS, rankOf, used, withBlanks } from '../grid.ts';
import { flowed, joinLines } from '../whitespace.ts';
import type { StoryItem } from './story.ts';
import type { WordCell, WordTable } from './table.ts';

export interface WordGrid {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly GridCell[];
  /** True when the table was cut off at MAX_CELLS. */
  readonly cut: boolean;
}

interface PlacedCell {
  readonly cell: WordCell;
  readonly r: number;
  readonly c: number;
  rs: number;
  cs: number;
}

/** The grid of a table: merges as spans, columns and rows where no cell begins taken out. */
export function gridOf(table: WordTable, block: number): WordGrid {
  const { placed, cut } = placeCells(table);
  const rows = used(placed.map(({ r }) => r));
  const columns = used(placed.map(({ c }) => c));
  const cells = placed.map((each) => toGridCell(each, block, rows, columns));
  return { rows: rows.length, columns: columns.length, cells: withBlanks(cells, rows.length, columns.length), cut };
}

function placeCells(table: WordTable): { placed: PlacedCell[]; cut: boolean } {
  const placed: PlacedCell[] = [];
  /** The cell of the row above that begins at a grid column, merged ones as a whole. */
  let above = new Map<number, PlacedCell>();
  let covered = 0;
  for (const [r, row] of table.rows.entries()) {
    const current = new Map<number, PlacedCell>();
    let c = row.before;
    let left: PlacedCell | undefined;
    for (const cell of row.cells) {
      covered += cell.span;
      if (covered > MAX_CELLS) return { placed, cut: true };
      const merged = cell.vertical === 'continue' ? above.get(c) : undefined;
      if (cell.isContinuedFromLeft && left !== undefined && left.r === r) left.cs += cell.span;
      else if (merged !== undefined && merged.cell.vertical !== null && merged.cs === cell.span) {
        merged.rs = r - merged.r + 1;
        current.set(c, merged);
        left = undefined;
      } else {
        left = { cell, r, c, rs: 1, cs: cell.span };
        current.set(c, left);
        placed.push(left);
      }
      c += cell.span;
    }
    above = current;
  }
  return { placed, cut: false };
}

function toGridCell(
  { cell, r, c, rs, cs }: PlacedCell,
  block: number,
  rows: readonly number[],
  columns: readonly number[],
): GridCell {
  const text = cellText(cell);
  const top = rankOf(r, rows);
  const left = rankOf(c, columns);
  return {
    r: top,
    c: left,
    rs: Math.max(1, rankOf(r + rs, rows) - top),
    cs: Math.max(1, rankOf(c + cs, columns) - left),
    text,
    place: text === '' ? null : { block, start: 0, end: text.length },
    ...indentOf(cell, text),
  };
}

/** Lines of a cell were broken for width and are joined. Tables inside it stand by themselves. */
export function cellText({ items }: WordCell): string {
  const lines = items.flatMap((item) =>
    item.kind !== 'paragraph'
      ? []
      : item.lines.map(({ text }, index) => flowed(index === 0 ? item.number + text : text)),
  );
  return joinLines(lines);
}

/** What the first line is moved in by: the paragraph's indent, and ideographic or no-break spaces before the text. */
function indentOf({ items }: WordCell, text: string): { indent?: number } {
  if (text === '') return {};
  const first = items.find(
    (item): item is StoryItem & { kind: 'paragraph' } => item.kind === 'paragraph' && hasText(item),
  );
  if (first === undefined || first.properties.isCentred) return {};
  const lead = /^[ \u00a0\u3000]{1,80}/.exec(first.lines[0]?.text ?? '')?.[0] ?? '';
  const em = [...lead].reduce((sum, char) => sum + (char === '\u3000' ? 1 : 0.5), first.properties.indent);
  return em > 0 ? { indent: em } : {};
}

function hasText(item: StoryItem & { kind: 'paragraph' }): boolean {
  return item.lines.some(({ shown }) => shown > 0);
}
