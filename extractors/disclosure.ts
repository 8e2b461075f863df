import type { Disclosure, Extraction } from '../schemas/index.ts';
import { FORMAT } from '../schemas/index.ts';
import type { Reconciliation } from './reconcile/index.ts';

/** The public JSON of one document: keys and their order as in schemas/disclosure.ts, internals left out. */
export function toDisclosure(extraction: Extraction, reconciliation: Reconciliation): Disclosure {
  return {
    format: FORMAT,
    document: extraction.document,
    status: extraction.status,
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
    facts: extraction.facts.map(({ table, row, code, column, value, unit, place }) => ({
      table,
      row,
      code,
      column,
      value,
      unit,
      place,
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
