/** Pages beyond this are not read; the document is then reported as read in part. */
export const MAX_PAGES = 2_000;
