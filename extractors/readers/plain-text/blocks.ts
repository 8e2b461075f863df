import type { Block } from '../../../schemas/index.ts';
import { levelOf, readNumbering, readsAsHeading } from '../../sections/numbering.ts';
import { gridOf } from './grid.ts';
import type { Line } from './lines.ts';
import { brokenWidth, continues, joinParagraph } from './paragraphs.ts';
import { readTableAt, type TextTable, unmarked } from './table-lines.ts';

const MARKDOWN_HEADING = /^(#{1,6})\s{1,9}(.{1,2000}?)\s{0,9}#{0,6}$/;
const BULLET = /^[-*+•·●]\s{1,9}(?=\S)/;
/** A line of Markdown that is bold from end to end and as short as a heading. */
const BOLD_LINE = /^(?:\*\*|__)([^*_]{1,60})(?:\*\*|__)$/;
/** Ruled lines and fences of Markdown carry no text. */
const ORNAMENT = /^(?:[-=_*]{3,}|`{3,}.{0,20})$/;

interface OpenParagraph {
  readonly lines: string[];
  readonly kind: 'paragraph' | 'list-item';
}

/** Blocks of a text file in order. Places are offsets in the block's own text. */
export function readTextBlocks(lines: readonly Line[]): Block[] {
  const width = brokenWidth(lines.map((line) => line.trimmed));
  const blocks: Block[] = [];
  let open: OpenParagraph | null = null;
  let gap = false;

  const close = (): void => {
    if (open !== null) pushText(blocks, joinParagraph(open.lines), open.kind);
    open = null;
  };

  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]?.trimmed ?? '';
    if (line === '' || ORNAMENT.test(line)) {
      gap = true;
      continue;
    }
    const table = readTableAt(lines, at);
    if (table !== null) {
      close();
      pushTable(blocks, table);
      at += table.lines - 1;
      gap = false;
      continue;
    }
    const current: OpenParagraph | null = open;
    const last: string = current === null ? '' : ((current as OpenParagraph).lines.at(-1) ?? '');
    if (current !== null && continues(last, line, width, gap)) (current as OpenParagraph).lines.push(line);
    else {
      close();
      open = openLine(blocks, line);
    }
    gap = false;
  }
  close();
  return blocks;
}

/** Headings close at once; anything else stays open for lines that go on with it. */
function openLine(blocks: Block[], line: string): OpenParagraph | null {
  const heading = MARKDOWN_HEADING.exec(line);
  if (heading?.[1] !== undefined && heading[2] !== undefined) {
    pushHeading(blocks, unmarked(heading[2]).replaceAll('**', ''), heading[1].length);
    return null;
  }
  const bold = BOLD_LINE.exec(line)?.[1];
  if (bold !== undefined && !/[。；，：]/.test(bold)) {
    pushHeading(blocks, bold, levelOf(readNumbering(bold)));
    return null;
  }
  const isItem = BULLET.test(line);
  return { lines: [unmarked(line.replace(BULLET, ''))], kind: isItem ? 'list-item' : 'paragraph' };
}

function pushText(blocks: Block[], text: string, kind: 'paragraph' | 'list-item'): void {
  if (text === '') return;
  if (kind === 'paragraph' && readsAsHeading(text)) pushHeading(blocks, text, levelOf(readNumbering(text)));
  else blocks.push({ kind, ...textual(blocks.length, text) });
}

function pushHeading(blocks: Block[], text: string, level: number): void {
  blocks.push({ kind: 'heading', level, ...textual(blocks.length, text) });
}

function textual(index: number, text: string) {
  const place = { block: index, start: 0, end: text.length };
  return { index, page: null, text, spans: [{ start: 0, end: text.length, place }] };
}

function pushTable(blocks: Block[], table: TextTable): void {
  const index = blocks.length;
  const { rows, columns, cells } = gridOf(table.rows, index);
  const length = cells.reduce((sum, cell) => sum + cell.text.length + cell.cs, 0);
  blocks.push({
    kind: 'table',
    index,
    page: null,
    pages: [],
    rows,
    columns,
    cells: [...cells],
    pageBreaks: [],
    place: { block: index, start: 0, end: length },
    ...(table.headerRows === undefined ? {} : { markedHeaderRows: table.headerRows }),
  });
}
