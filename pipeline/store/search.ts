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
  /** Passages that answer, those beyond the limit too. */
  readonly total: number;
  /** Documents that were stored by a program that did not index them. */
  readonly notIndexed: number;
}

/** Version of the store since which documents are indexed. */
const INDEXED_SINCE = 3;

/** As many of the best are compared with the query letter by letter. */
const COMPARED = 200;

/** The passages in which all words of the query occur, those that have its terms literally before the others. */
export function searchPassages(store: Store, query: string, filter: SearchFilter, limit: number): SearchResult {
  const notIndexed = countNotIndexed(store);
  const words = queriedWords(query);
  if (words.length === 0) return { hits: [], total: 0, notIndexed };
  const wanted = {
    match: words.map((word) => `"${word}"`).join(' AND '),
    unit: filter.unit ?? null,
    year: filter.year ?? null,
    kind: filter.kind ?? null,
    allVersions: filter.allVersions ? 1 : 0,
  };
  const total = store.db.prepare<[typeof wanted], number>(`SELECT count(*) ${MATCHING}`).pluck().get(wanted) ?? 0;
  const best = store.db
    .prepare<[typeof wanted & { compared: number }], Hit>(BEST)
    .all({ ...wanted, compared: Math.max(COMPARED, limit) });
  const terms = termsOf(query);
  const literal = ({ text }: Hit) => terms.filter((term) => text.includes(term)).length;
  const hits = best.toSorted((a, b) => literal(b) - literal(a));
  return { hits: hits.slice(0, limit), total, notIndexed };
}

/** The documents to search in are worked out once, not for each of the passages. */
const MATCHING = `
  FROM passage_words CROSS JOIN passages ON passages.id = passage_words.rowid
  WHERE passage_words MATCH @match AND passages.document IN (
    SELECT id FROM documents
    WHERE (@unit IS NULL OR instr(issuer, @unit) > 0) AND (@year IS NULL OR fiscal_year = @year)
      AND (@kind IS NULL OR kind = @kind)
      AND (@allVersions OR id NOT IN (SELECT document FROM superseded_documents)))`;

/** Ids are put in order first and looked up afterwards: a word may be in ten thousand passages, whose texts are long. */
const BEST = `
  WITH best AS (
    SELECT passages.id, bm25(passage_words) AS rank
    ${MATCHING} ORDER BY rank, passages.document, passages.kind, passages.n, passages.r LIMIT @compared)
  SELECT documents.id AS document, documents.source, documents.issuer, documents.fiscal_year AS fiscalYear,
         documents.kind AS documentKind, passages.kind, passages.page,
         iif(passages.kind = 'paragraph', passages.n, NULL) AS block, tables.id AS "table", tables.title AS tableTitle,
         passages.r AS "row", passages.text
  FROM best CROSS JOIN passages ON passages.id = best.id CROSS JOIN documents ON documents.id = passages.document
  LEFT JOIN tables ON tables.document = documents.id AND tables.n = passages.n AND passages.kind <> 'paragraph'
  ORDER BY best.rank, documents.id, passages.kind, passages.n, passages.r`;

function countNotIndexed(store: Store): number {
  const count = store.db
    .prepare<[number], number>("SELECT count(*) FROM stage_runs WHERE stage = 'store' AND version < ?")
    .pluck();
  return count.get(INDEXED_SINCE) ?? 0;
}
