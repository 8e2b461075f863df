import { z } from 'zod';

/** What stage `fetch` (or a file on disk) hands to `read`: bytes and where they came from. */
export const artifact = z.strictObject({
  /** Lower-case hex SHA-256 of `bytes`. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.instanceof(Uint8Array),
  /** Path or URL as given by the user. */
  source: z.string(),
  /** Charset of the HTTP Content-Type header, where there was one. */
  declaredCharset: z.string().optional(),
});

export type Artifact = z.infer<typeof artifact>;
