import type { FindingState } from '../../schemas/service/index.ts';
import { type DecidedStates, decidedStates, decidedStatesOf } from '../store/decided-states.ts';
import { yuanOf } from '../store/tidy.ts';
import { type CataloguedDocument, catalogueOf } from './catalogue.ts';
import { sizeKey } from './decimals.ts';
import type { Service } from './service.ts';

/** What lists, filters and counts of findings need of each; the rest is read for those that are shown. */
export interface IndexedFinding {
  readonly document: CataloguedDocument;
  readonly n: number;
  readonly id: string;
  readonly type: string;
  readonly status: string;
  readonly severity: string;
  /** Difference in 元; null for what is no amount of money. */
  readonly yuan: string | null;
}

interface Row extends Omit<IndexedFinding, 'document' | 'yuan'> {
  readonly document: string;
  readonly difference: string;
  readonly unit: string;
}

const SEVERITIES: readonly string[] = ['error', 'warning', 'notice'];

/** Every finding of the documents in force, amounts first, the largest difference first of all; the rest by severity, in the order of documents. */
export function indexedFindings(service: Service): readonly IndexedFinding[] {
  const { store, remembered } = service;
  return remembered.of('findings', () => {
    const { inForce } = catalogueOf(service);
    const placed = new Map(inForce.map((document, place) => [document.id, { document, place }]));
    const rows = store.db
      .prepare<[], Row>('SELECT document, n, id, type, status, severity, difference, unit FROM findings')
      .all();
    return rows
      .flatMap(({ document: id, difference, unit, ...row }) => {
        const found = placed.get(id);
        if (found === undefined) return [];
        const { document, place } = found;
        const yuan = yuanOfDifference(difference, unit);
        const severity = SEVERITIES.indexOf(row.severity);
        return [{ finding: { ...row, document, yuan }, size: sizeOf(yuan), severity, place }];
      })
      .toSorted(
        (a, b) =>
          (a.size === b.size ? 0 : a.size > b.size ? -1 : 1) ||
          a.severity - b.severity ||
          a.place - b.place ||
          a.finding.n - b.finding.n,
      )
      .map(({ finding }) => finding);
  });
}

/** What is no amount comes after all amounts. */
function sizeOf(yuan: string | null): string {
  return yuan === null ? '' : sizeKey(yuan);
}

/** A difference of names or directions is no number. */
export function yuanOfDifference(difference: string, unit: string): string | null {
  return /^-?\d+(?:\.\d+)?$/.test(difference) ? yuanOf(difference, unit) : null;
}

/** Findings that are not simply open. */
export function findingStates({ store, remembered }: Service): DecidedStates {
  return remembered.of('finding-states', () => decidedStates(store));
}

/** To be called after this program has written what was decided of a finding: of all others it is still known. */
export function refreshStates({ store, remembered }: Service, finding: string): void {
  remembered.change<DecidedStates>('finding-states', (states) =>
    new Map(states).set(finding, decidedStatesOf(store, finding)),
  );
  remembered.forget('finding-counts');
}

export function stateOf(states: DecidedStates, { document, id }: IndexedFinding): FindingState {
  return states.get(id)?.get(document.id) ?? 'open';
}
