import { z } from 'zod';
import { onePlace, place } from '../place.ts';
import { check } from './checks.ts';
import { outcome } from './common.ts';
import { servedFact, servedFigure, tableSummary } from './documents.ts';

/**
 * Names of printed numbers and of places, the same in findings, checks, links and queries:
 * "cell:<table>:<r>:<c>", "figure:<id>", "text:<block>:<start>:<end>", and for places only "block:<n>", "table:<id>",
 * "row:<table>:<r>", "page:<n>".
 */
export const reference = z.string().max(300);

/** A printed number that can be clicked. */
export const printedNumber = z.strictObject({
  ref: reference,
  /** fact: cell of a financial table; cell: any other cell with digits; figure: quantity in prose; other: digits that state none. */
  kind: z.enum(['fact', 'cell', 'figure', 'other']),
  text: z.string(),
  place: onePlace,
  /** The worst outcome of its relations; null where it takes part in none. */
  outcome: outcome.nullable(),
});

/**
 * GET /api/documents/:id/numbers?page=7, or ?from=0&to=199 (blocks, both included): every number printed there. A number
 * that goes on over a line or page comes once for each part.
 */
export const numbersQuery = z.union([
  z.strictObject({ page: z.coerce.number().int().positive() }),
  z.strictObject({ from: z.coerce.number().int().min(0), to: z.coerce.number().int().min(0) }),
]);

export const printedNumbers = z.strictObject({ items: z.array(printedNumber) });

/** What the program takes a number for. */
export const reading = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('fact'),
    fact: servedFact,
    table: tableSummary,
    /** Header texts from top to bottom. */
    columnPath: z.array(z.string()),
    r: z.int().nonnegative(),
    c: z.int().nonnegative(),
  }),
  z.strictObject({
    kind: z.literal('cell'),
    table: tableSummary,
    columnPath: z.array(z.string()),
    row: z.string(),
    /** What the column holds: code, label, line, value or text; null in tables that are not financial. */
    columnRole: z.enum(['code', 'label', 'line', 'value', 'text']).nullable(),
    r: z.int().nonnegative(),
    c: z.int().nonnegative(),
    value: z.string().nullable(),
    /** It looks like a number but could not be read. */
    isUnread: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('figure'),
    figure: servedFigure,
    sectionTitle: z.string(),
    /** The sentence or paragraph it stands in, and its offsets there. */
    context: z.strictObject({ text: z.string(), start: z.int(), end: z.int() }),
  }),
  z.strictObject({ kind: z.literal('other'), block: z.int().nonnegative() }),
]);

/** GET /api/documents/:id/numbers/:ref */
export const numberDetail = z.strictObject({
  ref: reference,
  text: z.string(),
  place,
  reading,
  /** Every relation it takes part in, holding ones too; broken ones first. Relations of other documents with it as well. */
  checks: z.array(check),
  /** Ids of findings of this document that name it. */
  findings: z.array(z.string()),
});

/** GET /api/documents/:id/places/:ref: where something stands, for links to a place. */
export const locatedPlace = z.strictObject({ ref: reference, place, page: z.int().positive().nullable() });

export const gridCell = z.strictObject({
  r: z.int().nonnegative(),
  c: z.int().nonnegative(),
  rs: z.int().positive(),
  cs: z.int().positive(),
  text: z.string(),
  value: z.string().nullable(),
  /** Its box for each page it stands on; null for a blank cell the medium gives no place for. */
  place: z.union([onePlace, z.array(onePlace)]).nullable(),
  /** fact: a number of the table; header: names a column; the rest by the role of their column. */
  role: z.enum(['header', 'fact', 'code', 'label', 'line', 'value', 'text', 'none']),
  /** The reader was not sure which cell the text belongs to. */
  isDoubtful: z.boolean(),
  /** It looks like a number but could not be read. */
  isUnread: z.boolean(),
  outcome: outcome.nullable(),
});

/** GET /api/documents/:id/tables/:table/grid: the table as it was read, to be laid over its page. */
export const tableGrid = z.strictObject({
  table: tableSummary,
  rows: z.int().nonnegative(),
  columns: z.array(
    z.strictObject({
      path: z.array(z.string()),
      role: z.enum(['code', 'label', 'line', 'value', 'text', 'none']),
      unit: z.string(),
    }),
  ),
  headerRows: z.int().nonnegative(),
  /** First row of each page part after the first. */
  pageBreaks: z.array(z.int().nonnegative()),
  cells: z.array(gridCell),
});

export type PrintedNumber = z.infer<typeof printedNumber>;
export type PrintedNumbers = z.infer<typeof printedNumbers>;
export type NumbersQuery = z.infer<typeof numbersQuery>;
export type Reading = z.infer<typeof reading>;
export type NumberDetail = z.infer<typeof numberDetail>;
export type LocatedPlace = z.infer<typeof locatedPlace>;
export type ServedGridCell = z.infer<typeof gridCell>;
export type TableGrid = z.infer<typeof tableGrid>;
