import { z } from 'zod';
import { checks, documentKind, findingType } from '../disclosure.ts';
import { findingState } from './common.ts';
import { inboxItem, severity } from './findings.ts';
import { session } from './session.ts';

/** How many documents of one kind and year there are, and which forms are in them. */
export const coverageCell = z.strictObject({
  kind: documentKind,
  year: z.int().nullable(),
  documents: z.int(),
  readInFull: z.int(),
  units: z.int(),
  /** `documents`: those of kind and year that have the form. */
  forms: z.array(z.strictObject({ form: z.string(), name: z.string(), documents: z.int() })),
});

/** GET /api/overview */
export const overview = z.strictObject({
  counts: session.shape.counts,
  states: z.strictObject({ complete: z.int(), partial: z.int(), unreadable: z.int() }),
  checks,
  coverage: z.array(coverageCell),
  /** Findings that are not explained by rounding, counted by all three. */
  findings: z.array(z.strictObject({ type: findingType, severity, state: findingState, count: z.int() })),
  /** Open findings with the largest differences. */
  largest: z.array(inboxItem),
});

export type CoverageCell = z.infer<typeof coverageCell>;
export type Overview = z.infer<typeof overview>;
