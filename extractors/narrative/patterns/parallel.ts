import type { Statement } from '../language/statements.ts';
import type { Sketch } from '../reading.ts';
import type { Pattern } from './pattern.ts';

/**
 * The further numbers of a list that shares its words: "分别支付合同金额的50%、20%", "各减少1267.86，2570.97万元". They mean
 * what the first of them means, of the next thing named.
 */
const CONTINUES = /^(?:[、，,]|和|与|及|以及|[-~—–至]{1,2})?$/;

export const parallel: Pattern = {
  name: 'parallel',
  expressions: [CONTINUES],
  read(statement, discourse) {
    const previous = discourse.readings.at(-1);
    if (!previous || !continuesList(statement, previous.statement)) return null;
    return inStep(previous);
  },
};

/** Only separators stand between the two numbers, and they count in the same unit. */
export function continuesList(statement: Statement, previous: Statement): boolean {
  if (
    statement.quantity.unit !== previous.quantity.unit ||
    statement.quantity.measures !== previous.quantity.measures
  ) {
    return false;
  }
  const gap = statement.quantity.start - previous.quantity.end;
  if (gap < 0 || gap > 3 || statement.preface.length > 0) return false;
  return CONTINUES.test(statement.lead) && !(statement.lead === '' && statement.opener === '（');
}

function inStep(previous: Sketch): Sketch {
  const { role, measure, label, qualifier, subject, phase, against, direction, denominator, named } = previous;
  return {
    role,
    measure,
    label,
    qualifier,
    subject,
    ...(phase === undefined ? {} : { phase }),
    ...(against === undefined ? {} : { against }),
    ...(direction === undefined ? {} : { direction }),
    ...(denominator === undefined ? {} : { denominator }),
    ...(named === undefined ? {} : { named }),
  };
}
