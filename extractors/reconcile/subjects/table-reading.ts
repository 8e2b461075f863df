import type { ExtractedTable, TableColumn, TableRow } from '../../../schemas/index.ts';
import { formOf } from '../../tables/forms.ts';
import type { ReadLabel } from './read-label.ts';
import { readLabel } from './read-label.ts';
import type { RowIndex } from './row-index.ts';
import { plainRowName } from './row-name.ts';
import { isStandalone } from './subject.ts';
import type { Says } from './vocabulary.ts';

/** A table as far as it bears on what its cells measure. */
export interface TableReading {
  readonly title: Says;
  readonly columns: ReadonlyMap<number, ColumnReading>;
  /** Published for 三公, procurement and the like; elsewhere their names are rows of the economic classification. */
  readonly standalone: boolean;
  /** By "lane:r"; rows that say nothing one can rely on are left out. */
  readonly rows: ReadonlyMap<string, RowReading>;
  /** Two sides that end in an equal total: there 总计 means the total with what was carried over. */
  readonly balance: boolean;
  /** Some column holds what was carried over, so a plain 合计 includes it. */
  readonly withCarryOver: boolean;
  /** Some column holds this year's money alone. */
  readonly withCurrent: boolean;
}

export type ColumnReading = Pick<ReadLabel, 'says' | 'years'> & {
  /** Every word of the head is explained. */
  readonly understood: boolean;
  readonly lane: number;
};

export interface RowReading {
  readonly says: Says;
  /** code:… or name:… of the row; "" where the row is a total or a concept. */
  readonly item: string;
}

export function readTable(table: ExtractedTable, index: RowIndex): TableReading {
  const columns = new Map(table.columns.map((column) => [column.c, readColumn(column)]));
  const values = [...columns.values()];
  const title = readLabel(table.title).says;
  const layout = formOf(table.kind)?.layout;
  const lanes = new Set(table.rows.map((row) => row.lane));
  const balance = layout ? layout === 'balance' : title.flow === 'both' && lanes.size > 1;
  return {
    title,
    columns,
    standalone: isStandalone(title.item ?? '') || STANDALONE_FORM.test(table.kind ?? ''),
    rows: readRows(table, { index, balance }),
    balance,
    withCarryOver: values.some(({ says }) => says.item === 'carry_over_in'),
    withCurrent: values.some(({ says }) => says.extent === 'current'),
  };
}

const STANDALONE_FORM = /^(?:final\.09|budget\.07)|agency-operation|procurement|assets/;

/** The words of a header path: the innermost head says what is counted, the heads around it the rest. */
function readColumn(column: TableColumn): ColumnReading {
  let says: Says = {};
  let rest = '';
  const years: string[] = [];
  const items = new Set<string>();
  for (const head of column.path) {
    const read = readLabel(head);
    const { extent } = says;
    says = { ...says, ...read.says };
    if (extent !== undefined && read.says.extent === 'subtotal') says = { ...says, extent };
    rest += read.rest;
    years.push(...read.years);
    if (read.says.item) items.add(read.says.item);
  }
  const brokenDown = CARRIED.some((item) => items.has(item)) && (items.size > 1 || says.nature !== undefined);
  return { says, years, understood: !brokenDown && /^[\d=+()%]*$/.test(rest), lane: column.lane };
}

/** What was carried over, by the nature it is for, is no subject of its own. */
const CARRIED = ['carry_over_in', 'carry_over_out'];

interface RowContext {
  readonly index: RowIndex;
  readonly balance: boolean;
}

function readRows(table: ExtractedTable, context: RowContext): ReadonlyMap<string, RowReading> {
  const readings = new Map<string, RowReading>();
  const ofWholeUnit = table.rows.filter((row) => row.entity === '' && row.role !== 'unit' && row.role !== 'note');
  const ofOneUnit = table.rows.filter((row) => row.entity !== '' && row.role === 'item' && row.code === '');
  const oneLine = ofWholeUnit.length === 1;
  /** Lanes in which a row of what was carried over has been met: the funds below it break it down. */
  const carried = new Map<number, string>();
  for (const row of ofWholeUnit) {
    const reading = oneLine && !CLASSIFIED.test(row.code) ? { says: {}, item: '' } : readRow(row, context);
    if (reading === null) continue;
    const { item } = reading.says;
    if (item?.startsWith('carry_over')) carried.set(row.lane, item);
    else if (reading.says.extent !== undefined) carried.delete(row.lane);
    const inherited = context.balance && isFundOnly(reading) ? carried.get(row.lane) : undefined;
    readings.set(
      `${row.lane}:${row.r}`,
      inherited ? { ...reading, says: { ...reading.says, item: inherited } } : reading,
    );
  }
  // A project is the same whichever unit it is listed under; totals and codes of one of several units are not.
  for (const row of ofOneUnit) {
    const reading = readRow(row, context);
    if (reading?.item.startsWith('name:')) readings.set(`${row.lane}:${row.r}`, reading);
  }
  return readings;
}

/** Codes of the classifications; a single line of a form may bear the code of the unit, which says nothing. */
const CLASSIFIED = /^[235]\d{2}(?:\d{2}){0,3}$/;

function isFundOnly({ says, item }: RowReading): boolean {
  return item === '' && says.fund !== undefined && says.item === undefined && says.extent === undefined;
}

function readRow(row: TableRow, { index, balance }: RowContext): RowReading | null {
  if (row.code !== '') return { says: {}, item: `code:${row.code}` };
  const read = readLabel(row.label);
  if (row.label.trim() === '' && row.role !== 'total') return null;
  if (read.rest === '' && read.code === '') return { says: read.says, item: '' };
  const name = plainRowName(row.label);
  const classes = index.codesOf(name).filter((code) => code.length === 3 && code.startsWith('2'));
  if (balance && classes.length === 1) return { says: {}, item: `code:${classes[0]}` };
  return name.length < 4 ? null : { says: {}, item: `name:${name}` };
}
