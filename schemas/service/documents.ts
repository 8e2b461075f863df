import { z } from 'zod';
import { checks, documentKind } from '../disclosure.ts';
import { onePlace, place } from '../place.ts';
import { anyOf, bilingual, documentHeading, documentState, facetValue, pageOf, paging } from './common.ts';

export const documentCounts = z.strictObject({
  tables: z.int(),
  facts: z.int(),
  figures: z.int(),
  /** Without those explained by rounding. */
  findings: z.int(),
});

export const documentSummary = z.strictObject({ ...documentHeading.shape, counts: documentCounts, checks });

/** GET /api/documents, by unit, year, kind and source. */
export const documentsQuery = z.strictObject({
  ...paging,
  limit: paging.limit.default(50),
  unit: anyOf(z.string()),
  year: anyOf(z.coerce.number().int()),
  kind: anyOf(documentKind),
  region: anyOf(z.string()),
  state: anyOf(documentState),
  /** Words that stand in unit, title or source. */
  q: z.string().max(200).default(''),
});

export const documentList = z.strictObject({
  ...pageOf(documentSummary).shape,
  facets: z.strictObject({
    year: z.array(facetValue),
    kind: z.array(facetValue),
    region: z.array(facetValue),
    state: z.array(facetValue),
  }),
});

export const tableSummary = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** A key of data/forms and the name of that form, or null. */
  form: z.string().nullable(),
  formName: z.string().nullable(),
  unit: z.string(),
  pages: z.array(z.int().positive()),
  place,
  note: z.string(),
  financial: z.boolean(),
  section: z.string(),
  facts: z.int().nonnegative(),
});

export const sectionHeading = z.strictObject({
  id: z.string(),
  level: z.int().positive(),
  number: z.string(),
  title: z.string(),
  place,
});

/** One version that an address gave. */
export const documentVersion = z.strictObject({
  address: z.string(),
  /** 1 is the oldest. */
  n: z.int().positive(),
  seenAt: z.string(),
  /** null: its bytes were kept, but no document is stored. */
  document: z.string().nullable(),
  isThis: z.boolean(),
  isCurrent: z.boolean(),
});

/** GET /api/documents/:id */
export const documentDetail = z.strictObject({
  ...documentSummary.shape,
  sha256: z.string(),
  publishedOn: z.iso.date().nullable(),
  /** Size in points as displayed, by page; empty where the medium has no pages or reading was not kept. */
  pageSizes: z.array(z.strictObject({ width: z.number(), height: z.number() })),
  /** Number of blocks, for /blocks and /numbers. */
  blocks: z.int().nonnegative(),
  /** False where the bytes were too large to keep. */
  hasOriginal: z.boolean(),
  /** Why it was not read in full; codes are those of the public JSON. */
  reasons: z.array(z.strictObject({ code: z.string(), page: z.int().positive().nullable(), message: bilingual })),
  sections: z.array(sectionHeading),
  tables: z.array(tableSummary),
  /** Every path or URL it was seen under. */
  sources: z.array(z.string()),
  /** The other files of the same disclosure. */
  together: z.array(documentHeading),
  versions: z.array(documentVersion),
  /** What the medium says of itself: title, author, created … (keys in lower case). */
  metadata: z.record(z.string(), z.string()),
});

/** GET /api/documents/:id/tables */
export const documentTables = pageOf(tableSummary);

/** GET /api/documents/:id/facts, ?table=t3 */
export const factsQuery = z.strictObject({
  ...paging,
  limit: paging.limit.default(200),
  table: z.string().max(100).optional(),
  /** Words that stand in row, code or column. */
  q: z.string().max(200).default(''),
});

export const servedFact = z.strictObject({
  /** Name of the number in every place of this service: "cell:t3:4:2". */
  ref: z.string(),
  table: z.string(),
  row: z.string(),
  code: z.string(),
  column: z.string(),
  value: z.string(),
  unit: z.string(),
  valueYuan: z.string().nullable(),
  /** Stage of the year the column is about (budget, final …); null where it says none. */
  phase: z.string().nullable(),
  /** The unit whose rows these are, in a table that lists several; null elsewhere. */
  subUnit: z.string().nullable(),
  confidence: z.number().nullable(),
  place,
});

export const documentFacts = pageOf(servedFact);

/** GET /api/documents/:id/figures */
export const figuresQuery = z.strictObject({
  ...paging,
  limit: paging.limit.default(200),
  q: z.string().max(200).default(''),
});

export const servedFigure = z.strictObject({
  /** "figure:f12" */
  ref: z.string(),
  raw: z.string(),
  value: z.string(),
  unit: z.string(),
  valueYuan: z.string().nullable(),
  label: z.string(),
  qualifier: z.string(),
  period: z.string(),
  measure: z.string(),
  section: z.string(),
  confidence: z.number().nullable(),
  place,
  block: z.int().nonnegative(),
});

export const documentFigures = pageOf(servedFigure);

const text = { index: z.int().nonnegative(), page: z.int().positive().nullable(), text: z.string() };

/** Offsets of places (`block`, `start`, `end`) count in `text` as it stands here. */
export const servedBlock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), ...text, level: z.int().min(1).max(9) }),
  z.strictObject({ kind: z.literal('paragraph'), ...text }),
  z.strictObject({ kind: z.literal('list-item'), ...text }),
  z.strictObject({
    kind: z.literal('table'),
    index: z.int().nonnegative(),
    page: z.int().positive().nullable(),
    /** What it was read as: a grid may hold several forms one below the other, each numbering its rows anew. */
    tables: z.array(z.strictObject({ id: z.string(), firstRow: z.int().nonnegative() })),
    caption: z.string(),
    rows: z.int().nonnegative(),
    columns: z.int().nonnegative(),
    headerRows: z.int().nonnegative(),
    cells: z.array(
      z.strictObject({
        r: z.int().nonnegative(),
        c: z.int().nonnegative(),
        rs: z.int().positive(),
        cs: z.int().positive(),
        text: z.string(),
        place: z.union([onePlace, z.array(onePlace)]).nullable(),
      }),
    ),
  }),
]);

/** GET /api/documents/:id/blocks?from=0&limit=200: the blocks of any medium in reading order. */
export const blocksQuery = z.strictObject({
  from: z.coerce.number().int().min(0).default(0),
  limit: paging.limit.default(200),
});

export const documentBlocks = z.strictObject({
  items: z.array(servedBlock),
  /** `from` of the following answer; null at the end. */
  next: z.int().nullable(),
  total: z.int().nonnegative(),
});

export type DocumentCounts = z.infer<typeof documentCounts>;
export type ServedDocument = z.infer<typeof documentSummary>;
export type DocumentsQuery = z.infer<typeof documentsQuery>;
export type DocumentList = z.infer<typeof documentList>;
export type TableSummary = z.infer<typeof tableSummary>;
export type DocumentVersion = z.infer<typeof documentVersion>;
export type DocumentDetail = z.infer<typeof documentDetail>;
export type DocumentTables = z.infer<typeof documentTables>;
export type FactsQuery = z.infer<typeof factsQuery>;
export type ServedFact = z.infer<typeof servedFact>;
export type DocumentFacts = z.infer<typeof documentFacts>;
export type FiguresQuery = z.infer<typeof figuresQuery>;
export type ServedFigure = z.infer<typeof servedFigure>;
export type DocumentFigures = z.infer<typeof documentFigures>;
export type BlocksQuery = z.infer<typeof blocksQuery>;
export type ServedBlock = z.infer<typeof servedBlock>;
export type DocumentBlocks = z.infer<typeof documentBlocks>;
