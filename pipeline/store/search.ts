import type { DocumentKind } from '../../schemas/index.ts';
import { queriedWords, termsOf } from '../search/words.ts';
import type { Store } from './open.ts';

export interface SearchFilter {
  /** Part of the unit's name. */
  readonly unit?: string | undefined;
  readonly year?: number | undefined;
  readonly kind?: DocumentKind | undefined;
  /** Also in documents that newer ones have replaced. */
  readonly allVersions?: boolean | undefined;
}

/** A passage that answers a query, and where it stands. */
export interface Hit {
  readonly document: string;
  readonly source: string;
  readonly issuer: string;
  readonly fiscalYear: number | null;
  readonly documentKind: DocumentKind;
  readonly kind: 'paragraph' | 'table' | 'row';
  readonly page: number | null;
  /** Index of the text block; null in tables. */
  readonly block: number | null;
  /** Id of the table and its title; null in prose. */
  readonly table: string | null;
  readonly tableTitle: string | null;
  readonly row: number | null;
  readonly text: string;
}

export interface SearchResult {
  readonly hits: readonly Hit[];
  /** Passages that answer, those beyond the limit too, as far as they were counted. */
  readonly total: number;
  /** There are more than `total`. */
  readonly more: boolean;
  /** Documents that were stored by a program that did not index them. */
  readonly notIndexed: number;
}

/** Version of the store since which documents are indexed. */
const INDEXED_SINCE = 3;

/** As many passages that answer are compared with each other; a word may be in a hundred thousand. */
const RANKED = 2000;

/** Up to as many passages with the words, each is asked of which document it is; beyond, each document which passages it has. */
const FEW = 5000;

/**
 * The passages in which all words of the query occur: those with more of its terms literally first, then short ones. That is the
 * order bm25 gives, too, where every word of a query is in each passage and counted once, but without reading the whole index.
 */
export function searchPassages(store: Store, query: string, filter: SearchFilter, limit: number): SearchResult {
  const notIndexed = countNotIndexed(store);
  const words = queriedWords(query);
  if (words.length === 0) return { hits: [], total: 0, more: false, notIndexed };
  const ranked = Math.max(RANKED, limit);
  const found = candidates(store, words.map((word) => `"${word}"`).join(' AND '), filter, ranked + 1);
  const terms = termsOf(query);
  const best = found
    .slice(0, ranked)
    .map((one) => ({ ...one, literal: terms.filter((term) => one.text.includes(term)).length }))
    .toSorted(
      (a, b) =>
        b.literal - a.literal ||
        a.text.length - b.text.length ||
        compareText(a.document, b.document) ||
        compareText(a.kind, b.kind) ||
        a.n - b.n ||
        (a.r ?? -1) - (b.r ?? -1),
    )
    .slice(0, limit);
  const read = store.db.prepare<[number], Hit>(HIT);
  return {
    hits: best.flatMap(({ id }) => read.get(id) ?? []),
    total: Math.min(found.length, ranked),
    more: found.length > ranked,
    notIndexed,
  };
}

interface Candidate {
  readonly id: number;
  readonly document: string;
  readonly kind: Hit['kind'];
  readonly n: number;
  readonly r: number | null;
  readonly text: string;
}

function candidates({ db }: Store, match: string, filter: SearchFilter, limit: number): Candidate[] {
  const { unit = null, year = null, kind = null, allVersions = false } = filter;
  const wanted = { unit, year, kind, allVersions: allVersions ? 1 : 0 };
  const isNarrowed = unit !== null || year !== null || kind !== null;
  const inAll = isNarrowed ? db.prepare<[string, number], number>(COUNT).pluck().get(match, FEW) : 0;
  if (inAll !== FEW)
    return db.prepare<[typeof wanted & { match: string; limit: number }], Candidate>(IN_PASSAGES).all({
      ...wanted,
      match,
      limit,
    });
  const read = db.prepare<[number], Candidate>(`${CANDIDATE} FROM passages WHERE id = ?`);
  const ranges = db.prepare<[typeof wanted], Range>(RANGES).all(wanted);
  return idsWithin(db.prepare<[string], number>(IDS).pluck().iterate(match), ranges, limit).flatMap(
    (id) => read.get(id) ?? [],
  );
}

/** The first and the last passage of a document: they were written together, so that all between are its own. */
interface Range {
  readonly first: number;
  readonly last: number;
}

/** Both in ascending order, gone through once. */
function idsWithin(ids: Iterable<number>, ranges: readonly Range[], limit: number): number[] {
  const within: number[] = [];
  let at = 0;
  for (const id of ids) {
    while ((ranges[at]?.last ?? Number.POSITIVE_INFINITY) < id) at += 1;
    const range = ranges[at];
    if (range === undefined || within.length === limit) break;
    if (range.first <= id) within.push(id);
  }
  return within;
}

const COUNT = 'SELECT count(*) FROM (SELECT 1 FROM passage_words WHERE passage_words MATCH ? LIMIT ?)';

const CANDIDATE = 'SELECT passages.id, passages.document, passages.kind, passages.n, passages.r, passages.text';

const WANTED = `
  (@unit IS NULL OR instr(documents.issuer, @unit) > 0) AND (@year IS NULL OR documents.fiscal_year = @year)
  AND (@kind IS NULL OR documents.kind = @kind)
  AND (@allVersions OR NOT EXISTS (SELECT 1 FROM superseded_documents WHERE superseded_documents.document = documents.id))`;

const IN_PASSAGES = `
  ${CANDIDATE}
  FROM passage_words CROSS JOIN passages ON passages.id = passage_words.rowid
    CROSS JOIN documents ON documents.id = passages.document
  WHERE passage_words MATCH @match AND ${WANTED} LIMIT @limit`;

const IDS = 'SELECT rowid FROM passage_words WHERE passage_words MATCH ? ORDER BY rowid';

const RANGES = `
  SELECT (SELECT min(id) FROM passages WHERE document = documents.id) AS first,
         (SELECT max(id) FROM passages WHERE document = documents.id) AS last
  FROM documents WHERE ${WANTED} AND first IS NOT NULL ORDER BY first`;

const HIT = `
  SELECT documents.id AS document, documents.source, documents.issuer, documents.fiscal_year AS fiscalYear,
         documents.kind AS documentKind, passages.kind, passages.page,
         iif(passages.kind = 'paragraph', passages.n, NULL) AS block, tables.id AS "table", tables.title AS tableTitle,
         passages.r AS "row", passages.text
  FROM passages JOIN documents ON documents.id = passages.document
  LEFT JOIN tables ON tables.document = documents.id AND tables.n = passages.n AND passages.kind <> 'paragraph'
  WHERE passages.id = ?`;

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function countNotIndexed(store: Store): number {
  const count = store.db
    .prepare<[number], number>("SELECT count(*) FROM stage_runs WHERE stage = 'store' AND version < ?")
    .pluck();
  return count.get(INDEXED_SINCE) ?? 0;
}
