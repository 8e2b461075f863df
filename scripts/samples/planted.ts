import { type Misprint, raiseDigit, shiftPoint, swapDigits } from './misprints.ts';

export type SampleKind = 'final-accounts' | 'budget' | 'performance';

/** One sample of data/samples: what it is and what is planted in it. */
export interface SamplePlan {
  readonly name: string;
  readonly kind: SampleKind;
  readonly medium: 'pdf' | 'html';
  readonly unit: number;
  readonly year: number;
  /** The unit's first year where it is followed over several, each from the one before; these files have no twins. */
  readonly since?: number;
  readonly misprints: readonly Misprint[];
}

/** The samples of data/samples. Unit numbers choose the invented unit and, with the seed, its accounts. */
export const SAMPLE_PLANS: readonly SamplePlan[] = [
  {
    name: 'final-accounts-1',
    kind: 'final-accounts',
    medium: 'pdf',
    unit: 0,
    year: 2023,
    misprints: [
      { slot: 'n.basic.personnel', kind: 'sum', spoil: raiseDigit(2, 4), note: '人员经费与公用经费之和不等于基本支出' },
      { slot: 't03.2012602.project', kind: 'sum', spoil: raiseDigit(4, 3), note: '支出决算表一行的项目支出写错' },
      { slot: 'n.income.fiscal.share', kind: 'share', spoil: swapDigits, note: '财政拨款收入占比数字颠倒' },
    ],
  },
  {
    name: 'final-accounts-2',
    kind: 'final-accounts',
    medium: 'pdf',
    unit: 1,
    year: 2022,
    misprints: [
      {
        slot: 'n.2130305.final',
        kind: 'narrative_vs_table',
        spoil: raiseDigit(3, 5),
        note: '水利工程建设决算数与表不符',
      },
      { slot: 'n.operating.unit', kind: 'unit', spoil: () => '元', note: '机关运行经费单位应为万元' },
      {
        slot: 'n.2210201.comparison',
        kind: 'direction',
        spoil: (word) => (word === '大于' ? '小于' : '大于'),
        note: '比较词写反',
      },
    ],
  },
  {
    name: 'final-accounts-3',
    kind: 'final-accounts',
    medium: 'html',
    unit: 2,
    year: 2024,
    misprints: [
      { slot: 't09.final.cars', kind: 'sum', spoil: raiseDigit(1, 5), note: '公务用车小计不等于购置与运行之和' },
      { slot: 'n.three.completion', kind: 'completion', spoil: swapDigits, note: '“三公”经费完成率写错' },
      { slot: 'n.grand.change', kind: 'change', spoil: raiseDigit(3, 2), note: '增加额与增长率不符' },
    ],
  },
  {
    name: 'final-accounts-4',
    kind: 'final-accounts',
    medium: 'html',
    unit: 3,
    year: 2021,
    misprints: [
      { slot: 'n.vehicles', kind: 'sum', spoil: raiseDigit(1, 1), note: '车辆总数不等于各类之和' },
      { slot: 't05.2081104.total', kind: 'sum', spoil: swapDigits, note: '一般公共预算支出一行的小计写错' },
      { slot: 'n.procurement.services', kind: 'sum', spoil: shiftPoint, note: '采购服务支出小数点错位' },
    ],
  },
  {
    name: 'budget-1',
    kind: 'budget',
    medium: 'pdf',
    unit: 4,
    year: 2025,
    misprints: [
      { slot: 't03.2012604.total', kind: 'sum', spoil: raiseDigit(4, 2), note: '支出预算总表一行的合计写错' },
      { slot: 'n.project.share', kind: 'share', spoil: raiseDigit(2, 3), note: '项目支出占比写错' },
    ],
  },
  {
    name: 'budget-2',
    kind: 'budget',
    medium: 'pdf',
    unit: 5,
    year: 2024,
    misprints: [
      { slot: 'n.three.reception', kind: 'sum', spoil: raiseDigit(1, 6), note: '接待费与“三公”经费合计和表不符' },
      { slot: 'n.income.growth', kind: 'change', spoil: raiseDigit(1, 4), note: '增长率写错' },
    ],
  },
  {
    name: 'performance-1',
    kind: 'performance',
    medium: 'html',
    unit: 6,
    year: 2023,
    misprints: [{ slot: 'n.completion', kind: 'completion', spoil: raiseDigit(1, 7), note: '执行率写错' }],
  },
  {
    name: 'performance-2',
    kind: 'performance',
    medium: 'html',
    unit: 7,
    year: 2022,
    misprints: [{ slot: 'n.project.3', kind: 'sum', spoil: raiseDigit(3, 3), note: '项目支出之和不等于总额' }],
  },
  ...[2020, 2021, 2022, 2023].map((year): SamplePlan => {
    return {
      name: `years/${year}`,
      kind: 'final-accounts',
      medium: 'html',
      unit: 9,
      year,
      since: 2020,
      misprints: inYear(year),
    };
  }),
];

function inYear(year: number): readonly Misprint[] {
  const note = '公务接待费决算数与表不符';
  return year === 2022
    ? [{ slot: 'n.three.reception', kind: 'narrative_vs_table', spoil: raiseDigit(2, 4), note }]
    : [];
}
