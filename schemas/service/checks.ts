import { z } from 'zod';
import { findingType } from '../disclosure.ts';
import { place } from '../place.ts';
import { anyOf, bilingual, documentHeading, outcome, pageOf, paging } from './common.ts';

/** One number of a relation. */
export const checkOperand = z.strictObject({
  role: z.enum(['part', 'whole', 'left', 'right', 'percent', 'current', 'base', 'amount', 'actual', 'budget', 'value']),
  /** −1 where it is subtracted. */
  sign: z.union([z.literal(1), z.literal(-1)]),
  /** What it is called. */
  name: z.string(),
  /** null: named by the relation but not found. */
  ref: z.string().nullable(),
  value: z.string().nullable(),
  unit: z.string().nullable(),
  place: place.nullable(),
  /** The document it stands in where that is another one. */
  otherDocument: z.string().nullable(),
});

/** A relation that was judged, holding ones too: which numbers were checked against each other, and why. */
export const check = z.strictObject({
  document: z.string(),
  n: z.int().nonnegative(),
  rule: z.string(),
  kind: z.string(),
  type: findingType,
  strength: z.string(),
  direction: z.string().nullable(),
  outcome,
  /** Why it is undetermined, a stable code; null elsewhere. */
  reason: z.string().nullable(),
  expected: z.string(),
  actual: z.string(),
  difference: z.string(),
  unit: z.string(),
  formula: z.string(),
  why: bilingual,
  operands: z.array(checkOperand),
});

/** GET /api/documents/:id/checks */
export const checksQuery = z.strictObject({
  ...paging,
  limit: paging.limit.default(100),
  outcome: anyOf(outcome),
  type: anyOf(findingType),
  /** Only relations in which this number takes part. */
  ref: z.string().max(300).optional(),
  /** Only this one. */
  n: z.coerce.number().int().nonnegative().optional(),
});

export const documentChecks = pageOf(check);

/**
 * GET /api/undetermined: relations that could not be judged, over all documents, by unit, year and document. Operands have no
 * place here: /api/documents/:id/places/:ref leads to it.
 */
export const undeterminedQuery = z.strictObject({
  ...paging,
  limit: paging.limit.default(50),
  unit: anyOf(z.string()),
  year: anyOf(z.coerce.number().int()),
  kind: anyOf(z.string()),
  region: anyOf(z.string()),
  type: anyOf(findingType),
  q: z.string().max(200).default(''),
});

export const undetermined = pageOf(z.strictObject({ ...check.shape, heading: documentHeading }));

export type Check = z.infer<typeof check>;
export type CheckOperand = z.infer<typeof checkOperand>;
export type ChecksQuery = z.infer<typeof checksQuery>;
export type DocumentChecks = z.infer<typeof documentChecks>;
export type UndeterminedQuery = z.infer<typeof undeterminedQuery>;
export type Undetermined = z.infer<typeof undetermined>;
