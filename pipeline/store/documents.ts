import type { DocumentKind, Status } from '../../schemas/index.ts';
import { supersededDocuments } from './crawl/versions.ts';
import type { Store } from './open.ts';
import { reading, readingValues } from './statements.ts';

/** One line about a stored document. */
export interface DocumentSummary {
  readonly id: string;
  readonly source: string;
  readonly title: string;
  readonly issuer: string;
  readonly kind: DocumentKind;
  readonly fiscalYear: number | null;
  readonly pages: number | null;
  readonly state: Status['state'];
  readonly tables: number;
  readonly facts: number;
  readonly figures: number;
  /** Findings that are not explained by rounding. */
  readonly findings: number;
  /** Id that all documents of one disclosure share; null before they are grouped. */
  readonly dossier: string | null;
}

const SUMMARY = `
  SELECT id, source, title, issuer, kind, fiscal_year AS fiscalYear, pages, state,
    tables, facts, figures,
    (SELECT count(*) FROM findings WHERE document = documents.id AND status <> 'rounding') AS findings,
    dossier
  FROM documents`;

const IN_ORDER = 'ORDER BY issuer, fiscal_year, kind, source, id';

export function listDocuments(store: Store): DocumentSummary[] {
  return reading<[], DocumentSummary>(store.db, `${SUMMARY} ${IN_ORDER}`).all();
}

export function summaryOf(store: Store, artifact: string): DocumentSummary | undefined {
  return reading<[string], DocumentSummary>(store.db, `${SUMMARY} WHERE artifact = ?`).get(artifact);
}

/** Every path or URL the document was seen under, in order. */
export function sourcesOf(store: Store, id: string): string[] {
  return readingValues<[string], string>(
    store.db,
    `SELECT sources.source FROM sources JOIN documents ON documents.artifact = sources.artifact
       WHERE documents.id = ? ORDER BY sources.source`,
  )
    .all(id)
    .map(String);
}

/** The other documents of the same disclosure, by path. */
export function togetherWith(store: Store, id: string): string[] {
  return readingValues<[string], string>(
    store.db,
    `SELECT other.source FROM documents JOIN documents AS other ON other.dossier = documents.dossier
       WHERE documents.id = ? AND other.id <> documents.id ORDER BY other.source`,
  )
    .all(id)
    .map(String);
}

/** Beginning of an id or SHA-256 that is long enough not to be a word or a year. */
const HASH_PREFIX = /^[0-9a-f]{6,64}$/i;

/**
 * The documents someone may mean by `wanted`: the beginning of an id or SHA-256; else a path as stored; else a part of a
 * path, title or unit. The first kind that matches anything decides.
 */
export function findDocuments(store: Store, wanted: string): DocumentSummary[] {
  const documents = listDocuments(store);
  const byId = HASH_PREFIX.test(wanted) ? artifactsBeginningWith(store, wanted.toLowerCase()) : new Set<string>();
  const bySource = seenUnder(store, wanted);
  const byText = new Set(
    documents
      .filter(({ source, title, issuer }) => [source, title, issuer].some((text) => text.includes(wanted)))
      .map(({ id }) => id),
  );
  const matching = [byId, bySource, byText].find((ids) => ids.size > 0) ?? new Set();
  const found = documents.filter(({ id }) => matching.has(id));
  // A path or a title means the version of today, where there is one; an id means what it names.
  const current = matching === byId ? found : withoutSuperseded(store, found);
  return current.length === 0 ? found : current;
}

/** All but those that another version has replaced wherever they were found. */
export function currentDocuments(store: Store): DocumentSummary[] {
  return withoutSuperseded(store, listDocuments(store));
}

function withoutSuperseded(store: Store, documents: readonly DocumentSummary[]): DocumentSummary[] {
  const superseded = supersededDocuments(store);
  return documents.filter(({ id }) => !superseded.has(id));
}

function artifactsBeginningWith(store: Store, prefix: string): Set<string> {
  // "g" comes after every hex digit: every hash with this prefix lies between the two bounds.
  const ids = readingValues<[string, string], string>(
    store.db,
    'SELECT id FROM documents WHERE artifact >= ? AND artifact < ?',
  ).all(prefix, `${prefix}g`);
  return new Set(ids.map(String));
}

function seenUnder(store: Store, source: string): Set<string> {
  const ids = readingValues<[string], string>(
    store.db,
    'SELECT id FROM documents JOIN sources ON sources.artifact = documents.artifact WHERE sources.source = ?',
  ).all(source);
  return new Set(ids.map(String));
}
