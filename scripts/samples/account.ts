import { sum } from './amounts.ts';
import type { Random } from './random.ts';

/** One functional item (项) of an invented unit's accounts; amounts in hundredths of 万元. */
export interface FunctionItem {
  readonly code: string;
  readonly name: string;
  readonly basic: number;
  readonly project: number;
  /** 年初预算 of the item's fiscal expenditure. */
  readonly budget: number;
  /** Expenditure from other than fiscal money, part of `project`. */
  readonly otherFunds: number;
}

export interface EconomicItem {
  readonly code: string;
  readonly name: string;
  readonly amount: number;
}

export interface ThreePublic {
  readonly overseas: number;
  readonly carPurchase: number;
  readonly carRunning: number;
  readonly reception: number;
}

export interface Account {
  readonly items: readonly FunctionItem[];
  readonly economic: readonly EconomicItem[];
  readonly otherIncome: number;
  /** 年初财政拨款结转和结余 and 年末 likewise, all general public budget. */
  readonly carriedIn: number;
  readonly carriedOut: number;
  readonly priorTotal: number;
  readonly threePublicBudget: ThreePublic;
  readonly threePublicFinal: ThreePublic;
  readonly threePublicPrior: number;
  readonly vehicles: readonly { readonly name: string; readonly count: number }[];
  readonly procurement: {
    readonly goods: number;
    readonly works: number;
    readonly services: number;
    readonly small: number;
  };
}

/** Names of 类 and 款 that the samples use (2024 classification of government revenue and expenditure). */
export const CLASS_NAMES: ReadonlyMap<string, string> = new Map([
  ['201', '一般公共服务支出'],
  ['20126', '档案事务'],
  ['206', '科学技术支出'],
  ['20607', '科学技术普及'],
  ['208', '社会保障和就业支出'],
  ['20805', '行政事业单位养老支出'],
  ['20811', '残疾人事业'],
  ['210', '卫生健康支出'],
  ['21011', '行政事业单位医疗'],
  ['213', '农林水支出'],
  ['21303', '水利'],
  ['221', '住房保障支出'],
  ['22102', '住房改革支出'],
]);

/** The main items (行政运行, 一般行政管理事务 …) of each invented field of work. */
export const FIELDS = {
  archives: [
    ['2012601', '行政运行'],
    ['2012602', '一般行政管理事务'],
    ['2012604', '档案馆'],
  ],
  water: [
    ['2130301', '行政运行'],
    ['2130305', '水利工程建设'],
    ['2130306', '水利工程运行与维护'],
  ],
  science: [
    ['2060701', '机构运行'],
    ['2060702', '科普活动'],
    ['2060705', '科技馆站'],
  ],
  disabled: [
    ['2081101', '行政运行'],
    ['2081104', '残疾人康复'],
    ['2081105', '残疾人就业'],
  ],
} as const;

export type Field = keyof typeof FIELDS;

const BASIC_ONLY = [
  ['2080505', '机关事业单位基本养老保险缴费支出', 9_000],
  ['2080506', '机关事业单位职业年金缴费支出', 4_500],
  ['2101101', '行政单位医疗', 5_200],
  ['2210201', '住房公积金', 8_600],
] as const;

const PERSONNEL = [
  ['30101', '基本工资', 24],
  ['30102', '津贴补贴', 31],
  ['30103', '奖金', 12],
  ['30108', '机关事业单位基本养老保险缴费', 9],
  ['30109', '职业年金缴费', 5],
  ['30110', '职工基本医疗保险缴费', 5],
  ['30113', '住房公积金', 9],
  ['30302', '退休费', 3],
  ['30305', '生活补助', 2],
] as const;

const OPERATING = [
  ['30201', '办公费', 20],
  ['30207', '邮电费', 7],
  ['30209', '物业管理费', 16],
  ['30211', '差旅费', 14],
  ['30216', '培训费', 6],
  ['30217', '公务接待费', 2],
  ['30228', '工会经费', 12],
  ['30231', '公务用车运行维护费', 9],
  ['30239', '其他交通费用', 14],
] as const;

function economicItems(random: Random): EconomicItem[] {
  const scale = random.between(900, 2_600);
  const amount = (share: number): number => share * scale + random.between(1, 99);
  return [
    ...PERSONNEL.map(([code, name, share]) => ({ code, name, amount: amount(share) })),
    ...OPERATING.map(([code, name, share]) => ({ code, name, amount: Math.floor(amount(share) / 9) })),
  ];
}

function functionItems(random: Random, field: Field, basicTotal: number): FunctionItem[] {
  const [running, ...projects] = FIELDS[field];
  const budgetOf = (amount: number): number => amount + random.between(-900, 900);
  const others = BASIC_ONLY.map(([code, name, mean]) => {
    const basic = mean + random.between(-999, 999);
    return { code, name, basic, project: 0, budget: budgetOf(basic), otherFunds: 0 };
  });
  const runningBasic = basicTotal - sum(others.map((item) => item.basic));
  const main = [
    {
      code: running[0],
      name: running[1],
      basic: runningBasic,
      project: 0,
      budget: budgetOf(runningBasic),
      otherFunds: 0,
    },
    ...projects.map(([code, name], index) => {
      const project = random.between(9_000, 60_000);
      const otherFunds = index === 0 ? random.between(800, 3_000) : 0;
      return { code, name, basic: 0, project, budget: budgetOf(project - otherFunds), otherFunds };
    }),
  ];
  return [...main, ...others].sort((a, b) => (a.code < b.code ? -1 : 1));
}

function threePublic(
  random: Random,
  economic: readonly EconomicItem[],
): Pick<Account, 'threePublicBudget' | 'threePublicFinal' | 'threePublicPrior'> {
  const of = (code: string): number => economic.find((item) => item.code === code)?.amount ?? 0;
  const final = {
    overseas: 0,
    carPurchase: 0,
    carRunning: of('30231') + random.between(0, 60),
    reception: of('30217') + random.between(0, 30),
  };
  const budget = {
    overseas: 0,
    carPurchase: 0,
    carRunning: final.carRunning + random.between(20, 180),
    reception: final.reception + random.between(20, 120),
  };
  return {
    threePublicBudget: budget,
    threePublicFinal: final,
    threePublicPrior: final.carRunning + final.reception + random.between(25, 300),
  };
}

/** A complete account that agrees with itself everywhere. */
export function makeAccount(random: Random, field: Field): Account {
  const economic = economicItems(random);
  const items = functionItems(random, field, sum(economic.map((item) => item.amount)));
  const otherIncome = sum(items.map((item) => item.otherFunds));
  const carriedIn = random.between(300, 4_000);
  const carriedOut = random.between(300, 4_000);
  const total = sum(items.map((item) => item.basic + item.project)) + carriedOut;
  return {
    items,
    economic,
    otherIncome,
    carriedIn,
    carriedOut,
    priorTotal: total - random.between(2_000, 9_000),
    ...threePublic(random, economic),
    vehicles: [
      { name: '机要通信用车', count: random.between(1, 2) },
      { name: '应急保障用车', count: random.between(1, 3) },
      { name: '其他用车', count: random.between(1, 4) },
    ],
    procurement: {
      goods: random.between(900, 9_000),
      works: random.between(500, 6_000),
      services: random.between(2_000, 30_000),
      small: random.between(500, 3_000),
    },
  };
}

/** Fiscal (general public budget) expenditure of one item. */
export const fiscalOf = (item: FunctionItem): number => item.basic + item.project - item.otherFunds;

/** 类, 款 and 项 rows in code order, each with the sum of `amountsOf` over its items. */
export function codeRows(
  items: readonly FunctionItem[],
  amountsOf: (item: FunctionItem) => readonly number[],
): { readonly code: string; readonly name: string; readonly amounts: readonly number[] }[] {
  const rows = new Map<string, { code: string; name: string; amounts: number[] }>();
  for (const item of items) {
    for (const code of [item.code.slice(0, 3), item.code.slice(0, 5), item.code]) {
      const name = code === item.code ? item.name : (CLASS_NAMES.get(code) ?? code);
      const row = rows.get(code) ?? { code, name, amounts: amountsOf(item).map(() => 0) };
      row.amounts = row.amounts.map((amount, column) => amount + (amountsOf(item)[column] ?? 0));
      rows.set(code, row);
    }
  }
  return [...rows.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}
