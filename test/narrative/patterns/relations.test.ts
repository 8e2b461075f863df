import { describe, expect, test } from 'vitest';
import { figuresOf, linksOf, narrate } from '../narrate.ts';

describe('shares', () => {
  test.each([
    ['财政拨款收入20万元，占80.00%', '80.00% 财政拨款收入 share_percent'],
    ['项目支出5万元，占本年支出合计的20%', '20% 项目支出@本年支出合计 share_percent'],
    ['项目支出5万元，占总支出比重为20%', '20% 项目支出@总支出 share_percent'],
    ['项目支出5万元，占比20%', '20% 项目支出 share_percent'],
    ['授予小微企业合同金额占政府采购支出总额的21%', '21% 授予小微企业合同金额@政府采购支出总额 share_percent'],
  ])('%s', (text, figure) => {
    expect(figuresOf(text).at(-1)).toBe(figure);
  });
});

describe('completion', () => {
  test.each([
    ['年初预算为10万元，支出决算为9万元，完成年初预算的90%', '90% 完成年初预算 completion_percent'],
    ['支出决算为9万元，完成预算90%', '90% 完成预算 completion_percent'],
    ['支出决算为9万元，为年初预算的90%', '90% 完成年初预算 completion_percent'],
    ['项目执行数为9万元，完成全年预算数的90%', '90% 完成全年预算数 completion_percent'],
    ['预算执行率99.5%', '99.5% 预算执行率 completion_percent'],
  ])('%s', (text, figure) => {
    expect(figuresOf(text).at(-1)?.replace(/@\S+/, '')).toBe(figure);
  });

  test('the budget named in the same breath is an amount', () => {
    expect(figuresOf('公务接待费支出决算为0.16万元，完成预算0.20万元的80%。')).toEqual([
      '0.16万元 公务接待费支出决算 amount',
      '0.20万元 预算@公务接待费 amount',
      '80% 完成预算@公务接待费 completion_percent',
    ]);
  });

  test('a share of a budget is no completion', () => {
    expect(figuresOf('工资福利支出90万元，占支出预算的54.15%。').at(-1)).toBe(
      '54.15% 工资福利支出@支出预算 share_percent',
    );
  });
});

describe('changes', () => {
  test.each([
    [
      'amount and rate',
      '收入总计90万元。与2022年度相比，收入总计减少10万元，下降10%。',
      ['10万元 收入总计 change_amount', '10% 收入总计 change_percent'],
    ],
    [
      'against last year',
      '公务接待费5万元，较上年增加1万元，增长25%。',
      ['1万元 公务接待费 change_amount', '25% 公务接待费 change_percent'],
    ],
    ['with a plus sign', '接待费5万元，变动率+2.5%。', ['2.5% 接待费 change_percent']],
    ['what is left out', '拨款9万元，比2022年减少2万元，扣除基建后比2022年增加1万元。', ['1万元 拨款 change_amount']],
    ['year on year', '财政拨款收入90万元同比上年增长3.08%。', ['3.08% 财政拨款收入 change_percent']],
    ['each of several', '与2022年相比，收、支总计各增加5万元。', ['5万元 收、支总计 change_amount']],
    ['named with the verb', '财政拨款支出减少3万元。', ['3万元 财政拨款支出 change_amount']],
    ['the thing behind the verb', '主要原因是减少项目支出4万元。', ['4万元 项目支出 change_amount']],
    [
      'things behind the verb, and others',
      '基本支出增加人员工资、补贴等4万元。',
      ['4万元 人员工资、补贴等 change_amount'],
    ],
    ['the verb said twice', '主要原因是增加援助经费预算增加4万元。', ['4万元 援助经费预算 change_amount']],
    [
      'the base explained in brackets',
      '财政拨款收入9万元，比2022年（上一年度，下同）预算增加1万元。',
      ['1万元 财政拨款收入 change_amount'],
    ],
    [
      'no choice made',
      '因公出国（境）费支出决算为0万元，比年初预算增加（减少）0万元。',
      ['0万元 因公出国（境）费 change_amount'],
    ],
    ['a rate by its name', '机关运行经费支出9万元，增长率为0%。', ['0% 机关运行经费支出 change_percent']],
  ])('%s', (_name, text, expected) => {
    expect(figuresOf(text).slice(-expected.length)).toEqual(expected);
  });

  test('控制不超出 is no change', () => {
    expect(figuresOf('公用经费支出控制不超出30万元。')).toEqual(['30万元 公用经费支出 amount']);
  });

  test('a value that something rose to is an amount', () => {
    expect(figuresOf('补助标准由上年的20万元增加到25万元。').map((figure) => figure.split(' ').at(-1))).toEqual([
      'amount',
      'amount',
    ]);
  });

  test('a clause of its own behind a list is said of the whole', () => {
    expect(figuresOf('预算支出42万元，其中：拨款40万元、其他收入2万元，较上年增加3万元。').at(-1)).toBe(
      '3万元 预算支出 change_amount',
    );
  });

  test('the sentence behind a list is said of the whole', () => {
    expect(figuresOf('经费预算9万元，其中办公费4万元，邮电费5万元。较上年减少2万元。').at(-1)).toBe(
      '2万元 经费 change_amount',
    );
  });

  test('where the members were told with their changes, it goes on with the last of them', () => {
    expect(
      figuresOf('车辆费8万元，其中，购置费0万元，比上年减少3万元；运行费8万元，主要用于维修。比上年减少1万元。').at(-1),
    ).toBe('1万元 运行费@车辆费 change_amount');
  });

  test('a rate in brackets right behind the difference is the same change', () => {
    expect(figuresOf('“三公”经费预算9万元，较上年增加了1.5万元（20%），原因是购车。').slice(1)).toEqual([
      '1.5万元 “三公”经费 change_amount',
      '20% “三公”经费 change_percent',
    ]);
  });

  test('reasons that offset one another end with a change of what the sentence is about', () => {
    expect(
      figuresOf(
        '培训支出46万元，与上年相比增加12万元。主要是会议费增加20万元，差旅费减少8万元，增减相抵后增加12万元。',
      ).at(-1),
    ).toBe('12万元 培训支出 change_amount');
  });

  test('what is saved may stand between the verb and 超过', () => {
    expect(figuresOf('相较年初预算节约利息支出超过8万元。')).toEqual(['8万元 利息支出 change_amount']);
  });

  test('behind brackets the whole is spoken of again', () => {
    expect(
      figuresOf('车辆费7万元（购置费0万元，比上年减少2万元；运行费7万元，比上年增加5万元。）比上年增加3万元。').at(-1),
    ).toBe('3万元 车辆费 change_amount');
  });
});

describe('bases', () => {
  test('named in passing', () => {
    expect(figuresOf('支出预算15万元，比2022年年初预算数12万元增加3万元。')).toEqual([
      '15万元 支出预算 amount',
      '12万元 年初预算数@支出预算 amount',
      '3万元 支出预算 change_amount',
    ]);
  });

  test('in brackets', () => {
    expect(figuresOf('委托业务费20万元（上年30万元）。').at(-1)).toBe('30万元 委托业务费 amount');
    expect(figuresOf('委托业务费20万元，比上年预算（注：上年30万元）减少10万元。').slice(1)).toEqual([
      '30万元 委托业务费 amount',
      '10万元 委托业务费 change_amount',
    ]);
  });
});

describe('rates and counts', () => {
  test.each([
    ['网站合格率100%', '100% 网站合格率 other_percent'],
    ['项目支出，27.45%', '27.45% 项目支出 other_percent'],
    ['分别支付合同金额的50%、20%', '20% 支付合同金额 other_percent'],
    ['平均得分99.43分', '99.43分 平均得分 score'],
    ['其中：在职人员46人', '46人 在职人员 headcount'],
    ['国内公务接待0批次、12人次', '12人次 国内公务接待 count'],
    ['机要通信用车1辆', '1辆 机要通信用车 count'],
    ['组织开展7次在线访谈', '7次 在线访谈 count'],
    ['设备验收后试用期为90日', '90日 设备验收后试用期 other'],
  ])('%s', (text, figure) => {
    expect(figuresOf(text).at(-1)?.replace(/@\S+/, '')).toBe(figure);
  });

  test.each([
    ['主要是减少在职人员1名', '1名 在职人员 headcount'],
    ['公务用车保有数量较2022年增加2辆', '2辆 公务用车保有数量 count'],
    ['3台皮卡车已到报废年限', '3台 皮卡车 count'],
    ['举办研讨班4期', '4期 研讨班 count'],
    ['新建、改建机构4所', '4所 新建、改建机构 count'],
    ['2家行政单位的机关运行经费增加', '2家 行政单位 count'],
    ['6个下属单位', '6个 下属单位 count'],
    ['12个内设机构', '12个 内设机构 count'],
    ['15日内初验', '15日 初验 other'],
  ])('words of what was done name nothing that is counted: %s', (text, figure) => {
    expect(figuresOf(text)).toEqual([figure]);
  });

  test('the fields of a form on one line: grade and date are no part of the score', () => {
    const { figures } = narrate('自评时间：2024年5月 自评等次：良 自评得分：89.73', { fiscalYear: 2023 });
    expect(figures).toMatchObject([{ value: '89.73', label: '自评得分', period: '2023', measure: 'score' }]);
  });

  test('guests are counted and are no staff', () => {
    expect(figuresOf('接待人数共13人。')[0]).toMatch(/ count$/);
    expect(figuresOf('有2名职工退休。')[0]).toBe('2名 职工退休 headcount');
  });
});

describe('percentages in words', () => {
  test('are shares, changes and completions as those in digits', () => {
    expect(figuresOf('收入100万元，较上年翻一番。人员经费占总支出的六成，公用经费占百分之四十。')).toEqual([
      '100万元 收入 amount',
      '翻一番 收入 change_percent',
      '六成 人员经费@总支出 share_percent',
      '百分之四十 公用经费 share_percent',
    ]);
  });

  test('tenths, halves and ranges say about how much: no relation is claimed of them', () => {
    expect(linksOf('share', '支出100万元，其中人员经费62万元，占总支出的六成。')).toEqual([]);
    expect(linksOf('change', '收入100万元，上年80万元，增长20%-30%。')).toEqual([]);
    expect(linksOf('change', '收入100万元，较上年增长百分之二十五。')).toMatchObject([{ percent: '百分之二十五' }]);
  });
});
