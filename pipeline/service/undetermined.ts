import type { Undetermined, UndeterminedQuery } from '../../schemas/service/index.ts';
import { type CataloguedDocument, catalogueOf, headingOf } from './catalogue.ts';
import { CHECK_COLUMNS, type CheckRow, checkReader } from './checks.ts';
import { filtered } from './facets.ts';
import { cursorOf, readCursor } from './paging.ts';
import type { Service } from './service.ts';
import { containsWords, wordsOf } from './words.ts';

/** GET /api/undetermined: document by document, so that no more is read than is shown. */
export function undeterminedAnswer(service: Service, query: UndeterminedQuery): Undetermined {
  const documents = documentsUnder(service, query);
  const types = JSON.stringify(query.type);
  const { db } = service.store;
  const count = db
    .prepare<[string, string, string], number>(
      `SELECT count(*) FROM relations WHERE document = ? AND outcome = 'undetermined'
         AND (? = '[]' OR type IN (SELECT value FROM json_each(?)))`,
    )
    .pluck();
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
  const ofDocument = (document: CataloguedDocument) =>
    query.type.length === 0 ? document.undetermined : (count.get(document.id, types, types) ?? 0);
  return {
    items: page.map(({ document, row }) => ({ ...read(row), heading: headingOf(document) })),
    next: found.length > page.length && last !== undefined ? cursorOf([last.document.id, last.row.n]) : null,
    total: documents.reduce((sum, document) => sum + ofDocument(document), 0),
  };
}

function documentsUnder(service: Service, query: UndeterminedQuery): readonly CataloguedDocument[] {
  const words = wordsOf(query.q);
  const { items } = filtered(catalogueOf(service).documents, {
    unit: { valueOf: ({ unit }) => unit, wanted: query.unit },
    year: { valueOf: ({ year }) => year, wanted: query.year },
    kind: { valueOf: ({ kind }) => kind, wanted: query.kind },
    region: { valueOf: ({ region }) => region, wanted: query.region },
  });
  return items.filter(
    ({ unit, title, undetermined }) =>
      undetermined > 0 && (words.length === 0 || containsWords(`${unit} ${title}`, words)),
  );
}
