import { z } from 'zod';
import { documentKind } from '../disclosure.ts';
import { place } from '../place.ts';
import { anyOf, pageOf, paging } from './common.ts';
import { documentSummary } from './documents.ts';

/** GET /api/units, by name. */
export const unitsQuery = z.strictObject({
  ...paging,
  limit: paging.limit.default(50),
  region: anyOf(z.string()),
  /** Words that stand in the name. */
  q: z.string().max(200).default(''),
});

export const unitSummary = z.strictObject({
  unit: z.string(),
  region: z.string(),
  firstYear: z.int().nullable(),
  lastYear: z.int().nullable(),
  documents: z.int(),
  readInFull: z.int(),
  facts: z.int(),
  /** Without those explained by rounding. */
  findings: z.int(),
});

export const unitList = pageOf(unitSummary);

/** GET /api/units/:unit */
export const unitDetail = z.strictObject({
  unit: z.string(),
  regions: z.array(z.string()),
  /** By year, kind and source. */
  documents: z.array(documentSummary),
  /** One line per form that any of them has, in the order of the standard sets. */
  coverage: z.array(
    z.strictObject({
      kind: documentKind,
      form: z.string(),
      name: z.string(),
      years: z.array(
        z.strictObject({ year: z.int().nullable(), document: z.string(), tables: z.int(), readInFull: z.boolean() }),
      ),
    }),
  ),
});

/** GET /api/rows?unit=…: quantities of a unit that can be followed over the years, most years first. */
export const rowsQuery = z.strictObject({
  unit: z.string().min(1).max(300),
  q: z.string().max(200).default(''),
  limit: paging.limit.default(100),
});

export const rowChoices = z.strictObject({
  items: z.array(
    z.strictObject({
      /** Goes into `?quantity=` of the series: one quantity. */
      quantity: z.string(),
      name: z.string(),
      code: z.string(),
      years: z.array(z.int()),
    }),
  ),
  total: z.int(),
});

/**
 * GET /api/units/:unit/series. `row` as in `gouji series --row`: a code, a name or a part of one (三公 where nothing is
 * given), and all quantities it names come; `quantity` as /api/rows gives it, and exactly that one comes.
 */
export const seriesQuery = z.strictObject({ row: anyOf(z.string().max(200)), quantity: anyOf(z.string().max(500)) });

export const seriesValue = z.strictObject({
  value: z.string(),
  unit: z.string(),
  /** In 元, so that years with different units can be drawn together; null for what is no amount of money. */
  valueYuan: z.string().nullable(),
  name: z.string(),
  code: z.string(),
  /** Title of the table; "" in prose. */
  form: z.string(),
  document: z.string(),
  source: z.string(),
  place,
});

export const seriesBreak = z.strictObject({
  /**
   * renamed, recoded, scope (another series goes on where this one ends), prior-year-disagrees (a later document says
   * otherwise of this year), several-values (one document says two things).
   */
  kind: z.enum(['renamed', 'recoded', 'scope', 'prior-year-disagrees', 'several-values']),
  year: z.int(),
  from: z.string(),
  to: z.string(),
});

export const oneSeries = z.strictObject({
  quantity: z.string(),
  name: z.string(),
  code: z.string(),
  points: z.array(z.strictObject({ year: z.int(), budget: seriesValue.nullable(), final: seriesValue.nullable() })),
  breaks: z.array(seriesBreak),
});

export const unitSeries = z.strictObject({ unit: z.string(), series: z.array(oneSeries) });

export type UnitsQuery = z.infer<typeof unitsQuery>;
export type UnitSummary = z.infer<typeof unitSummary>;
export type UnitList = z.infer<typeof unitList>;
export type UnitDetail = z.infer<typeof unitDetail>;
export type RowsQuery = z.infer<typeof rowsQuery>;
export type RowChoices = z.infer<typeof rowChoices>;
export type SeriesQuery = z.infer<typeof seriesQuery>;
export type SeriesValue = z.infer<typeof seriesValue>;
export type SeriesBreak = z.infer<typeof seriesBreak>;
export type ServedSeries = z.infer<typeof oneSeries>;
export type UnitSeries = z.infer<typeof unitSeries>;
