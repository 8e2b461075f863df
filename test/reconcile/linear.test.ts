import { expect, test } from 'vitest';
import { groupBroken } from '../../extractors/reconcile/group/index.ts';
import { withoutDoubtful } from '../../extractors/reconcile/judge/doubt.ts';
import { judge } from '../../extractors/reconcile/judge/index.ts';
import { findingsOf } from '../../extractors/reconcile/words/index.ts';
import type { Relation } from '../../schemas/index.ts';
import { number, relate } from './relations.ts';

/** How often the operands of relations are looked at in judging, grouping and wording `count` sums, one in ten broken. */
function looksAt(count: number): number {
  let looks = 0;
  const relations = Array.from({ length: count }, (_, n): Relation => {
    const relation = relate('sum', [
      ['part', number(`${n}.10`, '万元', `a${n}`)],
      ['part', number('2.00', '万元', `b${n}`)],
      ['whole', number(`${n + 2}.${n % 10 === 0 ? 8 : 1}0`, '万元', `c${n}`)],
    ]);
    return {
      ...relation,
      get operands() {
        looks++;
        return relation.operands;
      },
    };
  });
  const judgements = withoutDoubtful(relations.map(judge));
  const findings = findingsOf(groupBroken(judgements), [], [], { lang: 'zh' });
  expect(findings).toHaveLength(count / 10);
  return looks;
}

test('four times the relations are four times the work', () => {
  const [few, many] = [looksAt(500), looksAt(2_000)];
  expect(many / few).toBeLessThan(5);
});
