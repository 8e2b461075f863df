import { currentSubject } from '../discourse.ts';
import { nameIn, nounBehind } from '../language/names.ts';
import { prefaceName } from './amount.ts';
import type { Pattern } from './pattern.ts';

/** A percentage that is neither share, change nor completion of a budget: "公益WIFI覆盖率100%", "支付合同金额的50%". */
const OF = /的$/;

export const rate: Pattern = {
  name: 'rate',
  expressions: [OF],
  read(statement, discourse) {
    const { quantity, lead, tail, opener } = statement;
    if (quantity.measures !== 'percent') return null;
    const before = nameIn(lead.replace(OF, ''), discourse.issuer).text;
    const label =
      before ||
      nounBehind(tail).text ||
      (lead === '' && opener !== '（' ? prefaceName(statement, discourse) : '') ||
      currentSubject(discourse);
    return {
      role: 'rate',
      measure: 'other_percent',
      label,
      qualifier: discourse.topic === label ? '' : discourse.topic,
      subject: label,
      named: before !== '',
    };
  },
};
