import { describe, expect, test } from 'vitest';
import { figuresOf, narrate } from '../narrate.ts';

/** In our own words after final accounts and budgets of Sichuan, Hubei, Shanghai, Guangdong, Yunnan and Jilin. */
describe('amounts', () => {
  test('the name is what is left without year, unit and verbs', () => {
    expect(figuresOf('2023年某市水文站收入、支出总计318.40万元。', { issuer: '某市水文站' })).toEqual([
      '318.40万元 收、支总计 amount'.replace('收、支总计', '收入、支出总计'),
    ]);
    expect(figuresOf('我局2023年度机关运行经费支出为97.19万元。')).toEqual(['97.19万元 机关运行经费支出 amount']);
  });

  test('the end of the issuer’s name stands for the issuer', () => {
    expect(figuresOf('2023年水文站支出总计12万元。', { issuer: '某市水文站' })[0]).toContain('支出总计');
  });

  test('members of a list are qualified by the whole', () => {
    expect(figuresOf('本年支出合计50万元，其中：基本支出30万元、项目支出20万元。')).toEqual([
      '50万元 本年支出合计 amount',
      '30万元 基本支出@本年支出合计 amount',
      '20万元 项目支出@本年支出合计 amount',
    ]);
  });

  test('a phase belongs to the item that heads the paragraph', () => {
    const item = '农林水支出（类）水利（款）水文测报（项）';
    expect(figuresOf(`1、${item}。主要用于：测站运行。年初预算为60.05万元，支出决算为51.89万元。`)).toEqual([
      `60.05万元 年初预算@${item} amount`,
      `51.89万元 支出决算@${item} amount`,
    ]);
  });

  test('a title run into its paragraph names what the paragraph is about, not the section above', () => {
    const lines = [
      '# （一）“三公”经费财政拨款支出决算情况说明',
      '2．公务用车购置费支出情况说明。2022年度为医院等单位购置公务用车5辆，预算136.48万元，支出决算136.48万元。',
    ];
    expect(figuresOf(lines).slice(1)).toEqual([
      '136.48万元 预算@公务用车购置费支出 amount',
      '136.48万元 支出决算@公务用车购置费支出 amount',
    ]);
  });

  test('the first of a list of classes heads nothing', () => {
    expect(figuresOf('教育（类）支出6万元，占60%；农林水（类）支出4万元，占40%。').at(2)).toBe(
      '4万元 农林水（类）支出 amount',
    );
  });

  test('an item in quotation marks with its amount behind it', () => {
    expect(figuresOf('2.“农林水支出（类）水利（款）防汛（项）”25.77万元，主要用于防汛。')).toEqual([
      '25.77万元 农林水支出（类）水利（款）防汛（项） amount',
    ]);
  });

  test('codes before the name are no part of it', () => {
    expect(figuresOf('2130301农林水支出-水利-行政运行4,051,558.64元，主要反映基本支出。')).toEqual([
      '4,051,558.64元 农林水支出-水利-行政运行 amount',
    ]);
  });

  test('a name before the year and the phase behind it', () => {
    expect(figuresOf('公务用车购置费2023年预算数18万元。')).toEqual(['18万元 预算数@公务用车购置费 amount']);
  });

  test('收入预算 is the name of a total, not a phase', () => {
    expect(figuresOf('收入预算120万元；支出预算120万元。')).toEqual([
      '120万元 收入预算 amount',
      '120万元 支出预算 amount',
    ]);
  });

  test('money of what was counted just before', () => {
    expect(figuresOf('编报绩效目标的项目4个，涉及资金598.42万元。')[1]).toBe(
      '598.42万元 资金@编报绩效目标的项目 amount',
    );
  });

  test('words that end with 的 modify what stands behind the number', () => {
    expect(figuresOf('纳入预算管理的70万元培训费收入。')).toEqual(['70万元 培训费收入 amount']);
  });

  test('the same thing in another measure', () => {
    expect(figuresOf('计划购置车辆2辆、36万元。')).toEqual(['2辆 购置车辆 count', '36万元 购置车辆 amount']);
  });

  test('a unit price is a limit and no amount of the unit', () => {
    expect(figuresOf('单价100万元（含）以上设备（不含车辆）2台（套）。')).toEqual([
      '100万元 单价@设备（不含车辆） other',
      '2台（套） 单价100万元（含）以上设备（不含车辆） count',
    ]);
  });

  test('a quantity in brackets may be part of a name', () => {
    expect(figuresOf('专线年费（70M）7.5万元，邮箱费0.6万元。').at(1)).toBe('7.5万元 专线年费（70M） amount');
  });

  test('其他收入 keeps its first character', () => {
    expect(figuresOf('其他收入6.2万元。')).toEqual(['6.2万元 其他收入 amount']);
  });

  test('a title run into the text is not part of the name', () => {
    expect(figuresOf('三、支出预算情况说明2023年支出预算14894.79万元。')).toEqual(['14894.79万元 支出预算 amount']);
    expect(figuresOf('某局2023年度部门预算公开本年事业收入3万元。')).toEqual(['3万元 本年事业收入 amount']);
  });

  test('the name of a zero without a unit is no part of the next', () => {
    expect(figuresOf('货物预算7万元、工程预算为0、服务预算9万元。').at(-1)).toBe('9万元 服务预算 amount');
  });

  test('the issuer’s name shortened', () => {
    expect(figuresOf('市国资委本级机关运行经费预算9万元。', { issuer: '某市人民政府国有资产监督管理委员会' })).toEqual([
      '9万元 机关运行经费预算 amount',
    ]);
    expect(figuresOf('市财政局机关运行经费9万元。', { issuer: '某市财政局' })).toEqual(['9万元 机关运行经费 amount']);
  });

  test.each([
    ['按功能分类划分为教育支出9万元', '9万元 教育支出 amount'],
    ['2050201-学前教育支出9万元', '9万元 学前教育支出 amount'],
    ['系统实现了对9亿元民生资金监管', '9亿元 民生资金监管 amount'],
  ])('how it is divided, its code and what is done with it are no part of the name: %s', (text, figure) => {
    expect(figuresOf(text)).toEqual([figure]);
  });

  test('其他 is a name of its own in a list', () => {
    expect(figuresOf('收入9万元（其中财政拨款5万元，其他4万元）。').at(-1)).toBe('4万元 其他@收入 amount');
  });

  test('计划生育 begins with no verb', () => {
    expect(figuresOf('安排计划生育服务9万元。')).toEqual(['9万元 计划生育服务 amount']);
  });

  test('a year without 年, and verbs of allotting, are no part of the name', () => {
    expect(figuresOf('2023度收入预算9万元，相应安排支出预算8万元。')).toEqual([
      '9万元 收入预算 amount',
      '8万元 支出预算 amount',
    ]);
  });
});

describe('periods', () => {
  const periodsOf = (lines: string | readonly string[]) => narrate(lines).figures.map(({ period }) => period);

  test('the year of the document unless words say otherwise', () => {
    expect(periodsOf('本年收入合计10万元。上年结转2万元。')).toEqual(['2023', '2023']);
  });

  test('a year named holds for what follows in the block', () => {
    expect(periodsOf('截至2022年12月31日，共有车辆2辆。单价100万元以上设备1台。')).toEqual(['2022', '2022', '2022']);
  });

  test('the year of a comparison is that of the base alone', () => {
    expect(periodsOf('收入预算12万元，比2022年年初预算数10万元增加2万元，增长20%。')).toEqual([
      '2023',
      '2022',
      '2023',
      '2023',
    ]);
  });

  test('years in reasons do not count', () => {
    expect(periodsOf('收入10万元，因为2021年无决算数；支出0万元。')).toEqual(['2023', '2023']);
  });

  test('a date that introduces a list holds for the blocks under it', () => {
    expect(
      periodsOf(['截止2022年12月统计，基本情况如下：', '在职人员编制180人。', '# 三、收入', '总收入5万元。']),
    ).toEqual(['2022', '2023']);
  });
});
