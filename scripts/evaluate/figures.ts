import type { Figure } from '../../schemas/index.ts';
import type { GoldFigure } from './gold.ts';
import { absolute, comparable, comparableNumber, comparableUnit, type Score, scoreOf, similarity } from './text.ts';

/** Money, percentages and head counts: what the accounts are about. */
const CORE = new Set([
  'amount',
  'change_amount',
  'change_percent',
  'share_percent',
  'completion_percent',
  'other_percent',
  'headcount',
]);
const SAME_NAME = 0.6;

export interface FigureScore {
  readonly all: Score;
  readonly core: Score;
  /** Shares of the core figures found that are named, classified and dated right. */
  readonly label: number;
  readonly measure: number;
  readonly period: number;
  readonly mistakes: readonly string[];
}

type Named = Pick<GoldFigure, 'label' | 'qualifier'>;

/** 1 when the printed name is the same or contains the other; else the bigram similarity. */
function nameScore(expected: Named, found: Named): number {
  const [label, foundLabel] = [comparable(expected.label), comparable(found.label)];
  const qualified = comparable(expected.qualifier) + label;
  const foundQualified = comparable(found.qualifier) + foundLabel;
  if (label === '') return 1;
  if (
    foundLabel !== '' &&
    (foundQualified.includes(label) || (foundLabel.length > 1 && qualified.includes(foundLabel)))
  )
    return 1;
  return Math.max(
    similarity(label, foundLabel),
    similarity(qualified, foundQualified),
    similarity(label, foundQualified),
  );
}

/** Quantities in Chinese numerals are welcome but neither a miss nor a false alarm. */
const isOptional = (figure: { readonly raw: string }): boolean => !/^[-+－—]?\s*[\d０-９]/.test(figure.raw.trim());

/** Pairs of equal value and unit in reading order that make the most of names: a longest common subsequence with weights. */
function alignInOrder(expected: readonly GoldFigure[], found: readonly Figure[]): [number, number][] {
  const keyOf = (figure: { value?: string | null | undefined; unit?: string | null | undefined }): string | null => {
    const number = comparableNumber(figure.value);
    return number === null ? null : `${absolute(number)} ${comparableUnit(figure.unit)}`;
  };
  const [wanted, have] = [expected.map(keyOf), found.map(keyOf)];
  const best = Array.from({ length: expected.length + 1 }, () => new Float64Array(found.length + 1));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = expected.length - 1; i >= 0; i--) {
    for (let j = found.length - 1; j >= 0; j--) {
      const [gold, figure, row] = [expected[i], found[j], best[i]];
      if (!gold || !figure || !row) continue;
      const skip = Math.max(at(i + 1, j), at(i, j + 1));
      const same = wanted[i] !== null && wanted[i] === have[j];
      row[j] = same ? Math.max(skip, at(i + 1, j + 1) + 1 + 0.5 * nameScore(gold, figure)) : skip;
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < expected.length && j < found.length; ) {
    if (at(i, j) === at(i + 1, j)) i++;
    else if (at(i, j) === at(i, j + 1)) j++;
    else pairs.push([i++, j++]);
  }
  return pairs;
}

export function scoreFigures(goldFigures: readonly GoldFigure[], figures: readonly Figure[]): FigureScore {
  const expected = goldFigures.filter((figure) => !isOptional(figure));
  const found = figures.filter((figure) => !isOptional(figure));
  const pairs = alignInOrder(expected, found).flatMap(([i, j]) => {
    const [gold, figure] = [expected[i], found[j]];
    return gold && figure ? [{ gold, figure }] : [];
  });
  const core = pairs.filter(({ gold }) => CORE.has(gold.measure));
  const coreExpected = expected.filter((gold) => CORE.has(gold.measure)).length;
  const coreFound = found.filter((figure) => CORE.has(figure.measure)).length;
  const shareOf = (right: (pair: (typeof core)[number]) => boolean): number =>
    core.length === 0 ? 0 : core.filter(right).length / core.length;
  return {
    all: scoreOf(pairs.length, found.length, expected.length),
    core: scoreOf(core.length, Math.max(coreFound, core.length), coreExpected),
    label: shareOf(({ gold, figure }) => nameScore(gold, figure) >= SAME_NAME),
    measure: shareOf(({ gold, figure }) => gold.measure === figure.measure),
    period: shareOf(({ gold, figure }) =>
      ['', comparable(figure.period)].includes(comparable(gold.period?.toString())),
    ),
    mistakes: mistakesOf(expected, found, pairs),
  };
}

function mistakesOf(
  expected: readonly GoldFigure[],
  found: readonly Figure[],
  pairs: readonly { readonly gold: GoldFigure; readonly figure: Figure }[],
): string[] {
  const [seen, matched] = [new Set(pairs.map(({ gold }) => gold)), new Set(pairs.map(({ figure }) => figure))];
  const named = pairs.filter(
    ({ gold, figure }) =>
      CORE.has(gold.measure) && (nameScore(gold, figure) < SAME_NAME || gold.measure !== figure.measure),
  );
  return [
    ...expected
      .filter((gold) => !seen.has(gold))
      .map((gold) => `missed figure ${gold.id} ${gold.raw} ${gold.label ?? ''}`),
    ...found
      .filter((figure) => !matched.has(figure))
      .map((figure) => `extra figure ${figure.id} ${figure.raw} ${figure.label}`),
    ...named.map(
      ({ gold, figure }) =>
        `wrong name ${gold.raw}: expected ${gold.qualifier ?? ''}/${gold.label ?? ''}/${gold.measure}, found ${figure.qualifier}/${figure.label}/${figure.measure}`,
    ),
  ];
}
