import { z } from 'zod';

/** GET /api/session */
export const session = z.strictObject({
  program: z.strictObject({ name: z.literal('gouji'), version: z.string() }),
  /** File name of the database, without its folder. */
  database: z.string(),
  /** False where the database is read-only: decisions are refused with `read-only`. */
  canWrite: z.boolean(),
  /** Language the program was started in; the page may remember another. */
  language: z.enum(['zh', 'en']),
  counts: z.strictObject({
    documents: z.int(),
    units: z.int(),
    tables: z.int(),
    facts: z.int(),
    figures: z.int(),
    /** Without those explained by rounding. */
    findings: z.int(),
  }),
});

export type Session = z.infer<typeof session>;
