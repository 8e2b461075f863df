import type { Disclosure, Extraction, Status } from '../schemas/index.ts';
import { FORMAT } from '../schemas/index.ts';
import type { Reconciliation } from './reconcile/index.ts';

/** The public JSON of one document: keys and their order as in schemas/disclosure.ts, internals left out. */
export function toDisclosure(
  extraction: Extraction,
  reconciliation: Pick<Reconciliation, 'checks' | 'findings' | 'failures'>,
): Disclosure {
  return {
    format: FORMAT,
    document: extraction.document,
    status: statusAfter(extraction.status, reconciliation.failures),
    sections: [...extraction.sections],
    tables: extraction.tables.map(({ id, title, kind, unit, pages, headerRows, place, note, cells }) => ({
      id,
      title,
      kind,
      unit,
      pages,
      headerRows,
      place,
      note,
      cells,
    })),
    facts: extraction.facts.map(({ table, row, code, column, value, unit, place, block }) => ({
      table,
      row,
      code,
      column,
      value,
      unit,
      place,
      ...(block === undefined ? {} : { block }),
    })),
    figures: extraction.figures.map(({ id, raw, value, unit, label, qualifier, period, measure, section, place }) => ({
      id,
      raw,
      value,
      unit,
      label,
      qualifier,
      period,
      measure,
      section,
      place,
    })),
    checks: reconciliation.checks,
    findings: [...reconciliation.findings],
  };
}

/** What a failed rule would have checked was not checked, and not checked is not passed. */
export function statusAfter(status: Status, failures: Reconciliation['failures']): Status {
  if (failures.length === 0) return status;
  const reasons = failures.map(({ proposer, message }) => ({
    code: 'rule-failed',
    message: `${proposer}: ${message}`,
  }));
  const state = status.state === 'unreadable' ? 'unreadable' : 'partial';
  return { state, reasons: [...status.reasons, ...reasons] };
}
