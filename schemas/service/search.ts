import { z } from 'zod';
import { documentKind } from '../disclosure.ts';
import { documentHeading, paging } from './common.ts';

/** GET /api/search?q=…: passages in which all words occur, those with the words literally first, then short ones. */
export const searchQuery = z.strictObject({
  q: z.string().max(200),
  /** Part of the unit's name. */
  unit: z.string().max(200).optional(),
  year: z.coerce.number().int().optional(),
  kind: documentKind.optional(),
  limit: paging.limit.max(200).default(30),
});

export const searchHit = z.strictObject({
  heading: documentHeading,
  kind: z.enum(['paragraph', 'table', 'row']),
  /** Place of the hit as /documents/:id?place=… takes it. */
  ref: z.string(),
  page: z.int().positive().nullable(),
  /** Title of the table; "" in prose. */
  tableTitle: z.string(),
  /** The passage, cut around the first word found; … where it was cut. */
  text: z.string(),
  /** [start, end) of words of the query in `text`, in order. */
  marks: z.array(z.tuple([z.int(), z.int()])),
});

export const searchResult = z.strictObject({
  query: z.string(),
  hits: z.array(searchHit),
  /** Passages that answer, those beyond the limit too; only so many are counted. */
  total: z.int(),
  /** There are more than `total`. */
  more: z.boolean(),
  /** Documents stored by a program that did not index them: not found however the query reads. */
  notIndexed: z.int(),
});

export type SearchQuery = z.infer<typeof searchQuery>;
export type SearchHit = z.infer<typeof searchHit>;
export type SearchResult = z.infer<typeof searchResult>;
