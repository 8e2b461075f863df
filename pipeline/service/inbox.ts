import type { FindingsQuery, Inbox } from '../../schemas/service/index.ts';
import type { DecidedStates } from '../store/decided-states.ts';
import { catalogueOf, headingOf } from './catalogue.ts';
import { type Filter, filtered } from './facets.ts';
import { findingReader } from './finding-rows.ts';
import { findingStates, type IndexedFinding, indexedFindings, stateOf } from './findings-index.ts';
import { cursorOf, readCursor } from './paging.ts';
import type { Service } from './service.ts';
import { undeterminedUnder } from './undetermined.ts';
import { plain, wordsOf } from './words.ts';

/** GET /api/findings */
export function inboxAnswer(service: Service, query: FindingsQuery): Inbox {
  const states = findingStates(service);
  const all = searched(service, query.q);
  const isRounding = ({ status }: IndexedFinding) => status === 'rounding';
  const withRounding = query.include.includes('rounding') || query.status.includes('rounding');
  const filters = filtersOf(query, states);
  const listed = withRounding ? all : all.filter((finding) => !isRounding(finding));
  const { items, but: ofAnyState, facets } = filtered(listed, filters, 'state');
  const page = pageOf(query.order === 'document' ? byDocument(ofAnyState) : ofAnyState, new Set(items), query);
  return {
    items: shownFindings(service, page.items),
    next: page.next,
    total: page.total,
    facets,
    hidden: {
      rounding: withRounding ? 0 : filtered(all.filter(isRounding), filters).items.length,
      undetermined: undeterminedUnder(service, query),
    },
  };
}

/** All that is shown of findings in a list. */
export function shownFindings(service: Service, findings: readonly IndexedFinding[]): Inbox['items'] {
  const states = findingStates(service);
  const read = findingReader(service.store);
  return findings.flatMap((finding) => {
    const summary = read(finding.document.id, finding.n, stateOf(states, finding));
    // Under its number an ingest may have written another one since the list was made, of which the state is not known.
    return summary?.id !== finding.id ? [] : [{ ...summary, heading: headingOf(finding.document) }];
  });
}

function filtersOf(query: FindingsQuery, states: DecidedStates) {
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
  const texts = textsOf(service);
  return all.filter(({ document, n }) => {
    const text = texts.get(document.id)?.get(n) ?? '';
    return words.every((word) => text.includes(word));
  });
}

/** What words are looked for in, by document and number. */
function textsOf(service: Service): ReadonlyMap<string, ReadonlyMap<number, string>> {
  return service.remembered.of('finding-texts', () => {
    const { byId } = catalogueOf(service);
    const rows = service.store.db
      .prepare<[], { document: string; n: number; text: string }>(
        "SELECT document, n, message || ' ' || message_en AS text FROM findings",
      )
      .all();
    return new Map(
      [...Map.groupBy(rows, ({ document }) => document)].map(([id, of]) => {
        const about = `${byId.get(id)?.unit} ${byId.get(id)?.title}`;
        return [id, new Map(of.map(({ n, text }) => [n, plain(`${about} ${text}`)]))];
      }),
    );
  });
}

/** The findings of one document together, where its largest stands. */
function byDocument(findings: readonly IndexedFinding[]): IndexedFinding[] {
  return [...Map.groupBy(findings, ({ document }) => document.id).values()].flat();
}

/**
 * Decisions take findings out of the list while it is gone through, what the cursor names and what was shown before it: so they
 * keep their places in the order, and only then are left out. Where an ingest took away what the cursor names, its number says
 * where it was.
 */
function pageOf(
  ofAnyState: readonly IndexedFinding[],
  wanted: ReadonlySet<IndexedFinding>,
  { cursor, limit }: FindingsQuery,
) {
  const [document, n, was] = readCursor(cursor) ?? [];
  const isWanted = (one: IndexedFinding) => wanted.has(one);
  const ordered = ofAnyState.filter(isWanted);
  const at = cursor === undefined ? -1 : ofAnyState.findIndex((one) => one.n === n && one.document.id === document);
  const from = cursor === undefined ? 0 : at < 0 ? Number(was) : ofAnyState.slice(0, at + 1).filter(isWanted).length;
  const items = ordered.slice(from, from + limit);
  const last = items.at(-1);
  const end = from + items.length;
  const next = last !== undefined && end < ordered.length ? cursorOf([last.document.id, last.n, end - 1]) : null;
  return { items, next, total: ordered.length };
}
