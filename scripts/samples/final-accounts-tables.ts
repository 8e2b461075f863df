import { type Account, codeRows, fiscalOf, type ThreePublic } from './account.ts';
import { sum, wanGrouped } from './amounts.ts';
import type { Print, SampleTable } from './document.ts';
import type { AccountTotals } from './totals.ts';

/** The nine forms of 部门决算 (公开01–09表), as a district would print them. */
export function finalAccountsTables(account: Account, totals: AccountTotals, print: Print): SampleTable[] {
  const cell = (slot: string, amount: number): string => (amount === 0 ? '' : print(slot, wanGrouped(amount)));
  return [
    incomeAndExpenditure(account, totals, cell),
    incomeByCode(account, totals, cell),
    expenditureByCode(account, totals, cell),
    fiscalTotals(account, totals, cell),
    generalBudgetExpenditure(account, totals, cell),
    basicExpenditure(account, totals, cell),
    emptyFund(
      '公开07表',
      '政府性基金预算财政拨款收入支出决算表',
      '本单位本年度没有政府性基金预算财政拨款收入，也没有使用政府性基金安排的支出，本表为空。',
    ),
    emptyFund(
      '公开08表',
      '国有资本经营预算财政拨款支出决算表',
      '本单位本年度没有国有资本经营预算财政拨款安排的支出，本表为空。',
    ),
    threePublic(account, print),
  ];
}

type Cell = (slot: string, amount: number) => string;

const INCOME_LINES = [
  '一、一般公共预算财政拨款收入',
  '二、政府性基金预算财政拨款收入',
  '三、国有资本经营预算财政拨款收入',
  '四、上级补助收入',
  '五、事业收入',
  '六、经营收入',
  '七、附属单位上缴收入',
  '八、其他收入',
];

const CLASS_LINES: readonly (readonly [string, string])[] = [
  ['201', '一、一般公共服务支出'],
  ['205', '二、教育支出'],
  ['206', '三、科学技术支出'],
  ['208', '四、社会保障和就业支出'],
  ['210', '五、卫生健康支出'],
  ['211', '六、节能环保支出'],
  ['213', '七、农林水支出'],
  ['221', '八、住房保障支出'],
];

function incomeAndExpenditure(account: Account, totals: AccountTotals, cell: Cell): SampleTable {
  const classes = new Map(
    codeRows(account.items, (item) => [item.basic + item.project]).map((row) => [row.code, row.amounts[0] ?? 0]),
  );
  const income = [totals.fiscalIncome, 0, 0, 0, 0, 0, 0, account.otherIncome];
  const rows = INCOME_LINES.map((line, index) => {
    const [code = '', name = ''] = CLASS_LINES[index] ?? [];
    return [
      line,
      String(index + 1),
      cell(`t01.income.${index + 1}`, income[index] ?? 0),
      name,
      String(index + 13),
      cell(`t01.expenditure.${code}`, classes.get(code) ?? 0),
    ];
  });
  return {
    kind: 'table',
    mark: '公开01表',
    title: '收入支出决算总表',
    unit: '万元',
    header: [
      [
        { text: '收入', cs: 3 },
        { text: '支出', cs: 3 },
      ],
      [{ text: '项目' }, { text: '行次' }, { text: '决算数' }, { text: '项目' }, { text: '行次' }, { text: '决算数' }],
      [{ text: '栏次' }, { text: '' }, { text: '1' }, { text: '栏次' }, { text: '' }, { text: '2' }],
    ],
    rows: [
      ...rows,
      [
        '本年收入合计',
        '9',
        cell('t01.income.total', totals.income),
        '本年支出合计',
        '21',
        cell('t01.expenditure.total', totals.expenditure),
      ],
      ['使用非财政拨款结余', '10', '', '结余分配', '22', ''],
      [
        '年初结转和结余',
        '11',
        cell('t01.carried-in', account.carriedIn),
        '年末结转和结余',
        '23',
        cell('t01.carried-out', account.carriedOut),
      ],
      ['总计', '12', cell('t01.income.grand', totals.grand), '总计', '24', cell('t01.expenditure.grand', totals.grand)],
    ],
    widths: [30, 6, 14, 30, 6, 14],
    notes: ['注：9行=（1+2+3+4+5+6+7+8）行；12行=（9+10+11）行；21行=（13+14+...+20）行；24行=（21+22+23）行。'],
  };
}

function incomeByCode(account: Account, totals: AccountTotals, cell: Cell): SampleTable {
  const fiscal = totals.fiscalIncomeOf;
  const rows = codeRows(account.items, (item) => [fiscal(item) + item.otherFunds, fiscal(item), item.otherFunds]);
  const line = (slot: string, [total = 0, grant = 0, other = 0]: readonly number[]): string[] => [
    cell(`${slot}.total`, total),
    cell(`${slot}.fiscal`, grant),
    '',
    '',
    '',
    '',
    cell(`${slot}.other`, other),
  ];
  return {
    kind: 'table',
    mark: '公开02表',
    title: '收入决算表',
    unit: '万元',
    landscape: true,
    header: [
      [
        { text: '项目', cs: 2 },
        ...['本年收入合计', '财政拨款收入', '上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入'].map(
          (text) => ({ text, rs: 2 }),
        ),
      ],
      [{ text: '科目编码' }, { text: '科目名称' }],
    ],
    rows: [
      ['', '合计', ...line('t02.total', [totals.income, totals.fiscalIncome, account.otherIncome])],
      ...rows.map((row) => [row.code, row.name, ...line(`t02.${row.code}`, row.amounts)]),
    ],
    widths: [10, 24, 11, 11, 9, 9, 8, 9, 9],
    notes: [],
  };
}

function expenditureByCode(account: Account, totals: AccountTotals, cell: Cell): SampleTable {
  const rows = codeRows(account.items, (item) => [item.basic + item.project, item.basic, item.project]);
  const line = (slot: string, [total = 0, basic = 0, project = 0]: readonly number[]): string[] => [
    cell(`${slot}.total`, total),
    cell(`${slot}.basic`, basic),
    cell(`${slot}.project`, project),
    '',
    '',
    '',
  ];
  return {
    kind: 'table',
    mark: '公开03表',
    title: '支出决算表',
    unit: '万元',
    landscape: true,
    header: [
      [
        { text: '项目', cs: 2 },
        ...['本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'].map((text) => ({
          text,
          rs: 2,
        })),
      ],
      [{ text: '科目编码' }, { text: '科目名称' }],
    ],
    rows: [
      ['', '合计', ...line('t03.total', [totals.expenditure, totals.basic, totals.project])],
      ...rows.map((row) => [row.code, row.name, ...line(`t03.${row.code}`, row.amounts)]),
    ],
    widths: [10, 28, 12, 12, 12, 9, 8, 9],
    notes: [],
  };
}

function fiscalTotals(account: Account, totals: AccountTotals, cell: Cell): SampleTable {
  const classes = new Map(
    codeRows(account.items, (item) => [fiscalOf(item)]).map((row) => [row.code, row.amounts[0] ?? 0]),
  );
  const left: readonly (readonly [string, string])[] = [
    ['一、一般公共预算财政拨款', cell('t04.income.general', totals.fiscalIncome)],
    ['二、政府性基金预算财政拨款', ''],
    ['三、国有资本经营预算财政拨款', ''],
  ];
  const rows = CLASS_LINES.map(([code, name], index) => {
    const amount = classes.get(code) ?? 0;
    const [label = '', value = ''] = left[index] ?? [];
    return [label, value, name, cell(`t04.${code}.total`, amount), cell(`t04.${code}.general`, amount), '', ''];
  });
  const pair = (slot: string, amount: number): string[] => [
    cell(`${slot}.total`, amount),
    cell(`${slot}.general`, amount),
    '',
    '',
  ];
  return {
    kind: 'table',
    mark: '公开04表',
    title: '财政拨款收入支出决算总表',
    unit: '万元',
    landscape: true,
    header: [
      [
        { text: '收入', cs: 2 },
        { text: '支出', cs: 5 },
      ],
      [
        '项目',
        '决算数',
        '项目',
        '合计',
        '一般公共预算财政拨款',
        '政府性基金预算财政拨款',
        '国有资本经营预算财政拨款',
      ].map((text) => ({ text })),
    ],
    rows: [
      ...rows,
      [
        '本年收入合计',
        cell('t04.income.total', totals.fiscalIncome),
        '本年支出合计',
        ...pair('t04.expenditure', totals.fiscal),
      ],
      [
        '年初财政拨款结转和结余',
        cell('t04.carried-in', account.carriedIn),
        '年末财政拨款结转和结余',
        ...pair('t04.carried-out', account.carriedOut),
      ],
      ['总计', cell('t04.income.grand', totals.fiscalGrand), '总计', ...pair('t04.grand', totals.fiscalGrand)],
    ],
    widths: [24, 11, 22, 11, 12, 10, 10],
    notes: [],
  };
}

function generalBudgetExpenditure(account: Account, totals: AccountTotals, cell: Cell): SampleTable {
  const rows = codeRows(account.items, (item) => [fiscalOf(item), item.basic, item.project - item.otherFunds]);
  const line = (slot: string, [total = 0, basic = 0, project = 0]: readonly number[]): string[] => [
    cell(`${slot}.total`, total),
    cell(`${slot}.basic`, basic),
    cell(`${slot}.project`, project),
  ];
  return {
    kind: 'table',
    mark: '公开05表',
    title: '一般公共预算财政拨款支出决算表',
    unit: '万元',
    header: [
      [
        { text: '项目', cs: 2 },
        { text: '本年支出', cs: 3 },
      ],
      ['科目编码', '科目名称', '小计', '基本支出', '项目支出'].map((text) => ({ text })),
    ],
    rows: [
      ['', '合计', ...line('t05.total', [totals.fiscal, totals.basic, totals.fiscal - totals.basic])],
      ...rows.map((row) => [row.code, row.name, ...line(`t05.${row.code}`, row.amounts)]),
    ],
    widths: [14, 40, 16, 15, 15],
    notes: [],
  };
}

function basicExpenditure(account: Account, totals: AccountTotals, cell: Cell): SampleTable {
  const groups: readonly (readonly [string, string])[] = [
    ['301', '工资福利支出'],
    ['302', '商品和服务支出'],
    ['303', '对个人和家庭的补助'],
  ];
  const withGroup = ([code, name]: readonly [string, string]): string[][] => {
    const items = account.economic.filter((item) => item.code.startsWith(code));
    return [
      [code, name, cell(`t06.${code}`, sum(items.map((item) => item.amount)))],
      ...items.map((item) => [item.code, item.name, cell(`t06.${item.code}`, item.amount)]),
    ];
  };
  const [wages = [], goods = [], families = []] = groups.map(withGroup);
  const left = [...wages, ...families];
  const blank = ['', '', ''];
  const rows = Array.from({ length: Math.max(left.length, goods.length) }, (_, index) => [
    ...(left[index] ?? blank),
    ...(goods[index] ?? blank),
  ]);
  return {
    kind: 'table',
    mark: '公开06表',
    title: '一般公共预算财政拨款基本支出决算明细表',
    unit: '万元',
    header: [
      [
        { text: '人员经费', cs: 3 },
        { text: '公用经费', cs: 3 },
      ],
      ['科目编码', '科目名称', '决算数', '科目编码', '科目名称', '决算数'].map((text) => ({ text })),
    ],
    rows: [
      ...rows,
      [
        '',
        '人员经费合计',
        cell('t06.personnel', totals.personnel),
        '',
        '公用经费合计',
        cell('t06.operating', totals.operating),
      ],
    ],
    widths: [10, 27, 13, 10, 27, 13],
    notes: [],
  };
}

function emptyFund(mark: string, title: string, note: string): SampleTable {
  return {
    kind: 'table',
    mark,
    title,
    unit: '万元',
    landscape: true,
    header: [
      [
        { text: '项目', cs: 2 },
        { text: '年初结转和结余', rs: 2 },
        { text: '本年收入', rs: 2 },
        { text: '本年支出', cs: 3 },
        { text: '年末结转和结余', rs: 2 },
      ],
      ['科目编码', '科目名称', '小计', '基本支出', '项目支出'].map((text) => ({ text })),
    ],
    rows: [['', '合计', '', '', '', '', '', '']],
    widths: [10, 24, 12, 11, 11, 11, 11, 10],
    notes: [note],
  };
}

function threePublic(account: Account, print: Print): SampleTable {
  const line = (slot: string, items: ThreePublic): string[] => {
    const cars = items.carPurchase + items.carRunning;
    return [
      print(`t09.${slot}.total`, wanGrouped(cars + items.overseas + items.reception)),
      print(`t09.${slot}.overseas`, wanGrouped(items.overseas)),
      print(`t09.${slot}.cars`, wanGrouped(cars)),
      print(`t09.${slot}.car-purchase`, wanGrouped(items.carPurchase)),
      print(`t09.${slot}.car-running`, wanGrouped(items.carRunning)),
      print(`t09.${slot}.reception`, wanGrouped(items.reception)),
    ];
  };
  const half = (text: string) => ({
    top: { text, cs: 6 },
    middle: [
      { text: '合计', rs: 2 },
      { text: '因公出国（境）费', rs: 2 },
      { text: '公务用车购置及运行维护费', cs: 3 },
      { text: '公务接待费', rs: 2 },
    ],
    bottom: ['小计', '公务用车购置费', '公务用车运行维护费'].map((label) => ({ text: label })),
  });
  const [budget, final] = [half('预算数'), half('决算数')];
  return {
    kind: 'table',
    mark: '公开09表',
    title: '财政拨款“三公”经费支出决算表',
    unit: '万元',
    landscape: true,
    header: [
      [budget.top, final.top],
      [...budget.middle, ...final.middle],
      [...budget.bottom, ...final.bottom],
    ],
    rows: [[...line('budget', account.threePublicBudget), ...line('final', account.threePublicFinal)]],
    widths: Array.from({ length: 12 }, () => 1),
    notes: [],
  };
}
