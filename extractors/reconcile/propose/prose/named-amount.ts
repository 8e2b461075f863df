import type { ExtractedFigure, Observation } from '../../../../schemas/index.ts';
import type { FigureSubject, Subject } from '../../subjects/index.ts';
import { chooseCells } from './choose-cells.ts';
import type { Prose } from './prose.ts';

/** Where an amount is looked for that a sentence names or takes for granted. */
export interface Wanted {
  readonly subject: FigureSubject | null;
  /** The sentence it is wanted for: statements of the same section count before others. */
  readonly section: string;
  /** Numbers that cannot be meant, by reference. */
  readonly except: readonly (string | null)[];
}

/**
 * The amount of a subject: as stated in the prose of the same section, else in a table, else elsewhere in the prose.
 * null when it is not stated; "ambiguous" when it is stated with different numbers and nothing decides between them.
 */
export function amountOf({ subject, section, except }: Wanted, prose: Prose): Observation | 'ambiguous' | null {
  if (subject === null) return null;
  const figures = subject.alternatives.flatMap((alternative) => prose.subjects.figures(alternative));
  const allowed = figures.filter((figure) => !except.includes(figure.id));
  const here = onlyOne(
    observed(
      allowed.filter((figure) => figure.section === section),
      prose,
    ),
  );
  if (here !== null) return here;
  const cells = subject.alternatives.flatMap((alternative) => prose.subjects.cells(alternative));
  const inTables = onlyOne(cells.flatMap((cell) => prose.observeCell(cell) ?? []));
  return inTables ?? onlyOne(observed(allowed, prose));
}

/** The subject at another stage of the year or in another year. */
export function subjectAt(subject: FigureSubject | null, change: Partial<Subject>): FigureSubject | null {
  if (subject === null) return null;
  return { alternatives: subject.alternatives.map((alternative) => ({ ...alternative, ...change })) };
}

/** Alternatives of several stages together ("预算" may be 年初 or 全年). */
export function subjectAtPhases(subject: FigureSubject | null, phases: readonly string[]): FigureSubject | null {
  if (subject === null) return null;
  return { alternatives: phases.flatMap((phase) => subject.alternatives.map((one) => ({ ...one, phase }))) };
}

function observed(figures: readonly ExtractedFigure[], prose: Prose): readonly Observation[] {
  return figures.flatMap((figure) => prose.observe(figure.id) ?? []);
}

function onlyOne(observations: readonly Observation[]): Observation | 'ambiguous' | null {
  const [first] = observations;
  if (first === undefined) return null;
  const chosen = chooseCells(first, observations);
  return chosen === 'ambiguous' || chosen.length < observations.length ? 'ambiguous' : first;
}
