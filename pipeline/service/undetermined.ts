import type { Undetermined, UndeterminedQuery } from '../../schemas/service/index.ts';
import { type CataloguedDocument, catalogueOf, headingOf } from './catalogue.ts';
import { CHECK_COLUMNS, type CheckRow, checkReader } from './checks.ts';
import { cursorOf, readCursor } from './paging.ts';
import type { Service } from './service.ts';
import { containsWords, wordsOf } from './words.ts';

/** GET /api/undetermined: document by document, so that no more is read than is shown. */
export function undeterminedAnswer(service: Service, query: UndeterminedQuery): Undetermined {
  const documents = documentsUnder(service, query);
  const types = JSON.stringify(query.type);
  const { db } = service.store;
  const some = db.prepare<[string, number, string, string, number], CheckRow>(
    `SELECT ${CHECK_COLUMNS} FROM relations WHERE document = ? AND outcome = 'undetermined' AND n > ?
       AND (? = '[]' OR type IN (SELECT value FROM json_each(?))) ORDER BY n LIMIT ?`,
  );
  const [lastDocument, lastN] = readCursor(query.cursor) ?? [];
  const first = lastDocument === undefined ? 0 : documents.findIndex(({ id }) => id === lastDocument);
  const found: { readonly document: CataloguedDocument; readonly row: CheckRow }[] = [];
  for (const document of first < 0 ? [] : documents.slice(first)) {
    const after = document.id === lastDocument ? Number(lastN) : -1;
    const left = query.limit + 1 - found.length;
    if (left <= 0) break;
    for (const row of some.all(document.id, after, types, types, left)) found.push({ document, row });
  }
  const page = found.slice(0, query.limit);
  const last = page.at(-1);
  const read = checkReader(service, { places: false });
  return {
    items: page.map(({ document, row }) => ({ ...read(row), heading: headingOf(document) })),
    next: found.length > page.length && last !== undefined ? cursorOf([last.document.id, last.row.n]) : null,
    total: countIn(service, documents, query.type),
  };
}

type Filters = Omit<UndeterminedQuery, 'cursor' | 'limit'>;

/** How many the same filters give. */
export function undeterminedUnder(service: Service, filters: Filters): number {
  return countIn(service, documentsUnder(service, filters), filters.type);
}

function countIn(service: Service, documents: readonly CataloguedDocument[], types: Filters['type']): number {
  const counts = types.length === 0 ? null : countsByType(service);
  const countOf = ({ id, undetermined }: CataloguedDocument) =>
    counts === null
      ? undetermined
      : [...new Set(types)].reduce((sum, type) => sum + (counts.get(id)?.get(type) ?? 0), 0);
  return documents.reduce((total, document) => total + countOf(document), 0);
}

/** By document and type. */
function countsByType({ store, remembered }: Service): ReadonlyMap<string, ReadonlyMap<string, number>> {
  return remembered.of('undetermined', () => {
    const rows = store.db
      .prepare<[], { document: string; type: string; count: number }>(
        `SELECT document, type, count(*) AS count FROM relations WHERE outcome = 'undetermined' GROUP BY document, type`,
      )
      .all();
    const documents = Map.groupBy(rows, ({ document }) => document);
    return new Map([...documents].map(([id, of]) => [id, new Map(of.map(({ type, count }) => [type, count]))]));
  });
}

function documentsUnder(service: Service, query: Filters): readonly CataloguedDocument[] {
  const words = wordsOf(query.q);
  const passes = <T>(wanted: readonly T[], value: T) => wanted.length === 0 || wanted.includes(value);
  return catalogueOf(service).inForce.filter(
    ({ unit, year, kind, region, title, undetermined }) =>
      undetermined > 0 &&
      passes(query.unit, unit) &&
      passes<number | null>(query.year, year) &&
      passes<string>(query.kind, kind) &&
      passes(query.region, region) &&
      (words.length === 0 || containsWords(`${unit} ${title}`, words)),
  );
}
