import { allForms } from '../../extractors/tables/index.ts';
import type { CoverageCell, Overview } from '../../schemas/service/index.ts';
import { type CataloguedDocument, catalogueOf } from './catalogue.ts';
import { findingStates, type IndexedFinding, indexedFindings, stateOf } from './findings-index.ts';
import { shownFindings } from './inbox.ts';
import type { Service } from './service.ts';
import { countsOf } from './session.ts';

/** Differences shown. */
const LARGEST = 10;

/** GET /api/overview */
export function overviewAnswer(service: Service): Overview {
  const { remembered } = service;
  return {
    counts: countsOf(service),
    ...remembered.of('document-states', () => documentStates(service)),
    coverage: remembered.of('coverage', () => coverageOf(service)),
    findings: remembered.of('finding-counts', () => findingCounts(service)),
    largest: shownFindings(service, largestOpen(service)),
  };
}

function documentStates(service: Service): Pick<Overview, 'states' | 'checks'> {
  const { inForce: documents } = catalogueOf(service);
  const sum = (of: 'holds' | 'rounding' | 'broken' | 'undetermined') =>
    documents.reduce((total, document) => total + document[of], 0);
  const inState = (state: string) => documents.filter((document) => document.state === state).length;
  return {
    states: { complete: inState('complete'), partial: inState('partial'), unreadable: inState('unreadable') },
    checks: {
      holds: sum('holds'),
      rounding: sum('rounding'),
      broken: sum('broken'),
      undetermined: sum('undetermined'),
    },
  };
}

/** The findings are in the order of their differences already. */
function largestOpen(service: Service): IndexedFinding[] {
  const states = findingStates(service);
  const largest: IndexedFinding[] = [];
  for (const finding of indexedFindings(service)) {
    if (largest.length === LARGEST) break;
    if (finding.status !== 'rounding' && stateOf(states, finding) === 'open') largest.push(finding);
  }
  return largest;
}

/** Kinds by year, and which forms the documents have. */
function coverageOf(service: Service): CoverageCell[] {
  const { inForce: documents, byId } = catalogueOf(service);
  const forms = formsByDocument(service);
  const cells = Map.groupBy(
    documents.filter(({ isArchive }) => isArchive === 0),
    ({ kind, year }) => `${kind} ${year ?? ''}`,
  );
  const names = allForms();
  const order = new Map([...names.keys()].map((form, at) => [form, at]));
  return [...cells.values()]
    .map((members) => {
      const counts = new Map<string, number>();
      for (const { id } of members)
        for (const form of forms.get(id) ?? []) counts.set(form, (counts.get(form) ?? 0) + 1);
      const [first] = members;
      return {
        kind: first?.kind ?? 'unknown',
        year: first?.year ?? null,
        documents: members.length,
        readInFull: members.filter(({ state }) => state === 'complete').length,
        units: new Set(members.map(({ id }) => byId.get(id)?.unit)).size,
        forms: [...counts]
          .toSorted(([a], [b]) => (order.get(a) ?? order.size) - (order.get(b) ?? order.size) || (a < b ? -1 : 1))
          .map(([form, count]) => ({ form, name: names.get(form)?.name ?? form, documents: count })),
      };
    })
    .toSorted((a, b) => (a.kind < b.kind ? -1 : Number(a.kind > b.kind)) || (a.year ?? 0) - (b.year ?? 0));
}

/** The forms of each document, by its id. */
function formsByDocument({ store, remembered }: Service): ReadonlyMap<CataloguedDocument['id'], readonly string[]> {
  return remembered.of('forms', () => {
    const rows = store.db
      .prepare<[], { document: string; kind: string }>(
        'SELECT DISTINCT document, kind FROM tables WHERE kind IS NOT NULL',
      )
      .all();
    const forms = new Map<string, string[]>();
    for (const { document, kind } of rows) {
      const known = forms.get(document);
      if (known === undefined) forms.set(document, [kind]);
      else known.push(kind);
    }
    return forms;
  });
}

function findingCounts(service: Service): Overview['findings'] {
  const states = findingStates(service);
  const counts = new Map<string, Overview['findings'][number]>();
  for (const finding of indexedFindings(service)) {
    if (finding.status === 'rounding') continue;
    const { type, severity } = finding;
    const state = stateOf(states, finding);
    const key = `${type} ${severity} ${state}`;
    const known = counts.get(key) ?? ({ type, severity, state, count: 0 } as Overview['findings'][number]);
    known.count += 1;
    counts.set(key, known);
  }
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
}
