import Big from 'big.js';
import type { Judgement, Observation, Relation } from '../../../schemas/index.ts';
import { compareWithWords } from './judge-linear.ts';
import { ofZeroBase, ratioOutcome } from './judge-ratio.ts';
import { mayBeEqual, printedAlike, totalOf } from './linear.ts';
import { observationOf, quantityIn, unitsAgree } from './operands.ts';
import type { Quantity } from './quantity.ts';
import { hasZero, percentOf } from './ratio.ts';
import { judged, judgedDirection, undetermined } from './verdict.ts';

/**
 * change: current − base = ±amount and amount/base·100 = percent, the sign being stated in words (or printed, where
 * there are no words). Any one of the four may be left out by the document; what is there is judged, and the first
 * statement that cannot be true is the one reported: the direction, then the amount, then the percentage.
 */
export function judgeChange(relation: Relation): Judgement {
  const compared = relation.operands.filter((operand) => operand.role !== 'percent');
  if (!unitsAgree(compared)) return undetermined(relation, 'unit-unknown');
  const change = readChange(relation);
  const judgements = [...judgeDifference(relation, change), ...judgePercent(relation, change)];
  const first = (outcome: Judgement['outcome']): Judgement | undefined => judgements.find((j) => j.outcome === outcome);
  return (
    first('broken') ??
    first('rounding') ??
    first('holds') ??
    first('undetermined') ??
    undetermined(relation, gapIn(relation))
  );
}

interface Change {
  readonly current: Quantity | null;
  readonly base: Quantity | null;
  /** Amount and percent without their sign: it is in `signs`. */
  readonly amount: Quantity | null;
  readonly percent: Quantity | null;
  /** The signs that the change may have. */
  readonly signs: readonly (1 | -1)[];
}

function readChange(relation: Relation): Change {
  const amount = quantityIn(relation, 'amount');
  const percent = quantityIn(relation, 'percent');
  const negative = [amount, percent].some((quantity) => quantity?.printed.lt(0));
  const magnitude = (quantity: Quantity | null): Quantity | null => quantity && withoutSign(quantity);
  return {
    current: quantityIn(relation, 'current'),
    base: quantityIn(relation, 'base'),
    amount: magnitude(amount),
    percent: magnitude(percent),
    signs: signsOf(relation.direction, negative),
  };
}

/** "增长-5%" is a decrease; "下降-5%" is meant as one. Without words the printed sign counts. */
function signsOf(direction: Relation['direction'], negative: boolean): readonly (1 | -1)[] {
  if (direction === 'down') return [-1];
  if (direction === 'both' || direction === 'flat') return [1, -1];
  return negative ? [-1] : [1];
}

/** The direction and the amount, where both current and base are known. */
function judgeDifference(relation: Relation, { current, base, amount, signs }: Change): readonly Judgement[] {
  if (!current || !base) return [];
  const judgements: Judgement[] = [];
  const after = totalOf([{ quantity: current, sign: 1 }]);
  const before = totalOf([{ quantity: base, sign: 1 }]);
  if (relation.direction !== null) {
    const stated = relation.direction === 'up' && signs[0] === -1 ? 'down' : relation.direction;
    judgements.push(judgedDirection(relation, compareWithWords(after, before, stated)));
  }
  const about = observationOf(relation, 'amount');
  if (!amount || !about) return judgements;
  const change = totalOf([
    { quantity: current, sign: 1 },
    { quantity: base, sign: -1 },
  ]);
  const stated = signs.map((sign) => totalOf([{ quantity: amount, sign }]));
  const outcome = stated.some((total) => printedAlike(change, total))
    ? 'holds'
    : stated.some((total) => mayBeEqual(change, total))
      ? 'rounding'
      : 'broken';
  judgements.push(judged(relation, { outcome, expected: change.printed.abs(), actual: amount.printed, about }));
  return judgements;
}

/** The percentage, from whichever two of current, base and amount are known. Any pair that explains it is enough. */
function judgePercent(relation: Relation, change: Change): readonly Judgement[] {
  const { percent, current, base, amount, signs } = change;
  const about = observationOf(relation, 'percent');
  if (!percent || !about) return [];
  const judgements: Judgement[] = [];
  if (amount && base) judgements.push(percentOfBase(relation, amount, base, percent, about));
  for (const sign of signs) {
    if (current && base) judgements.push(percentFromBoth(relation, current, base, percent, sign, about));
    else if (current && amount) judgements.push(percentFromAmount(relation, current, amount, percent, sign, about));
  }
  const best = (['holds', 'rounding', 'undetermined', 'broken'] as const).flatMap((outcome) =>
    judgements.filter((judgement) => judgement.outcome === outcome),
  )[0];
  return best ? [best] : [];
}

function percentOfBase(relation: Relation, amount: Quantity, base: Quantity, percent: Quantity, about: Observation) {
  if (base.printed.eq(0)) return ofZeroBase(relation, amount.printed, percent, about);
  return judged(relation, {
    outcome: ratioOutcome(amount, base, percent),
    expected: percentOf(amount.printed, base.printed, percent).abs(),
    actual: percent.printed,
    about,
  });
}

/** 100·(current − base) = ±percent·base */
function percentFromBoth(
  relation: Relation,
  current: Quantity,
  base: Quantity,
  percent: Quantity,
  sign: 1 | -1,
  about: Observation,
): Judgement {
  const amount = current.printed.minus(base.printed);
  if (base.printed.eq(0)) return ofZeroBase(relation, amount, percent, about);
  const expected = percentOf(amount, base.printed, percent);
  const possible = (): boolean =>
    hasZero([current, base, percent], ([c = ZERO, b = ZERO, p = ZERO]) =>
      c.minus(b).times(100).minus(p.times(b).times(sign)),
    );
  const outcome = expected.eq(percent.printed.times(sign)) ? 'holds' : possible() ? 'rounding' : 'broken';
  return judged(relation, { outcome, expected: expected.abs(), actual: percent.printed, about });
}

/** The base is current ∓ amount: 100·amount = percent·(current ∓ amount) */
function percentFromAmount(
  relation: Relation,
  current: Quantity,
  amount: Quantity,
  percent: Quantity,
  sign: 1 | -1,
  about: Observation,
): Judgement {
  const base = current.printed.minus(amount.printed.times(sign));
  if (base.eq(0)) return ofZeroBase(relation, amount.printed, percent, about);
  const expected = percentOf(amount.printed, base, percent).abs();
  const possible = (): boolean =>
    hasZero([current, amount, percent], ([c = ZERO, a = ZERO, p = ZERO]) =>
      a.times(100).minus(p.times(c.minus(a.times(sign)))),
    );
  const outcome = expected.eq(percent.printed) ? 'holds' : possible() ? 'rounding' : 'broken';
  return judged(relation, { outcome, expected, actual: percent.printed, about });
}

const ZERO = new Big(0);

function withoutSign(quantity: Quantity): Quantity {
  if (quantity.printed.gte(0)) return quantity;
  const { printed, low, high } = quantity;
  return { ...quantity, printed: printed.abs(), low: high.times(-1), high: low.times(-1) };
}

function gapIn(relation: Relation) {
  return relation.operands.find((operand) => operand.observation === null)?.gap ?? 'operand-missing';
}
