import type { Disclosure, ExtractedFigure, Extraction, Figure, Status } from '../schemas/index.ts';
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
    facts: extraction.facts.map(({ table, row, code, column, value, unit, place, block, confidence }) => ({
      table,
      row,
      code,
      column,
      value,
      unit,
      place,
      ...(block === undefined ? {} : { block }),
      ...(confidence === undefined ? {} : { confidence }),
    })),
    figures: extraction.figures.map(figureOf),
    checks: reconciliation.checks,
    findings: [...reconciliation.findings],
  };
}

function figureOf({ confidence, ...figure }: ExtractedFigure): Figure {
  const { id, raw, value, unit, label, qualifier, period, measure, section, place } = figure;
  const stated = { id, raw, value, unit, label, qualifier, period, measure, section, place };
  return confidence === undefined ? stated : { ...stated, confidence };
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
