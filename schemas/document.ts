import { z } from 'zod';
import { onePlace, pagePlace } from './place.ts';
import { statusReason } from './status.ts';

/**
 * What `read` gives, the same for every medium: blocks in reading order.
 * Nothing after `read` asks what the medium was.
 */

/**
 * Where a stretch of a block's text stands. Spans are in text order and do not overlap; characters between spans
 * (a space put where a line was broken) have no place of their own. Inside one span positions are interpolated.
 */
export const textSpan = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  place: onePlace,
});

const blockBase = {
  /** Position in `blocks`; `place.block` of HTML and text refers to it. */
  index: z.int().nonnegative(),
  /** 1-based page the block begins on; null where the medium has no pages. */
  page: z.int().positive().nullable(),
};

/**
 * `text`: as printed, with radicals mapped to ordinary ideographs, lines joined, control and zero-width characters
 * removed. Layout spaces inside words ("万 元") stay: the narrative removes them with an offset map.
 */
const textual = { ...blockBase, text: z.string(), spans: z.array(textSpan) };

export const headingBlock = z.strictObject({
  kind: z.literal('heading'),
  ...textual,
  /** 1 is the highest. From markup where there is some, else from numbering and type size. */
  level: z.int().min(1).max(9),
});

export const paragraphBlock = z.strictObject({ kind: z.literal('paragraph'), ...textual });

/** A list item of marked-up media; PDF items are paragraphs whose text begins with their number. */
export const listItemBlock = z.strictObject({ kind: z.literal('list-item'), ...textual });

export const gridCell = z.strictObject({
  r: z.int().nonnegative(),
  c: z.int().nonnegative(),
  rs: z.int().positive(),
  cs: z.int().positive(),
  /** Lines of a wrapped cell are joined ("灾害防治及应急管理支" + "出" is one word). */
  text: z.string(),
  /** null for a blank cell the medium gives no place for. */
  place: z.union([onePlace, z.array(onePlace)]).nullable(),
  /** Leading indent of the text inside its cell in em, where the medium shows one. */
  indent: z.number().optional(),
  /** True when the reader was not sure which cell the text belongs to. */
  doubtful: z.boolean().optional(),
});

export const tableBlock = z.strictObject({
  kind: z.literal('table'),
  ...blockBase,
  /** Every page the table stands on, ascending; empty where the medium has none. */
  pages: z.array(z.int().positive()),
  rows: z.int().nonnegative(),
  columns: z.int().nonnegative(),
  /** Row-major order (r, then c). Blank cells are present with text "". A merged cell stands at its top-left position. */
  cells: z.array(gridCell),
  /** First row (in this grid) of each page part after the first, for continued tables; repeated headers are dropped. */
  pageBreaks: z.array(z.int().nonnegative()),
  place: z.union([onePlace, z.array(onePlace)]),
  /** Title given by markup (<caption>, sheet name), where there is one. */
  caption: z.string().optional(),
  /** Number of header rows where markup says so (<thead>, <th>). */
  markedHeaderRows: z.int().nonnegative().optional(),
});

export const block = z.discriminatedUnion('kind', [headingBlock, paragraphBlock, listItemBlock, tableBlock]);

/** A word that a program recognised on a page that is an image, with its place and how sure the program is. */
export const recognizedWord = z.strictObject({ ...pagePlace.shape, confidence: z.number().min(0).max(1) });

export const document = z.strictObject({
  mediaType: z.string(),
  /** Number of pages, or null where the medium has none. */
  pages: z.int().nonnegative().nullable(),
  /** Size of each page in points as displayed; empty where the medium has none. */
  pageSizes: z.array(z.strictObject({ width: z.number(), height: z.number() })),
  blocks: z.array(block),
  /** Running headers, footers and page numbers that were set aside (not part of `blocks`). */
  asides: z.array(z.strictObject({ page: z.int().positive(), text: z.string() })),
  /** What the medium says of itself: title, author, created, modified, publication date … (keys in lower case). */
  metadata: z.record(z.string(), z.string()),
  /** Links out of the document (attachments), where the medium has them. */
  links: z.array(z.strictObject({ href: z.string(), text: z.string() })),
  /** Aids of other programs that reading asked for, whether they were there or not; left out where none was. */
  aids: z.array(z.enum(['converter', 'recognizer'])).optional(),
  /** Stretches of recognised text; left out where no page had to be recognised. */
  recognized: z.array(recognizedWord).optional(),
  /** Why the document was not read in full; empty when it was. */
  reasons: z.array(statusReason),
});

export type TextSpan = z.infer<typeof textSpan>;
export type HeadingBlock = z.infer<typeof headingBlock>;
export type ParagraphBlock = z.infer<typeof paragraphBlock>;
export type ListItemBlock = z.infer<typeof listItemBlock>;
export type TextBlock = HeadingBlock | ParagraphBlock | ListItemBlock;
export type GridCell = z.infer<typeof gridCell>;
export type TableBlock = z.infer<typeof tableBlock>;
export type Block = z.infer<typeof block>;
export type RecognizedWord = z.infer<typeof recognizedWord>;
export type Document = z.infer<typeof document>;
