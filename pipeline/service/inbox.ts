import type { FindingState, FindingsQuery, Inbox } from '../../schemas/service/index.ts';
import { catalogueOf, headingOf } from './catalogue.ts';
import { type Filter, filtered } from './facets.ts';
import { findingReader } from './finding-rows.ts';
import { findingStates, type IndexedFinding, indexedFindings, stateOf } from './findings-index.ts';
import { pageAfter } from './paging.ts';
import type { Service } from './service.ts';
import { containsWords, wordsOf } from './words.ts';

/** GET /api/findings */
export function inboxAnswer(service: Service, query: FindingsQuery): Inbox {
  const states = findingStates(service);
  const all = searched(service, query.q);
  const isRounding = ({ status }: IndexedFinding) => status === 'rounding';
  const withRounding = query.include.includes('rounding') || query.status.includes('rounding');
  const filters = filtersOf(query, states);
  const { items, facets } = filtered(withRounding ? all : all.filter((finding) => !isRounding(finding)), filters);
  const ordered = query.order === 'document' ? byDocument(items) : items;
  const page = pageOf(ordered, query);
  const read = findingReader(service.store);
  return {
    items: page.items.flatMap((finding) => {
      const summary = read(finding.document.id, finding.n, stateOf(states, finding));
      return summary === null ? [] : [{ ...summary, heading: headingOf(finding.document) }];
    }),
    next: page.next,
    total: page.total,
    facets,
    hidden: {
      rounding: withRounding ? 0 : filtered(all.filter(isRounding), filters).items.length,
      undetermined: undeterminedUnder(service, query),
    },
  };
}

function filtersOf(query: FindingsQuery, states: ReadonlyMap<string, FindingState>) {
  return {
    unit: { valueOf: ({ document }) => document.unit, wanted: query.unit },
    year: { valueOf: ({ document }) => document.year, wanted: query.year },
    kind: { valueOf: ({ document }) => document.kind, wanted: query.kind },
    region: { valueOf: ({ document }) => document.region, wanted: query.region },
    type: { valueOf: ({ type }) => type, wanted: query.type },
    status: { valueOf: ({ status }) => status, wanted: query.status },
    severity: { valueOf: ({ severity }) => severity, wanted: query.severity },
    state: { valueOf: (finding) => stateOf(states, finding), wanted: query.state },
  } as const satisfies Readonly<Record<string, Filter<IndexedFinding>>>;
}

/** Findings with all words of the query in the unit's name, the title or the message. */
function searched(service: Service, q: string): readonly IndexedFinding[] {
  const all = indexedFindings(service);
  const words = wordsOf(q);
  if (words.length === 0) return all;
  const message = service.store.db
    .prepare<[string, number], string>("SELECT message || ' ' || message_en FROM findings WHERE document = ? AND n = ?")
    .pluck();
  return all.filter(({ document, n }) => {
    const about = `${document.unit} ${document.title}`;
    return containsWords(about, words) || containsWords(`${about} ${message.get(document.id, n) ?? ''}`, words);
  });
}

/** The findings of one document together, where its largest stands. */
function byDocument(findings: readonly IndexedFinding[]): IndexedFinding[] {
  return [...Map.groupBy(findings, ({ document }) => document.id).values()].flat();
}

/** What the cursor names may have left the list since, by a decision: then its number says where it was. */
function pageOf(ordered: readonly IndexedFinding[], query: FindingsQuery) {
  const key = ({ document, n }: IndexedFinding) => `${document.id} ${n}`;
  const positions = new Map(ordered.map((finding, at) => [key(finding), at]));
  const positionOf = (finding: IndexedFinding) => positions.get(key(finding)) ?? 0;
  return pageAfter(ordered, query, {
    keyOf: (finding) => [key(finding), positionOf(finding)],
    isAfter: (finding, [last, was]) => {
      const at = positions.get(String(last));
      return positionOf(finding) > (at ?? Number(was) - 1);
    },
  });
}

/** Relations that could not be judged in the documents that the query lets through. */
function undeterminedUnder(service: Service, { unit, year, kind, region }: FindingsQuery): number {
  const { items } = filtered(catalogueOf(service).documents, {
    unit: { valueOf: (document) => document.unit, wanted: unit },
    year: { valueOf: (document) => document.year, wanted: year },
    kind: { valueOf: (document) => document.kind, wanted: kind },
    region: { valueOf: (document) => document.region, wanted: region },
  });
  return items.reduce((sum, { undetermined }) => sum + undetermined, 0);
}
