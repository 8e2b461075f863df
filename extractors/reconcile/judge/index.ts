import type { Judgement, Relation } from '../../../schemas/index.ts';
import { judgeChange } from './judge-change.ts';
import { judgeAbsence, judgeBound, judgeDirection, judgeEquality } from './judge-linear.ts';
import { judgeRatio } from './judge-ratio.ts';

/**
 * Judges one relation by exact interval arithmetic on what is printed; knows nothing of budgets.
 *
 * - `holds`: the printed numbers satisfy it exactly, or at the coarsest digit printed among them; a percentage is the
 *   recomputed one rounded half up to its printed decimals.
 * - `rounding`: only other values inside the printed intervals [x − ½·10⁻ᵈ, x + ½·10⁻ᵈ] satisfy it.
 * - `broken`: no values inside the intervals do. `expected` is what the other numbers give for the whole, the right
 *   side, the percentage or the amount; `actual` is what is printed; `difference` = actual − expected.
 * - `undetermined`: an operand is missing or unreadable, units cannot be compared, nothing is compared with nothing.
 */
export function judge(relation: Relation): Judgement {
  switch (relation.kind) {
    case 'sum':
      return judgeEquality(relation, 'part', 'whole');
    case 'equal':
      return judgeEquality(relation, 'left', 'right');
    case 'bound':
      return judgeBound(relation);
    case 'share':
      return judgeRatio(relation, 'part', 'whole');
    case 'completion':
      return judgeRatio(relation, 'actual', 'budget');
    case 'change':
      return judgeChange(relation);
    case 'direction':
      return judgeDirection(relation);
    case 'absence':
      return judgeAbsence(relation);
  }
}
