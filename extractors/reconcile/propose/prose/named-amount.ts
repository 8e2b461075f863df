import type { ExtractedFigure, Observation } from '../../../../schemas/index.ts';
import type { FigureSubject, Subject } from '../../subjects/index.ts';
import { chooseCells } from './choose-cells.ts';
import type { Prose } from './prose.ts';

/** Where an amount is looked for that a sentence names or takes for granted. */
export interface Wanted {
  readonly subject: FigureSubject | null;
  /** The section it is wanted for: its statements count before others. */
  readonly section: string;
  /** Ids of figures that cannot be meant. */
  readonly except: readonly (string | null)[];
}

/** null: not stated. "ambiguous": stated with different numbers, and nothing decides between them. */
export type Found = Observation | 'ambiguous' | null;

/** The amount of a subject: as stated in the prose of the same section, else in a table, else elsewhere in the prose. */
export function amountOf(wanted: Wanted, prose: Prose): Found {
  const here = amountInSection(wanted, prose);
  if (here !== null || wanted.subject === null) return here;
  const cells = wanted.subject.alternatives.flatMap((alternative) => prose.subjects.cells(alternative));
  const inTables = onlyOne(cells.flatMap((cell) => prose.observeCell(cell) ?? []));
  return inTables ?? onlyOne(observed(statements(wanted, prose), prose));
}

/** As `amountOf`, in the prose of the section alone. */
export function amountInSection(wanted: Wanted, prose: Prose): Found {
  const here = statements(wanted, prose).filter(({ section }) => section === wanted.section);
  return onlyOne(observed(here, prose));
}

/** As `amountOf`, in prose alone. */
export function amountInProse(wanted: Wanted, prose: Prose): Found {
  return amountInSection(wanted, prose) ?? onlyOne(observed(statements(wanted, prose), prose));
}

/** The subject at another stage of the year or in another year. */
export function subjectAt(subject: FigureSubject | null, change: Partial<Subject>): FigureSubject | null {
  if (subject === null) return null;
  return { ...subject, alternatives: subject.alternatives.map((alternative) => ({ ...alternative, ...change })) };
}

/** Alternatives of several stages together ("预算" may be 年初 or 全年). */
export function subjectAtPhases(subject: FigureSubject | null, phases: readonly string[]): FigureSubject | null {
  if (subject === null) return null;
  const at = (phase: string): readonly Subject[] => subject.alternatives.map((one) => ({ ...one, phase }));
  return { ...subject, alternatives: phases.flatMap(at) };
}

function statements({ subject, except }: Wanted, prose: Prose): readonly ExtractedFigure[] {
  const figures = (subject?.alternatives ?? []).flatMap((alternative) => prose.subjects.figures(alternative));
  return figures.filter((figure) => !except.includes(figure.id));
}

function observed(figures: readonly ExtractedFigure[], prose: Prose): readonly Observation[] {
  return figures.flatMap((figure) => prose.observe(figure.id) ?? []);
}

function onlyOne(observations: readonly Observation[]): Found {
  const [first] = observations;
  if (first === undefined) return null;
  const chosen = chooseCells(first, observations);
  return chosen === 'ambiguous' || chosen.length < observations.length ? 'ambiguous' : first;
}
