import type { ExtractedFact, ExtractedFigure, ExtractedTable, Extraction } from '../../../schemas/index.ts';
import { cellSubjects } from './cell-subjects.ts';
import type { FigureSubject, Named } from './figure-subjects.ts';
import { subjectOfFigure, subjectOfWhole } from './figure-subjects.ts';
import { readLabel } from './read-label.ts';
import type { RowIndex } from './row-index.ts';
import { indexRows } from './row-index.ts';
import type { Topic } from './section-topics.ts';
import { sectionTopics } from './section-topics.ts';
import type { Subject } from './subject.ts';
import { subjectKey, subjectOfKey } from './subject.ts';
import type { Says } from './vocabulary.ts';

export type { FigureSubject, Named } from './figure-subjects.ts';
export type { SubjectIdentity } from './identities.ts';
export { mayBePartOf, subjectIdentitiesData } from './identities.ts';
export type { RowIndex } from './row-index.ts';
export type { Subject } from './subject.ts';
export { subjectKey, THREE_PUBLIC } from './subject.ts';

/** A cell that measures a subject. */
export interface SubjectCell {
  readonly fact: ExtractedFact;
  readonly table: ExtractedTable;
}

/** What the numbers of one disclosure measure, and where each subject is stated. */
export interface Subjects {
  readonly rows: RowIndex;
  readonly topicOf: (section: string) => Topic;
  /** null when the figure's words are not understood. */
  readonly ofFigure: (figure: ExtractedFigure) => FigureSubject | null;
  /** What a name printed in a section means; null when it is not understood. */
  readonly ofName: (named: Named, section: string) => FigureSubject | null;
  /** What a label says by itself, without what stands around it; null when it is not understood. */
  readonly ofLabel: (label: string) => Says | null;
  /** As `ofName`, of the name of a whole of which something is a share. */
  readonly ofWhole: (named: Named, section: string) => FigureSubject | null;
  /** As `ofName`, of a name that says by itself whose money or which item it means, wherever it is printed. */
  readonly ofExplicitName: (label: string) => FigureSubject | null;
  readonly cells: (subject: Subject) => readonly SubjectCell[];
  /** Every subject that some cell or amount in prose measures. */
  readonly all: readonly Subject[];
  /** Amounts in prose that measure this subject and nothing else, in reading order. */
  readonly figures: (subject: Subject) => readonly ExtractedFigure[];
}

const known = new WeakMap<Extraction, Subjects>();

/** Subjects of a disclosure; worked out once. Linear in its figures and facts. */
export function subjectsOf(extraction: Extraction): Subjects {
  let subjects = known.get(extraction);
  if (!subjects) {
    subjects = resolveSubjects(extraction);
    known.set(extraction, subjects);
  }
  return subjects;
}

function resolveSubjects(extraction: Extraction): Subjects {
  const { document: identity } = extraction;
  const rows = indexRows(extraction);
  const topics = sectionTopics(extraction);
  const topicOf = (section: string): Topic => topics.get(section) ?? {};
  const ofName = (named: Named, section: string): FigureSubject | null =>
    subjectOfFigure(named, { identity, index: rows, topic: topicOf(section) });
  const ofFigure = new Map(extraction.figures.map((figure) => [figure.id, ofName(figure, figure.section)]));
  for (const id of statedUnderSeveralHeads(extraction.figures, ofFigure)) ofFigure.set(id, null);
  const cells = indexCells(extraction, rows);
  const figures = indexFigures(extraction, ofFigure);
  return {
    rows,
    topicOf,
    ofFigure: (figure) => ofFigure.get(figure.id) ?? null,
    ofName,
    ofLabel: (label) => {
      const read = readLabel(label, rows);
      return read.rest === '' ? read.says : null;
    },
    ofWhole: (named, section) => subjectOfWhole(named, { identity, index: rows, topic: topicOf(section) }),
    ofExplicitName: (label) => {
      const { says, names, code } = readLabel(label, rows);
      const explicit = says.fund !== undefined || says.item !== undefined || names.length > 0 || code !== '';
      return explicit ? ofName({ label, qualifier: '', period: '' }, '') : null;
    },
    cells: (subject) => cells.get(subjectKey(subject)) ?? [],
    figures: (subject) => figures.get(subjectKey(subject)) ?? [],
    all: [...new Set([...cells.keys(), ...figures.keys()])].sort().map(subjectOfKey),
  };
}

function indexCells(extraction: Extraction, rows: RowIndex): ReadonlyMap<string, readonly SubjectCell[]> {
  const facts = new Map<string, ExtractedFact[]>();
  for (const fact of extraction.facts) add(facts, fact.table, fact);
  const cells = new Map<string, SubjectCell[]>();
  for (const table of extraction.tables) {
    const context = { identity: extraction.document, index: rows };
    for (const { fact, subjects } of cellSubjects(table, facts.get(table.id) ?? [], context)) {
      for (const subject of subjects) {
        add(cells, subjectKey(subject), { fact, table });
        if (subject.item === 'grand_total') add(cells, subjectKey({ ...subject, flow: 'both' }), { fact, table });
      }
    }
  }
  return cells;
}

function indexFigures(
  extraction: Extraction,
  subjects: ReadonlyMap<string, FigureSubject | null>,
): ReadonlyMap<string, readonly ExtractedFigure[]> {
  const figures = new Map<string, ExtractedFigure[]>();
  for (const figure of extraction.figures) {
    const alternatives = figure.measure === 'amount' ? (subjects.get(figure.id)?.alternatives ?? []) : [];
    const [only] = alternatives;
    if (only && alternatives.length === 1) add(figures, subjectKey(only), figure);
  }
  return figures;
}

/**
 * Items that one section states several times in the same words with different amounts: it lists them under several
 * heads (人员经费 of each 项, then 公用经费 of each) that their words do not repeat. None of them is the item's whole.
 */
function statedUnderSeveralHeads(
  figures: readonly ExtractedFigure[],
  subjects: ReadonlyMap<string, FigureSubject | null>,
): readonly string[] {
  const items = figures.filter(({ id, measure }) => {
    const item = subjects.get(id)?.alternatives[0]?.item ?? '';
    return measure === 'amount' && /^(?:code|name):/.test(item);
  });
  const byWords = Map.groupBy(items, ({ section, label, qualifier, period }) =>
    [section, label, qualifier, period].join('\n'),
  );
  return [...byWords.values()].flatMap((same) =>
    new Set(same.map(({ value, unit }) => value + unit)).size > 1 ? same.map(({ id }) => id) : [],
  );
}

function add<Value>(index: Map<string, Value[]>, key: string, value: Value): void {
  const list = index.get(key);
  if (list) list.push(value);
  else index.set(key, [value]);
}
