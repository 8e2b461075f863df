import { z } from 'zod';
import { bilingual, webAddress } from './common.ts';

/** GET /api/sources: what the last crawl of each source came to. */
export const sourceStatus = z.strictObject({
  source: z.string(),
  started: z.string(),
  /** null: it goes on, or was cut off. */
  ended: z.string().nullable(),
  new: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  withdrawn: z.int(),
  /** Failures that stand, by cause, with some of the addresses. */
  failed: z.array(
    z.strictObject({
      cause: z.string(),
      message: bilingual,
      count: z.int(),
      examples: z.array(z.strictObject({ url: webAddress.nullable(), text: z.string(), lastSeen: z.string() })),
    }),
  ),
  documents: z.int(),
  waiting: z.int(),
  /** When it is due by the schedule of sources.yaml; null where it is not in that file or has no schedule. */
  nextRun: z.string().nullable(),
});

export const sourceList = z.strictObject({
  items: z.array(sourceStatus),
  /** Sources of sources.yaml that were never crawled. */
  notYet: z.array(z.strictObject({ source: z.string(), nextRun: z.string().nullable() })),
  /** False where there is no sources.yaml beside the server: next runs are not known. */
  isScheduled: z.boolean(),
});

export type SourceStatus = z.infer<typeof sourceStatus>;
export type SourceList = z.infer<typeof sourceList>;
