import type { Pattern } from './pattern.ts';

/**
 * A limit inside a name: "单价50万元以上通用设备0台（套）", "单位价值100万元（含）以上大型设备". The amount measures nothing of
 * the unit's; the count behind it does.
 */
const UNIT_PRICE = /(?:单价|单位价值|单台价值|单件价值|单台|单件|单套|价值)(?:在|为|超过|达到?|人民币)?$/;
const LIMIT = /^(?:人民币)?(?:（含[^）]{0,12}）|（不含[^）]{0,12}）)?(?:及)?(?:以上|以下|以内)(?:（含[^）]{0,12}）)?/;
const THING = /^[^，；。]{0,24}(?:设备|仪器|资产|车辆|项目|合同|货物|工程)/;

const LONGEST_THING = 24;

export const threshold: Pattern = {
  name: 'threshold',
  expressions: [UNIT_PRICE, LIMIT, THING],
  read({ quantity, lead, tail }) {
    if (quantity.measures !== 'amount') return null;
    const limit = LIMIT.exec(tail);
    const priced = UNIT_PRICE.exec(lead);
    if (!priced && !(limit && THING.test(tail.slice(limit[0].length)))) return null;
    if (priced && !limit && tail !== '') return null;
    const thing = tail
      .slice(limit?.[0].length ?? 0)
      .replace(/^的/, '')
      .slice(0, LONGEST_THING);
    return { role: 'threshold', measure: 'other', label: '单价', qualifier: thing, subject: thing, named: true };
  },
};
