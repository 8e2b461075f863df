import Big from 'big.js';
import type { Judgement } from '../../../schemas/index.ts';

/** So many broken relations of one family may be as many misprints. */
const FEW = 2;

/** Relations of a family that must hold for each broken one before the broken ones are believed. */
const HOLDING_PER_BROKEN = 2;

/**
 * Takes back broken judgements that rest on a reading which the document itself refutes. Relations of one family (the
 * columns of a table that are summed, two tables taken for the same) fail together when the reading is wrong and one by
 * one when a number is misprinted. They become undetermined (`ambiguous-subject`): what was read wrong was not checked.
 *
 * A family is doubted when none of its relations holds; when more than two are broken and fewer than two hold for each broken one; or when more than two are off by the same amount in the same direction, as they are when a
 * part is left out of every sum.
 */
export function withoutDoubtful(judgements: readonly Judgement[]): readonly Judgement[] {
  const families = Map.groupBy(judgements, ({ relation }) => relation.family ?? '');
  const doubted = new Set<Judgement>();
  for (const [family, members] of families) {
    if (family === '' || !isRefuted(members)) continue;
    for (const judgement of members) if (judgement.outcome === 'broken') doubted.add(judgement);
  }
  if (doubted.size === 0) return judgements;
  return judgements.map((judgement) => (doubted.has(judgement) ? takenBack(judgement) : judgement));
}

function isRefuted(members: readonly Judgement[]): boolean {
  const broken = distinct(members.filter(({ outcome }) => outcome === 'broken'));
  const holding = members.filter(({ outcome }) => outcome === 'holds' || outcome === 'rounding');
  if (broken.length === 0) return false;
  if (holding.length === 0) return true;
  if (broken.length <= FEW) return false;
  if (holding.length < broken.length * HOLDING_PER_BROKEN) return true;
  const differences = Map.groupBy(broken, ({ difference }) => (difference === '' ? '' : new Big(difference).toFixed()));
  return [...differences].some(([difference, same]) => difference !== '' && same.length > FEW);
}

/** The same numbers in several columns (合计, 小计, 人员经费) are one misprint printed again. */
function distinct(judgements: readonly Judgement[]): readonly Judgement[] {
  return [...new Map(judgements.map((judgement) => [judgement.formula, judgement])).values()];
}

function takenBack({ relation, formula }: Judgement): Judgement {
  return {
    relation,
    outcome: 'undetermined',
    reason: 'ambiguous-subject',
    expected: '',
    actual: '',
    difference: '',
    unit: '',
    formula,
  };
}
