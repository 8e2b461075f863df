import { z } from 'zod';
import { decimal, documentKind, findingType, finding as publicFinding } from '../disclosure.ts';
import { place } from '../place.ts';
import { anyOf, bilingual, documentHeading, facetValue, findingState, pageOf, paging } from './common.ts';

export const findingStatus = publicFinding.shape.status;
export const severity = publicFinding.shape.severity;

/** What a person said of a finding. */
export const review = z.strictObject({
  /** null: only a note. */
  decision: z.enum(['confirmed', 'dismissed']).nullable(),
  reason: z.string(),
  note: z.string(),
  decidedAt: z.string(),
  /** Why the decision does not hold any more; null where it does. */
  stale: z.enum(['document-replaced', 'finding-gone', 'document-gone']).nullable(),
});

/** A finding as lists show it. */
export const findingSummary = z.strictObject({
  /** Id of the document; with `id` the name of the finding. */
  document: z.string(),
  id: z.string(),
  rule: z.string(),
  type: findingType,
  status: findingStatus,
  severity,
  message: bilingual,
  formula: z.string(),
  expected: z.string(),
  actual: z.string(),
  difference: z.string(),
  unit: z.string(),
  /** The difference in 元 where it is an amount of money; lists are sorted by it. */
  differenceYuan: decimal.nullable(),
  state: findingState,
  review: review.nullable(),
  /** Page of the suspect number; null where the medium has none. */
  page: z.int().positive().nullable(),
});

export const inboxItem = z.strictObject({ ...findingSummary.shape, heading: documentHeading });

/**
 * GET /api/findings: the inbox over all documents that nothing newer has replaced. Amounts first, the largest |difference| in 元 first of all.
 * `order=document` keeps findings of one document together, documents by their largest difference, decided or not.
 * Findings explained by rounding come only with `include=rounding`, relations that could not be judged stand in
 * /api/undetermined.
 */
export const findingsQuery = z.strictObject({
  ...paging,
  limit: paging.limit.default(50),
  order: z.enum(['difference', 'document']).default('difference'),
  unit: anyOf(z.string()),
  year: anyOf(z.coerce.number().int()),
  kind: anyOf(documentKind),
  region: anyOf(z.string()),
  type: anyOf(findingType),
  status: anyOf(findingStatus),
  severity: anyOf(severity),
  state: anyOf(findingState),
  include: anyOf(z.enum(['rounding'])),
  /** Words that stand in the unit's name, the title or the message. */
  q: z.string().max(200).default(''),
});

/** For each filter how many findings each of its values would give, the other filters standing. Most frequent first. */
export const findingFacets = z.strictObject({
  unit: z.array(facetValue),
  year: z.array(facetValue),
  kind: z.array(facetValue),
  region: z.array(facetValue),
  type: z.array(facetValue),
  status: z.array(facetValue),
  severity: z.array(facetValue),
  state: z.array(facetValue),
});

export const inbox = z.strictObject({
  ...pageOf(inboxItem).shape,
  facets: findingFacets,
  /** How many more the switches would show under the same filters. */
  hidden: z.strictObject({ rounding: z.int(), undetermined: z.int() }),
});

/** One number of a finding, with its place. */
export const findingNumber = z.strictObject({
  value: z.string(),
  unit: z.string(),
  label: z.string(),
  ref: z.string(),
  place,
  /** The document it stands in where that is another one; null where it is this one or is not stored. */
  otherDocument: documentHeading.nullable(),
  /** Path or URL of that other document, stored or not; null where it is this one. */
  otherSource: z.string().nullable(),
  /** The words around a number in prose. */
  excerpt: z.strictObject({ before: z.string(), number: z.string(), after: z.string() }).nullable(),
  /** The number that is taken to be misprinted. */
  isSuspect: z.boolean(),
});

/** GET /api/documents/:id/findings, items; also GET /api/documents/:id/findings/:finding */
export const finding = z.strictObject({
  ...findingSummary.shape,
  operands: z.array(findingNumber),
  /** The latest decision about such a finding in an earlier document of the same path or the same unit, year and kind. */
  earlier: review.nullable(),
});

export const documentFindingsQuery = z.strictObject({
  ...paging,
  limit: paging.limit.default(500),
  include: anyOf(z.enum(['rounding'])),
});

export const documentFindings = pageOf(finding);

/**
 * PUT /api/documents/:id/findings/:finding/review, Content-Type application/json: what is said from now on, in place of
 * what was. `dismissed` needs a reason. DELETE takes everything back.
 */
export const reviewRequest = z.strictObject({
  decision: z.enum(['confirmed', 'dismissed']).nullable(),
  reason: z.string().max(10_000).default(''),
  note: z.string().max(10_000).default(''),
});

/** Answer to PUT and DELETE. */
export const reviewed = z.strictObject({ state: findingState, review: review.nullable() });

export type Review = z.infer<typeof review>;
export type FindingSummary = z.infer<typeof findingSummary>;
export type InboxItem = z.infer<typeof inboxItem>;
export type FindingsQuery = z.infer<typeof findingsQuery>;
export type FindingFacets = z.infer<typeof findingFacets>;
export type Inbox = z.infer<typeof inbox>;
export type FindingNumber = z.infer<typeof findingNumber>;
export type ServedFinding = z.infer<typeof finding>;
export type DocumentFindings = z.infer<typeof documentFindings>;
export type ReviewRequest = z.infer<typeof reviewRequest>;
export type Reviewed = z.infer<typeof reviewed>;
