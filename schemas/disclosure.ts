import { z } from 'zod';
import { place } from './place.ts';
import { status } from './status.ts';

/**
 * The public interface: what `gouji extract` prints, what the database holds and what `export --format jsonl` writes.
 * Key order is part of it. A change of shape raises `format`.
 */
export const FORMAT = 'gouji.disclosure/1';

/** Decimal string with the printed precision, no thousands separators. */
export const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);

/**
 * How sure the recognition program was of a number on a page that is an image, 0…1 with two decimals; left out for numbers
 * that the document itself gives as text.
 */
export const confidence = z.number().min(0).max(1).optional();

export const documentKind = z.enum(['final_accounts', 'budget', 'performance_report', 'unknown']);

export const identity = z.strictObject({
  sha256: z.string(),
  mediaType: z.string(),
  source: z.string(),
  title: z.string(),
  /** The disclosing unit's full name, as printed. */
  issuer: z.string(),
  kind: documentKind,
  fiscalYear: z.int().nullable(),
  publishedOn: z.iso.date().nullable(),
  pages: z.int().nonnegative().nullable(),
});

export const section = z.strictObject({
  id: z.string(),
  level: z.int().positive(),
  number: z.string(),
  title: z.string(),
  place,
});

export const tableCell = z.strictObject({
  r: z.int().nonnegative(),
  c: z.int().nonnegative(),
  rs: z.int().positive(),
  cs: z.int().positive(),
  text: z.string(),
  value: decimal.nullable(),
});

export const table = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** A key of data/forms, or null. */
  kind: z.string().nullable(),
  unit: z.string(),
  pages: z.array(z.int().positive()),
  headerRows: z.int().nonnegative(),
  place,
  note: z.string(),
  cells: z.array(tableCell),
});

export const fact = z.strictObject({
  table: z.string(),
  row: z.string(),
  code: z.string(),
  /** Header path, joined with "/". */
  column: z.string(),
  value: decimal,
  unit: z.string(),
  place,
  /** The unit whose rows these are, in a table that lists several units one below the other; left out elsewhere. */
  block: z.string().optional(),
  confidence,
});

export const measure = z.enum([
  'amount',
  'change_amount',
  'change_percent',
  'share_percent',
  'completion_percent',
  'other_percent',
  'headcount',
  'count',
  'score',
  'other',
]);

export const figure = z.strictObject({
  id: z.string(),
  raw: z.string(),
  value: decimal,
  unit: z.string(),
  label: z.string(),
  qualifier: z.string(),
  period: z.string(),
  measure,
  /** Id of the section it stands in, "" before the first. */
  section: z.string(),
  place,
  confidence,
});

export const checks = z.strictObject({
  holds: z.int().nonnegative(),
  rounding: z.int().nonnegative(),
  broken: z.int().nonnegative(),
  undetermined: z.int().nonnegative(),
});

export const findingType = z.enum([
  'sum',
  'share',
  'change',
  'completion',
  'narrative_vs_table',
  'cross_table',
  'cross_section',
  'cross_document',
  'unit',
  'direction',
  'year',
  'name',
  'missing',
  'logic',
]);

export const findingOperand = z.strictObject({
  value: z.string(),
  unit: z.string(),
  label: z.string(),
  /** "fact:<n>" (index in `facts`), "cell:<table>:<r>:<c>", "figure:<id>" or "text:<block>:<start>". */
  ref: z.string(),
  place,
  /** Source of the document the operand stands in, where it is another one than this. */
  source: z.string().optional(),
});

export const finding = z.strictObject({
  /** Stable over re-runs of the same document and rules. */
  id: z.string(),
  rule: z.string(),
  type: findingType,
  status: z.enum(['mismatch', 'rounding', 'unit_error', 'implausible']),
  severity: z.enum(['error', 'warning', 'notice']),
  message: z.string(),
  formula: z.string(),
  expected: z.string(),
  actual: z.string(),
  difference: z.string(),
  unit: z.string(),
  /**
   * Numbers that may be the wrong one come last. A single suspect (its correction repairs most relations) is the last of
   * all, and `actual` in `unit` is what it reads; where several are equally likely the last one reads otherwise.
   */
  operands: z.array(findingOperand),
});

export const disclosure = z.strictObject({
  format: z.literal(FORMAT),
  document: identity,
  status,
  sections: z.array(section),
  tables: z.array(table),
  facts: z.array(fact),
  figures: z.array(figure),
  checks,
  findings: z.array(finding),
});

export type DocumentKind = z.infer<typeof documentKind>;
export type Identity = z.infer<typeof identity>;
export type Section = z.infer<typeof section>;
export type TableCell = z.infer<typeof tableCell>;
export type Table = z.infer<typeof table>;
export type Fact = z.infer<typeof fact>;
export type Measure = z.infer<typeof measure>;
export type Figure = z.infer<typeof figure>;
export type Checks = z.infer<typeof checks>;
export type FindingType = z.infer<typeof findingType>;
export type FindingOperand = z.infer<typeof findingOperand>;
export type Finding = z.infer<typeof finding>;
export type Disclosure = z.infer<typeof disclosure>;

/** The number that is taken to be misprinted; null where the finding cannot tell which one is. */
export function suspectOf({ actual, unit, operands }: Finding): FindingOperand | null {
  const last = operands.at(-1);
  return last !== undefined && operands.length > 1 && last.value === actual && last.unit === unit ? last : null;
}
