import { type Subject, subjectsOf } from '../../extractors/reconcile/subjects/index.ts';
import type { DocumentKind, Extraction, Place } from '../../schemas/index.ts';

/** One printed number of a unit: what it measures, of which year and stage, and where it stands. */
export interface Statement {
  /** Fund, side, item and nature of the subject: what is the same in every year. */
  readonly quantity: string;
  readonly subject: Subject;
  readonly year: number;
  readonly phase: string;
  /** As printed beside it: the row, else the column or the words of the sentence. */
  readonly name: string;
  /** Code of the row, "" for others. */
  readonly code: string;
  readonly form: string;
  readonly value: string;
  readonly unit: string;
  readonly place: Place;
  readonly document: string;
  readonly source: string;
  readonly documentYear: number | null;
  readonly documentKind: DocumentKind;
}

/** Every number of a disclosure that is understood well enough to stand in a series, in order of subjects. */
export function statementsOf(extraction: Extraction, document: string): Statement[] {
  const subjects = subjectsOf(extraction);
  const { source, fiscalYear, kind } = extraction.document;
  const about = { document, source, documentYear: fiscalYear, documentKind: kind };
  return subjects.all.flatMap((subject) => {
    const { fund, flow, item, nature, phase } = subject;
    const year = Number(subject.year);
    if (!Number.isInteger(year) || year === 0) return [];
    const what = { ...about, quantity: [fund, flow, item, nature].join('|'), subject, year, phase };
    const cells = subjects.cells(subject).map(({ fact, table }) => {
      const { value, unit, place, code } = fact;
      return { ...what, name: nameOf(fact.row, fact.column), code, form: table.title, value, unit, place };
    });
    const figures = subjects.figures(subject).map(({ label, value, unit, place }) => {
      return { ...what, name: label, code: '', form: '', value, unit, place };
    });
    return [...cells, ...figures];
  });
}

/** A row called 合计 or numbered only says nothing: the column does. */
function nameOf(row: string, column: string): string {
  const last = column.split('/').at(-1) ?? '';
  return /^(?:合计|总计|小计|\d*)$/.test(row.replace(/\s/g, '')) ? last || row : row;
}
