/** Caps that keep time and memory of one page bounded. A page that reaches one is reported as not read in full. */

/** Instructions of one page's content stream (a dense real page has about 20,000). */
export const MAX_OPERATORS = 1_000_000;
/** Glyphs shown on one page (a dense real page has about 8,000). */
export const MAX_GLYPHS = 100_000;
/** Ruling lines and filled boxes of one page (a real table page has about 3,000). */
export const MAX_SHAPES = 20_000;
/** Nested q…Q, forms and groups. */
export const MAX_STATE_DEPTH = 200;
