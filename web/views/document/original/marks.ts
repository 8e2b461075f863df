import type { CheckOperand, ServedFinding } from '../../../../schemas/service/index.ts';
import { allPlaces, type OnePlace, type Place } from '../../../components/places.ts';
import { formulaOrder, formulaRanks } from '../formula.ts';

export type MarkTone = 'suspect' | 'number' | 'place';

/** A box to be drawn in the original: one number of a finding or relation, or a place that a link names. */
export interface Mark {
  readonly key: string;
  /** Letter that stands at the box and in the formula. */
  readonly letter: string;
  readonly tone: MarkTone;
  readonly ref: string | null;
  readonly places: readonly OnePlace[];
  /** Id of the document it stands in where that is another one. */
  readonly otherDocument: string | null;
}

/** Letters of the operands of a formula, by their position. */
export function lettersOf(
  formula: string,
  values: readonly (string | null)[],
  ranks: readonly number[] = [],
): readonly string[] {
  const letters: string[] = [];
  for (const [rank, index] of formulaOrder(
    formula,
    values.map((value) => value ?? ''),
    ranks,
  ).entries()) {
    letters[index] = rank < 26 ? String.fromCharCode(65 + rank) : String(rank + 1);
  }
  return letters;
}

export function findingMarks(finding: ServedFinding): readonly Mark[] {
  const { formula, operands } = finding;
  const letters = lettersOf(
    formula,
    operands.map(({ value }) => value),
    formulaRanks(finding),
  );
  return operands.map((operand, index) => ({
    key: `o${index}`,
    letter: letters[index] ?? '',
    tone: operand.isSuspect ? 'suspect' : 'number',
    ref: operand.ref,
    places: allPlaces(operand.place),
    otherDocument: operand.otherDocument?.id ?? null,
  }));
}

/** Operands that were named by the relation but not found have no place, and so no box. */
export function checkMarks(formula: string, operands: readonly CheckOperand[]): readonly Mark[] {
  const letters = lettersOf(
    formula,
    operands.map(({ value }) => value),
  );
  return operands.flatMap((operand, index) =>
    operand.place === null
      ? []
      : [
          {
            key: `o${index}`,
            letter: letters[index] ?? '',
            tone: 'number' as const,
            ref: operand.ref,
            places: allPlaces(operand.place),
            otherDocument: operand.otherDocument,
          },
        ],
  );
}

export function placeMark(place: Place, ref: string | null): Mark {
  return { key: 'place', letter: '', tone: 'place', ref, places: allPlaces(place), otherDocument: null };
}
