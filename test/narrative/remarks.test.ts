import { describe, expect, test } from 'vitest';
import { narrate } from './narrate.ts';

const rulesOf = (text: string, identity = {}) =>
  narrate(text, identity).remarks.map(({ rule, actual }) => `${rule} ${actual}`);

describe('defects of the wording', () => {
  test.each([
    ['比年初预算增加（减少）0万元。', 'template-leftover 增加（减少）'],
    ['支出决算增加（减少）的主要原因：无。', 'template-leftover 增加（减少）'],
    ['比上年增加3.20万元，下降5.1%。', 'opposed-directions 增加3.20万元，下降'],
    ['比上年减少1,203.20万元，同比增长5.1%。', 'opposed-directions 减少1,203.20万元，同比增长'],
    ['公务接待XX万元。', 'template-leftover XX'],
    ['减少3万元，主要原因是。', 'reason-missing 原因是。'],
    ['支出5万元。。', 'doubled-punctuation 。。'],
    ['项目支出5万元，占76.23，其他。', 'percent-sign-missing 占76.23'],
    ['比上年增加万元，增长5%。', 'number-missing 万元'],
    ['202年度部门决算。', 'year-incomplete 202年度'],
    ['收入与2023年度相比增加5万元。', 'comparison-year 2023'],
    ['截至2022年12月31日，本单位共有车辆2辆。', 'state-year 2022'],
  ])('%s', (text, remark) => {
    expect(rulesOf(text)).toContain(remark);
  });

  test.each([
    '增加3万元，增长5%。',
    '增加0万元，下降0%。',
    '减少3万元，增长-5%。',
    '收入增加3万元，支出下降5%。',
    '主要原因：\n人员变动。',
    '主要原因是，上年追加了一次性支出。',
    '主要原因是人员减少。',
    '以上数据……略。',
    '占76.23%，其他。',
    '占地1.20，面积。',
    '与2022年度相比增加5万元。',
    '决算数比2023年预算增加5万元。',
    '截至2023年12月31日，共有车辆2辆。',
    'XXXX科技公司中标。',
  ])('none in %s', (text) => {
    expect(rulesOf(text)).toEqual([]);
  });

  test('a budget has no own year to be compared with', () => {
    expect(rulesOf('比2023年预算增加5万元。', { kind: 'budget' })).toEqual(['comparison-year 2023']);
  });
});
