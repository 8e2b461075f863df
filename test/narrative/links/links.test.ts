import { describe, expect, test } from 'vitest';
import { linksOf } from '../narrate.ts';

describe('parts', () => {
  test('a half-width stop between words ends a sentence and its list, too', () => {
    const text = '年初预算12万元，其中：甲项目3万元，乙项目9万元.调整后预算为13万元.';
    expect(linksOf('parts', text)).toMatchObject([{ whole: '12万元', parts: ['3万元', '9万元'] }]);
  });

  test('其中 divides the amount before it; a known division is complete', () => {
    expect(linksOf('parts', '本年支出合计50万元，其中：基本支出30万元，占60%；项目支出20万元，占40%。')).toEqual([
      { whole: '50万元', parts: ['30万元', '20万元'], complete: true },
    ]);
  });

  test('等 and 主要 leave a list open', () => {
    expect(linksOf('parts', '公用经费9万元，主要包括：办公费3万元，差旅费2万元等。')).toMatchObject([
      { complete: false },
    ]);
  });

  test('a list that ends with the rest is complete', () => {
    expect(linksOf('parts', '共有车辆3辆，其中：机要用车1辆、执法用车2辆、其他用车0辆。')).toMatchObject([
      { whole: '3辆', parts: ['1辆', '2辆', '0辆'], complete: true },
    ]);
  });

  test('brackets divide the amount they follow, inside another list', () => {
    expect(
      linksOf('parts', '“三公”经费9万元，其中：出国费2万元；车辆费6万元（购置费4万元；运行费2万元）；接待费1万元。'),
    ).toMatchObject([
      { whole: '9万元', parts: ['2万元', '6万元', '1万元'] },
      { whole: '6万元', parts: ['4万元', '2万元'] },
    ]);
  });

  test('a new year behind a semicolon ends the list', () => {
    const text = '2023年收入8万元，其中拨款7万元、其他1万元；2023年支出8万元，其中基本支出8万元。';
    expect(linksOf('parts', text)).toMatchObject([{ parts: ['7万元', '1万元'] }, { whole: '8万元', parts: ['8万元'] }]);
  });

  test('a list that names its own whole does not divide the amount before it', () => {
    expect(linksOf('parts', '总预算9万元，收入包括：拨款8万元、结转1万元；支出包括：教育支出9万元。')).toEqual([]);
  });

  test('what an amount is used for opens no list of the items behind it', () => {
    expect(
      linksOf(
        'parts',
        '“三公”经费12万元。其中：出国费6万元，主要用于国际旅费、培训费；用车费5万元，主要用于维修；接待费1万元。',
      ),
    ).toMatchObject([{ parts: ['6万元', '5万元', '1万元'] }]);
  });

  test('amounts side by side are no wholes of the items below them', () => {
    const lines = ['出国费0万元；接待费2万元。具体情况如下：', '1.出国费支出0万元。', '2.接待费支出2万元。'];
    expect(linksOf('parts', lines)).toEqual([]);
  });

  test('items of their own after a colon', () => {
    const lines = [
      '基本支出212万元，其中：',
      '人员经费180万元，主要包括：工资。',
      '公用经费32万元，主要包括：办公费。',
      '# 七、三公',
      '接待费1万元。',
    ];
    expect(linksOf('parts', lines)).toMatchObject([{ whole: '212万元', parts: ['180万元', '32万元'], complete: true }]);
  });

  test('budget and final account are divided each by their own', () => {
    const lines = [
      '财政拨款支出年初预算为90万元，支出决算为80万元。其中：',
      '1.教育支出（类）普通教育（款）小学教育（项）。年初预算为50万元，支出决算为45万元。',
      '2.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为40万元，支出决算为35万元。',
    ];
    expect(linksOf('parts', lines)).toMatchObject([
      { whole: '90万元', parts: ['50万元', '40万元'] },
      { whole: '80万元', parts: ['45万元', '35万元'] },
    ]);
  });

  test('an inner list of numbered items ends with its item', () => {
    const lines = [
      '“三公”经费支出决算为9万元，其中：',
      '1.出国费支出决算为2万元。',
      '2.车辆费支出决算为6万元，其中：',
      '（1）购置费4万元。',
      '（2）运行费2万元。',
      '3.接待费支出决算为1万元。',
    ];
    expect(linksOf('parts', lines)).toMatchObject([
      { whole: '9万元', parts: ['2万元', '6万元', '1万元'] },
      { whole: '6万元', parts: ['4万元', '2万元'] },
    ]);
  });
});

describe('share', () => {
  test('of what the list divides', () => {
    expect(linksOf('share', '本年收入合计25万元，其中：财政拨款收入20万元，占80%。')).toEqual([
      { percent: '80%', part: '20万元', whole: '25万元', wholeLabel: '' },
    ]);
  });

  test('of a total named, stated before', () => {
    expect(linksOf('share', ['本年支出合计25万元。', '财政拨款支出20万元，占本年支出合计的80%。'])).toEqual([
      { percent: '80%', part: '20万元', whole: '25万元', wholeLabel: '本年支出合计' },
    ]);
  });

  test('of a total that is stated nowhere', () => {
    expect(linksOf('share', '涉及资金9万元，占项目支出总额的90%。')).toMatchObject([
      { whole: null, wholeLabel: '项目支出总额' },
    ]);
  });
});

describe('change', () => {
  test('difference and rate of one change are one link', () => {
    expect(linksOf('change', '收入总计90万元。与2022年度相比，收入总计减少10万元，下降10%。')).toEqual([
      {
        current: '90万元',
        base: null,
        amount: '10万元',
        percent: '10%',
        against: '2022年度',
        direction: 'down',
        subject: '收入总计',
      },
    ]);
  });

  test('with the base in passing', () => {
    expect(linksOf('change', '支出预算15万元，比2022年年初预算数12万元增加3万元，增长25%。')).toMatchObject([
      { current: '15万元', base: '12万元', amount: '3万元', percent: '25%', against: '2022年年初预算数' },
    ]);
  });

  test('with the base named as what was executed of income or expenditure', () => {
    const text = '收入预算60万元，批复率提高，比2022年预算收入执行数48万元增加12万元，增长25%。';
    expect(linksOf('change', text)).toMatchObject([
      { current: '60万元', base: '48万元', amount: '12万元', percent: '25%', against: '2022年预算收入执行数' },
    ]);
  });

  test('with the base stated in a sentence before', () => {
    const text =
      '1.水利支出（类）水文（款）测报（项）。2022年当年预算执行数为60万元，2023年预算安排30万元，比2022年预算执行数减少50%。';
    expect(linksOf('change', text)).toMatchObject([
      { current: '30万元', base: '60万元', percent: '50%', direction: 'down' },
    ]);
  });

  test('the amount of the base year is the base even when it was spoken of last', () => {
    const text = '2023年“三公”经费预算数为7万元，2022年预算数为9万元，和2022年相比预算减少2万元。';
    expect(linksOf('change', text)).toMatchObject([{ current: '7万元', base: '9万元', amount: '2万元' }]);
  });

  test('the template’s choice not made is both directions', () => {
    expect(linksOf('change', '接待费支出决算为0万元，比上年增加（减少）0万元。')).toMatchObject([
      { direction: 'both' },
    ]);
  });

  test('a change of nothing', () => {
    expect(linksOf('change', '公务用车运行费17万元，与2022年预算持平。')).toEqual([
      {
        current: '17万元',
        base: null,
        amount: null,
        percent: null,
        against: '2022年预算',
        direction: 'flat',
        subject: '公务用车运行费',
      },
    ]);
  });

  test('a change without a current amount names its subject', () => {
    expect(linksOf('change', '支出减少4万元，其中项目支出减少3万元。')).toMatchObject([
      { current: null, subject: '支出' },
      { current: null, subject: '项目支出' },
    ]);
  });
});

describe('completion', () => {
  test('of the budget of the same item', () => {
    expect(linksOf('completion', '年初预算为10万元，支出决算为9万元，完成年初预算的90%。')).toEqual([
      { actual: '9万元', budget: '10万元', percent: '90%', base: '年初预算' },
    ]);
  });

  test('items of a sentence keep their own budgets', () => {
    const text = '“三公”经费支出决算为5万元，完成预算10万元的50%；其中：接待费支出决算为1万元，完成预算4万元的25%。';
    expect(linksOf('completion', text)).toMatchObject([
      { actual: '5万元', budget: '10万元' },
      { actual: '1万元', budget: '4万元' },
    ]);
  });
});

describe('comparison', () => {
  test('words about budget and final account of one item', () => {
    const text =
      '1.水利支出（类）水文（款）测报（项）。年初预算为10万元，支出决算为9万元。决算数小于预算数的主要原因：项目推迟。';
    expect(linksOf('comparison', text)).toEqual([{ left: '9万元', right: '10万元', direction: 'down' }]);
  });

  test.each([
    ['决算数大于预算数', 'up'],
    ['决算数等于预算数', 'flat'],
    ['决算数与预算数基本持平', 'flat'],
    ['决算数大于（小于）预算数', 'both'],
  ])('%s', (words, direction) => {
    expect(linksOf('comparison', `预算数为8万元，决算数为8万元，${words}。`)).toMatchObject([{ direction }]);
  });
});

describe('absence', () => {
  test.each([
    ['本单位2023年度无政府性基金预算财政拨款收入和支出。', '政府性基金预算财政拨款收入和支出'],
    ['2023年未安排公务用车购置费。', '公务用车购置费'],
    ['公务接待费支出为零，与预算一致。', '公务接待费支出'],
    ['年初预算数为0，因此不作比较。', '年初预算数'],
  ])('%s', (text, subject) => {
    expect(linksOf('absence', text).map((link) => link.subject)).toContain(subject);
  });

  test.each(['无形资产5万元。', '与上年相比无变化。', '无重大网络安全事故。', '无法计算增减比率。'])(
    'none in %s',
    (text) => {
      expect(linksOf('absence', text)).toEqual([]);
    },
  );
});

test('what another year did not have keeps its year', () => {
  expect(linksOf('absence', '我局为新成立单位，无2022年决算数。')).toMatchObject([{ subject: '2022年决算数' }]);
  expect(linksOf('absence', '2023年预算数为0，无法比较。')).toMatchObject([{ subject: '预算数' }]);
});

test('收支平衡 states that two totals are equal', () => {
  expect(linksOf('equal', '收入总计9万元，支出总计9万元，收支平衡。')).toEqual([{ figures: ['9万元', '9万元'] }]);
});
