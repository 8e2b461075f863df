import type { DocumentList, DocumentsQuery } from '../../../schemas/service/index.ts';
import { type CataloguedDocument, catalogueOf, summaryOf } from '../catalogue.ts';
import { type Filter, filtered } from '../facets.ts';
import { pageAfter } from '../paging.ts';
import type { Service } from '../service.ts';
import { containsWords, wordsOf } from '../words.ts';

/** GET /api/documents */
export function documentsAnswer(service: Service, query: DocumentsQuery): DocumentList {
  const { documents, byId } = catalogueOf(service);
  const words = wordsOf(query.q);
  const named = documents.filter(
    ({ unit, title, source }) => words.length === 0 || containsWords(`${unit} ${title} ${source}`, words),
  );
  const { items, facets } = filtered(named, {
    unit: { valueOf: ({ unit }) => unit, wanted: query.unit },
    year: { valueOf: ({ year }) => year, wanted: query.year },
    kind: { valueOf: ({ kind }) => kind, wanted: query.kind },
    region: { valueOf: ({ region }) => region, wanted: query.region },
    state: { valueOf: ({ state }) => state, wanted: query.state },
  } as const satisfies Readonly<Record<string, Filter<CataloguedDocument>>>);
  const positions = new Map([...byId.keys()].map((id, at) => [id, at]));
  const page = pageAfter(items, query, {
    keyOf: ({ id }) => [id],
    isAfter: ({ id }, [last]) => (positions.get(id) ?? 0) > (positions.get(String(last)) ?? -1),
  });
  const { unit: _unit, ...others } = facets;
  return { ...page, items: page.items.map(summaryOf), facets: others };
}
