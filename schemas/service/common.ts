import { z } from 'zod';
import { documentKind } from '../disclosure.ts';
import { status } from '../status.ts';

/** What the service answers with, shared by server and page. JSON over HTTP; every answer has a schema here. */

/** A sentence in both languages of the program. */
export const bilingual = z.strictObject({ zh: z.string(), en: z.string() });

/** Every answer that is no success. Codes are stable; the message is for people. */
export const problem = z.strictObject({ code: z.string(), message: bilingual });

/** One page of a list. `next` goes into `?cursor=` for the following one; null at the end. `total` counts all pages. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.strictObject({
    items: z.array(item),
    next: z.string().nullable(),
    total: z.int().nonnegative(),
  });
}

/** `?cursor=&limit=` of every list. A cursor is opaque and belongs to the query it came from. */
export const paging = { cursor: z.string().max(1000).optional(), limit: z.coerce.number().int().min(1).max(500) };

/** A filter that may be given several times (`?type=sum&type=share`): any of them. */
export function anyOf<Value extends z.ZodType>(value: Value) {
  return z.array(value).max(100).default([]);
}

export const documentState = status.shape.state;

/**
 * How the original can be shown: `pdf` by page in a viewer, `html` in a sandboxed frame, `image` as a picture, `blocks` as
 * paragraphs and tables (text, Word, sheets), `none` where nothing of it was kept or read.
 */
export const view = z.enum(['pdf', 'html', 'image', 'blocks', 'none']);

/** The only kind of address that may become a link. */
export const webAddress = z.url({ protocol: /^https?$/ });

/** What is said of a document wherever it is named. */
export const documentHeading = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** The disclosing unit, "" where it is not known. */
  unit: z.string(),
  region: z.string(),
  kind: documentKind,
  year: z.int().nullable(),
  mediaType: z.string(),
  view,
  pages: z.int().nonnegative().nullable(),
  state: documentState,
  /** Path or URL as given to the program; to be shown as text. */
  source: z.string(),
  /** Address it came from, where it came from the web. */
  url: webAddress.nullable(),
});

/** Where a finding stands; `stale`: what was decided was decided of another document, or before this one changed. */
export const findingState = z.enum(['open', 'stale', 'confirmed', 'dismissed']);

export const outcome = z.enum(['holds', 'rounding', 'broken', 'undetermined']);

/** How many there are of one value of a filter; `value` goes into the query as it is. */
export const facetValue = z.strictObject({ value: z.string(), count: z.int().nonnegative() });

export type Bilingual = z.infer<typeof bilingual>;
export type Problem = z.infer<typeof problem>;
export type DocumentView = z.infer<typeof view>;
export type DocumentState = z.infer<typeof documentState>;
export type DocumentHeading = z.infer<typeof documentHeading>;
export type FindingState = z.infer<typeof findingState>;
export type Outcome = z.infer<typeof outcome>;
export type FacetValue = z.infer<typeof facetValue>;
export interface Page<Item> {
  readonly items: Item[];
  readonly next: string | null;
  readonly total: number;
}
