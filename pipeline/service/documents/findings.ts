import type { z } from 'zod';
import type { Place } from '../../../schemas/index.ts';
import type {
  DocumentFindings,
  documentFindingsQuery,
  FindingNumber,
  Review,
  ServedFinding,
} from '../../../schemas/service/index.ts';
import { excerptFinder } from '../../store/excerpts.ts';
import { earlierReviews, statesOf } from '../../store/reviews.ts';
import { documentId } from '../../store/rows.ts';
import { catalogueOf, documentNamed, headingOf } from '../catalogue.ts';
import { findingReader } from '../finding-rows.ts';
import { numberAfter, pageOfNumbered } from '../paging.ts';
import { ServiceProblem } from '../problems.ts';
import { withoutDocument } from '../references.ts';
import type { Service } from '../service.ts';

/** GET /api/documents/:id/findings */
export function documentFindingsAnswer(
  service: Service,
  id: string,
  { cursor, limit, include }: z.infer<typeof documentFindingsQuery>,
): DocumentFindings {
  documentNamed(service, id);
  const statuses = include.includes('rounding') ? '' : "AND status <> 'rounding'";
  const { db } = service.store;
  const rows = db
    .prepare<[string, number, number], { n: number }>(
      `SELECT n FROM findings WHERE document = ? AND n > ? ${statuses} ORDER BY n LIMIT ?`,
    )
    .all(id, numberAfter(cursor), limit + 1);
  const total = db
    .prepare<[string], number>(`SELECT count(*) FROM findings WHERE document = ? ${statuses}`)
    .pluck()
    .get(id);
  const { items, next } = pageOfNumbered(rows, limit);
  const read = wholeFindingReader(service, id);
  return { items: items.map(({ n }) => read(n)), next, total: total ?? 0 };
}

/** GET /api/documents/:id/findings/:finding */
export function findingAnswer(service: Service, id: string, finding: string): ServedFinding {
  return wholeFindingReader(service, id)(numberOfFinding(service, id, finding));
}

/** Ends the request where the document has no such finding. */
export function numberOfFinding(service: Service, id: string, finding: string): number {
  documentNamed(service, id);
  const n = service.store.db
    .prepare<[string, string], number>('SELECT n FROM findings WHERE document = ? AND id = ?')
    .pluck()
    .get(id, finding);
  if (n === undefined) throw new ServiceProblem('not-found', finding);
  return n;
}

interface OperandRow extends Omit<FindingNumber, 'place' | 'otherDocument' | 'otherSource' | 'excerpt' | 'isSuspect'> {
  readonly place: string;
  readonly source: string | null;
}

function wholeFindingReader(service: Service, id: string): (n: number) => ServedFinding {
  const { store } = service;
  const states = statesOf(store, id);
  const earlier = earlierReviews(store, id, 'message');
  const read = findingReader(store);
  const number = numberReader(service, id);
  const operands = store.db.prepare<[string, number], OperandRow>(
    'SELECT value, unit, label, ref, place, source FROM finding_operands WHERE document = ? AND finding = ? ORDER BY n',
  );
  return (n) => {
    const summary = read(id, n, 'open');
    if (summary === null) throw new ServiceProblem('not-found', `${id} ${n}`);
    const rows = operands.all(id, n);
    const last = rows.at(-1);
    const hasSuspect =
      last !== undefined && rows.length > 1 && last.value === summary.actual && last.unit === summary.unit;
    const before = earlier.get(summary.id);
    return {
      ...summary,
      state: states.get(summary.id) ?? 'open',
      operands: rows.map((row) => ({ ...number(row), isSuspect: hasSuspect && row === last })),
      earlier: before === undefined ? null : reviewOf(before),
    };
  };
}

function numberReader(service: Service, id: string): (row: OperandRow) => Omit<FindingNumber, 'isSuspect'> {
  const { byId } = catalogueOf(service);
  const { artifact } = documentNamed(service, id);
  const excerpt = excerptFinder(service.store, id);
  const tables = tablePlaceFinder(service);
  /** A number in a table that gave no facts has the place of its table: its cell says more, but is read of the whole document. */
  const cellWithin = (own: string, ref: string, place: string): Place | null => {
    const [, table = '', r, c] = /^cell:([^:]+):(\d+):(\d+)$/.exec(ref) ?? [];
    if (table === '' || tables(own).get(table) !== place) return null;
    return service.readings.of(own).placeOfCell(table, Number(r), Number(c));
  };
  return ({ source, place, ref, ...row }) => {
    const named = withoutDocument(ref);
    const other = named.other === null ? undefined : byId.get(documentId(named.other));
    const own = named.other === null ? artifact : (other?.artifact ?? null);
    return {
      ...row,
      ref,
      place: (own === null ? null : cellWithin(own, named.ref, place)) ?? (JSON.parse(place) as Place),
      otherDocument: other === undefined ? null : headingOf(other),
      otherSource: source,
      excerpt: named.other === null ? excerpt(ref) : null,
    };
  };
}

/** Stored places of the tables of a document, by the table's id. */
function tablePlaceFinder({ store }: Service): (artifact: string) => ReadonlyMap<string, string> {
  const found = new Map<string, ReadonlyMap<string, string>>();
  const rows = store.db.prepare<[string], { id: string; place: string }>(
    'SELECT id, place FROM tables WHERE document = ?',
  );
  return (artifact) => {
    const known =
      found.get(artifact) ?? new Map(rows.all(documentId(artifact)).map(({ id, place }) => [id, place] as const));
    found.set(artifact, known);
    return known;
  };
}

function reviewOf({ decision, reason, note, decidedAt, stale }: Review): Review {
  return { decision, reason, note, decidedAt, stale };
}
