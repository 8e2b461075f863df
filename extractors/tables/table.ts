import type {
  DocumentKind,
  ExtractedFact,
  ExtractedTable,
  TableBlock,
  TableCell,
  TableRow,
} from '../../schemas/index.ts';
import { readPrintedNumber } from '../numbers/printed-number.ts';
import { isTitleText, statedUnit, withoutFrame } from './caption.ts';
import { classify, isKnownTitle } from './classify.ts';
import type { Columns } from './columns.ts';
import { readColumns } from './columns.ts';
import { readFacts } from './facts.ts';
import { isFinancial } from './financial.ts';
import type { Grid } from './grid.ts';
import { gridOf } from './grid.ts';
import type { Head } from './header-rows.ts';
import { readHead } from './header-rows.ts';
import { canonicalLabel } from './names.ts';
import { readRows } from './rows.ts';
import type { Surroundings } from './surroundings.ts';

/** What is known of a table before its cells are read. */
export interface KnownOfTable {
  readonly id: string;
  readonly section: string;
  readonly documentKind: DocumentKind;
  readonly around: Surroundings;
}

export interface OneTableReading {
  readonly table: ExtractedTable;
  readonly facts: readonly ExtractedFact[];
}

/** Reads one grid: header, columns, rows, form and facts. */
export function readTable(block: TableBlock, known: KnownOfTable): OneTableReading {
  const grid = gridOf(block);
  const head = readHead(grid, block.markedHeaderRows);
  const unit = unitOf(grid, head, block, known.around);
  const columns = readColumns(grid, head, unit);
  const rows = readRows(grid, head, columns);
  const title = titleOf(grid, head, block, known.around);
  const { form, confidence } = classify({
    title,
    headers: new Set(columns.list.flatMap(({ path }) => path.flatMap(headerWords))),
    rows: bodyWords(grid, head, rows),
    documentKind: known.documentKind,
  });
  const financial = isFinancial(form, grid, head, columns, unit);
  const { facts, unread } = financial
    ? readFacts(grid, { id: known.id, place: block.place }, columns.list, rows)
    : { facts: [], unread: [] };
  const table: ExtractedTable = {
    ...plainTable(block, known),
    title,
    kind: form?.key ?? null,
    unit,
    headerRows: head.body,
    note: noteOf(known.around, rows),
    cells: cellsOf(block, head, columns),
    financial,
    confidence,
    columns: financial ? columns.list : [],
    rows: financial ? rows : [],
    unread,
  };
  return { table, facts };
}

/** A table whose meaning is not worked out: its cells and its place. */
export function plainTable(block: TableBlock, { id, section, around }: KnownOfTable): ExtractedTable {
  return {
    id,
    title: around.title,
    kind: null,
    unit: around.unit,
    pages: block.pages,
    headerRows: 0,
    place: block.place,
    note: around.note.join('\n'),
    cells: block.cells.map(({ r, c, rs, cs, text }) => ({ r, c, rs, cs, text, value: null })),
    block: block.index,
    financial: false,
    confidence: 0,
    columns: [],
    rows: [],
    unread: [],
    section,
  };
}

/** The title inside the grid or of the markup, where the lines above give none that is known. */
function titleOf(grid: Grid, head: Head, block: TableBlock, around: Surroundings): string {
  const inside: string[] = [];
  for (let r = 0; r < head.top; r++) {
    for (const { text } of grid.starting(r)) inside.push(withoutFrame(text));
  }
  const candidates = [...inside, around.title, withoutFrame(block.caption ?? '')].filter((text) => text !== '');
  return candidates.find(isKnownTitle) ?? candidates.find(isTitleText) ?? around.title ?? '';
}

/** The money unit stated above the header, in the lines above, in the title, or in a header cell of its own. */
function unitOf(grid: Grid, head: Head, block: TableBlock, around: Surroundings): string {
  for (let r = 0; r < head.top; r++) {
    for (const { text } of grid.starting(r)) {
      const unit = statedUnit(text);
      if (unit !== '') return unit;
    }
  }
  const outside = around.unit || statedUnit(block.caption ?? '') || statedUnit(around.title);
  if (outside !== '') return outside;
  for (let r = head.top; r < head.body; r++) {
    for (const { text } of grid.starting(r)) if (/单\s*位\s*[:：]/.test(text)) return statedUnit(text);
  }
  return '';
}

const UNIT_OF_HEADER = /(?<=.)\((?:单位[:：]?)?(?:亿元|万元|千元|元)\)$/;

/** A header as it stands, and without the unit in brackets behind it: "预算数(单位:万元)" is 预算数. */
function headerWords(text: string): readonly string[] {
  const label = canonicalLabel(text);
  return [label, label.replace(UNIT_OF_HEADER, '')];
}

/** Rows whose texts are looked at when a form is recognised by its content. */
const ROWS_OF_EVIDENCE = 200;
const LONGEST_WORD = 24;

/** Row labels, and the short texts of the first rows: a questionnaire has its telling words anywhere. */
function bodyWords(grid: Grid, head: Head, rows: readonly TableRow[]): ReadonlySet<string> {
  const words = new Set(rows.map(({ label }) => canonicalLabel(label)));
  for (let r = head.top; r < Math.min(grid.rows, head.body + ROWS_OF_EVIDENCE); r++) {
    for (const { text } of grid.starting(r)) if (text.length <= LONGEST_WORD) words.add(canonicalLabel(text));
  }
  return words;
}

function noteOf(around: Surroundings, rows: readonly TableRow[]): string {
  const inside = rows.filter(({ role }) => role === 'note').map(({ label }) => label);
  return [...inside, ...around.note].join('\n');
}

/** Cells with the value of those that stand in a column of amounts below the header. */
function cellsOf(block: TableBlock, head: Head, columns: Columns): TableCell[] {
  return block.cells.map(({ r, c, rs, cs, text }) => {
    const isValue = r >= head.body && columns.list[c]?.role === 'value';
    return { r, c, rs, cs, text, value: isValue ? (readPrintedNumber(text)?.value ?? null) : null };
  });
}
