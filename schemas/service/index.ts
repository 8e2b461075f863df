/**
 * The answers of `gouji serve`. All are JSON but two:
 *
 * GET /api/documents/:id/original  the kept bytes, with Range, as an attachment in its own sandbox (for pdf.js and for saving)
 * GET /api/documents/:id/html      the original of an HTML document without anything active or from elsewhere, to be framed with
 *   sandbox="allow-same-origin". Elements carry data-block (index of the block) and data-start (offset in the block's text of
 *   the element's first character); white space aside, their text is the block's. Cells of tables carry data-block and
 *   data-cell ("r:c").
 *
 * Names of units and references are percent-encoded in paths. An answer that is no success is a `problem` with a status of
 * 400 (bad-query), 401 (login-needed), 403 (other-origin, read-only), 404 (not-found), 413 (too-large), 415 (json-needed),
 * 422 (reason-needed), 500 (internal) or 503 (busy).
 */
export * from './checks.ts';
export * from './common.ts';
export * from './documents.ts';
export * from './findings.ts';
export * from './numbers.ts';
export * from './overview.ts';
export * from './search.ts';
export * from './session.ts';
export * from './sources.ts';
export * from './units.ts';
