import { z } from 'zod';

/** Why a document was not read in full. Codes are stable; `message` is for people. */
export const statusReason = z.strictObject({
  code: z.string(),
  page: z.int().positive().optional(),
  message: z.string(),
});

/** A document that was not read in full is never `complete`, and so never reported as clean. */
export const status = z.strictObject({
  state: z.enum(['complete', 'partial', 'unreadable']),
  reasons: z.array(statusReason),
});

export type StatusReason = z.infer<typeof statusReason>;
export type Status = z.infer<typeof status>;
