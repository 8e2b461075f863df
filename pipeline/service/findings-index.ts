import type { FindingState } from '../../schemas/service/index.ts';
import { type DecidedStates, decidedStates, decidedStatesOf } from '../store/decided-states.ts';
import { yuanOf } from '../store/tidy.ts';
import { type CataloguedDocument, catalogueOf } from './catalogue.ts';
import { compareSizes } from './decimals.ts';
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

/** Every finding, amounts first, the largest difference first of all; the rest by severity, in the order of documents. */
export function indexedFindings(service: Service): readonly IndexedFinding[] {
  const { store, remembered } = service;
  const { byId } = catalogueOf(service);
  return remembered.of('findings', () => {
    const rows = store.db
      .prepare<[], Row>('SELECT document, n, id, type, status, severity, difference, unit FROM findings')
      .all();
    const place = new Map([...byId.keys()].map((id, at) => [id, at]));
    return rows
      .flatMap(({ document: id, difference, unit, ...row }) => {
        const document = byId.get(id);
        return document === undefined ? [] : [{ ...row, document, yuan: yuanOfDifference(difference, unit) }];
      })
      .toSorted(
        (a, b) =>
          compareYuan(a.yuan, b.yuan) ||
          SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
          (place.get(a.document.id) ?? 0) - (place.get(b.document.id) ?? 0) ||
          a.n - b.n,
      );
  });
}

/** A difference of names or directions is no number. */
export function yuanOfDifference(difference: string, unit: string): string | null {
  return /^-?\d+(?:\.\d+)?$/.test(difference) ? yuanOf(difference, unit) : null;
}

function compareYuan(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compareSizes(b, a);
}

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
