/** Pages beyond this are not read; the document is then reported as read in part. */
export const MAX_PAGES = 2_000;
/** Pages that are images are recognised up to this number, for recognition takes seconds a page. */
export const MAX_RECOGNIZED_PAGES = 200;
