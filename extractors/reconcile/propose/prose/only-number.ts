import type { Extraction, Observation } from '../../../../schemas/index.ts';
import type { Observations } from '../../observations.ts';
import type { Subject } from '../../subjects/index.ts';
import { subjectsOf } from '../../subjects/index.ts';
import { chooseCells } from './choose-cells.ts';

/** The number a disclosure gives for a subject; null when the document does not state it, or states it with different numbers. */
export function onlyNumber(subject: Subject, extraction: Extraction, observations: Observations): Observation | null {
  const subjects = subjectsOf(extraction);
  const cells = subjects.cells(subject).flatMap(({ fact }) => observations.cell(fact.table, fact.r, fact.c) ?? []);
  const figures = subjects.figures(subject).flatMap(({ id }) => observations.figure(id) ?? []);
  const stated = [...cells, ...figures];
  const [first] = stated;
  if (first === undefined) return null;
  const chosen = chooseCells(first, stated);
  return chosen === 'ambiguous' || chosen.length < stated.length ? null : first;
}
