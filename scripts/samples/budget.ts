import { type Account, CLASS_NAMES, codeRows, type ThreePublic } from './account.ts';
import { percent, sum, wan, wanGrouped } from './amounts.ts';
import { heading, type Print, paragraph, type SampleBlock, type SampleDocument, type SampleTable } from './document.ts';
import { type AccountTotals, totalsOf } from './totals.ts';
import type { Unit } from './units.ts';

/**
 * 部门预算 of an invented unit. The budget plans what the account calls its fiscal and other income, without carry-over,
 * so that income and expenditure agree.
 */
export function budget(unit: Unit, account: Account, year: number, print: Print): SampleDocument {
  const plain: Account = { ...account, carriedIn: 0, carriedOut: 0 };
  const totals = totalsOf(plain);
  return {
    title: `${unit.name}${year}年部门预算`,
    issuer: unit.name,
    year,
    publishedOn: `${year}-02-${unit.day}`,
    blocks: [
      heading(1, '第一部分 部门概况'),
      heading(2, '一、部门职责'),
      ...unit.duties.map(paragraph),
      heading(1, `第二部分 ${year}年部门预算情况说明`),
      ...explanation(plain, totals, year, print),
      heading(1, `第三部分 ${year}年部门预算表`),
      ...tables(plain, totals, year, print),
    ],
  };
}

function explanation(account: Account, totals: AccountTotals, year: number, print: Print): SampleBlock[] {
  const say = (slot: string, amount: number): string => `${print(slot, wan(amount))}万元`;
  const share = (slot: string, part: number, whole: number): string => `${print(slot, percent(part, whole))}%`;
  const growth = totals.income - account.priorTotal;
  const classes = codeRows(account.items, (item) => [item.basic + item.project]).filter((row) => row.code.length === 3);
  const listed = classes
    .map(
      ({ code, amounts: [amount = 0] }) =>
        `${CLASS_NAMES.get(code)}${say(`n.class.${code}`, amount)}，占${share(`n.class.${code}.share`, amount, totals.expenditure)}`,
    )
    .join('；');
  const three = threePublicTotal(account.threePublicBudget);
  const threeLess = account.threePublicPrior - three;
  return [
    heading(2, '一、收支预算总体情况'),
    paragraph(
      `${year}年收入预算${say('n.income', totals.income)}，比${year - 1}年预算增加${say('n.income.change', growth)}，增长${share('n.income.growth', growth, account.priorTotal)}。其中：一般公共预算拨款收入${say('n.income.fiscal', totals.fiscalIncome)}，占${share('n.income.fiscal.share', totals.fiscalIncome, totals.income)}；其他收入${say('n.income.other', account.otherIncome)}，占${share('n.income.other.share', account.otherIncome, totals.income)}。`,
    ),
    paragraph(
      `${year}年支出预算${say('n.expenditure', totals.expenditure)}，其中：基本支出${say('n.basic', totals.basic)}，占${share('n.basic.share', totals.basic, totals.expenditure)}；项目支出${say('n.project', totals.project)}，占${share('n.project.share', totals.project, totals.expenditure)}。`,
    ),
    paragraph(`支出预算按功能分类：${listed}。`),
    heading(2, '二、一般公共预算基本支出情况'),
    paragraph(
      `一般公共预算基本支出${say('n.basic.general', totals.basic)}，其中：人员经费${say('n.personnel', totals.personnel)}，公用经费${say('n.operating', totals.operating)}。`,
    ),
    heading(2, '三、“三公”经费预算情况'),
    paragraph(
      `${year}年“三公”经费预算${say('n.three', three)}，其中：因公出国（境）费0万元；公务用车运行维护费${say('n.three.cars', account.threePublicBudget.carRunning)}；公务接待费${say('n.three.reception', account.threePublicBudget.reception)}。比${year - 1}年预算${threeLess < 0 ? '增加' : '减少'}${say('n.three.change', Math.abs(threeLess))}。`,
    ),
    heading(2, '四、政府性基金预算情况'),
    paragraph(`本部门${year}年没有政府性基金预算拨款安排的支出。`),
  ];
}

const threePublicTotal = (items: ThreePublic): number =>
  items.overseas + items.carPurchase + items.carRunning + items.reception;

function tables(account: Account, totals: AccountTotals, year: number, print: Print): SampleTable[] {
  const cell = (slot: string, amount: number): string => (amount === 0 ? '' : print(slot, wanGrouped(amount)));
  return [
    summary(account, totals, year, cell),
    byCode('支出预算总表', '预算03表', 't03', account, totals, cell),
    economic(account, totals, cell),
    threePublic(account, print),
  ];
}

type Cell = (slot: string, amount: number) => string;

function summary(account: Account, totals: AccountTotals, year: number, cell: Cell): SampleTable {
  const classes = codeRows(account.items, (item) => [item.basic + item.project]).filter((row) => row.code.length === 3);
  const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
  const income: readonly (readonly [string, string])[] = [
    ['一、一般公共预算拨款收入', cell('t01.income.general', totals.fiscalIncome)],
    ['二、政府性基金预算拨款收入', ''],
    ['三、事业收入', ''],
    ['四、其他收入', cell('t01.income.other', account.otherIncome)],
  ];
  const length = Math.max(income.length, classes.length);
  const rows = Array.from({ length }, (_, index) => {
    const row = classes[index];
    const right = row ? [`${numerals[index]}、${row.name}`, cell(`t01.${row.code}`, row.amounts[0] ?? 0)] : ['', ''];
    return [...(income[index] ?? ['', '']), ...right];
  });
  return {
    kind: 'table',
    mark: '预算01表',
    title: `${year}年收支预算总表`,
    unit: '万元',
    header: [
      [
        { text: '收入', cs: 2 },
        { text: '支出', cs: 2 },
      ],
      ['项目', '预算数', '项目', '预算数'].map((text) => ({ text })),
    ],
    rows: [
      ...rows,
      [
        '收入总计',
        cell('t01.income.total', totals.income),
        '支出总计',
        cell('t01.expenditure.total', totals.expenditure),
      ],
    ],
    widths: [30, 20, 30, 20],
    notes: [],
  };
}

function byCode(
  title: string,
  mark: string,
  slot: string,
  account: Account,
  totals: AccountTotals,
  cell: Cell,
): SampleTable {
  const rows = codeRows(account.items, (item) => [item.basic + item.project, item.basic, item.project]);
  const line = (key: string, [total = 0, basic = 0, project = 0]: readonly number[]): string[] => [
    cell(`${slot}.${key}.total`, total),
    cell(`${slot}.${key}.basic`, basic),
    cell(`${slot}.${key}.project`, project),
  ];
  return {
    kind: 'table',
    mark,
    title,
    unit: '万元',
    header: [
      [{ text: '科目编码', cs: 3 }, ...['科目名称', '合计', '基本支出', '项目支出'].map((text) => ({ text, rs: 2 }))],
      ['类', '款', '项'].map((text) => ({ text })),
    ],
    rows: [
      ['', '', '', '合计', ...line('total', [totals.expenditure, totals.basic, totals.project])],
      ...rows.map((row) => [
        row.code.slice(0, 3),
        row.code.slice(3, 5),
        row.code.slice(5, 7),
        row.name,
        ...line(row.code, row.amounts),
      ]),
    ],
    widths: [7, 6, 6, 36, 15, 15, 15],
    notes: [],
  };
}

function economic(account: Account, totals: AccountTotals, cell: Cell): SampleTable {
  const groups = [
    ['301', '工资福利支出'],
    ['302', '商品和服务支出'],
    ['303', '对个人和家庭的补助'],
  ] as const;
  const lines = groups.flatMap(([code, name]) => {
    const items = account.economic.filter((item) => item.code.startsWith(code));
    return [{ code, name, amount: sum(items.map((item) => item.amount)) }, ...items];
  });
  const split = (code: string, amount: number): string[] => {
    const operating = code.startsWith('302');
    return [
      cell(`t08.${code}.total`, amount),
      operating ? '' : cell(`t08.${code}.personnel`, amount),
      operating ? cell(`t08.${code}.operating`, amount) : '',
    ];
  };
  return {
    kind: 'table',
    mark: '预算06表',
    title: '一般公共预算基本支出预算表',
    unit: '万元',
    header: [
      [
        { text: '部门预算支出经济分类科目', cs: 2 },
        { text: '本年基本支出', cs: 3 },
      ],
      ['科目编码', '科目名称', '合计', '人员经费', '公用经费'].map((text) => ({ text })),
    ],
    rows: [
      [
        '',
        '合计',
        cell('t08.total', totals.basic),
        cell('t08.personnel', totals.personnel),
        cell('t08.operating', totals.operating),
      ],
      ...lines.map(({ code, name, amount }) => [code, name, ...split(code, amount)]),
    ],
    widths: [14, 38, 16, 16, 16],
    notes: [],
  };
}

function threePublic(account: Account, print: Print): SampleTable {
  const items = account.threePublicBudget;
  const cars = items.carPurchase + items.carRunning;
  const row = [
    print('t09.total', wanGrouped(threePublicTotal(items))),
    print('t09.overseas', wanGrouped(items.overseas)),
    print('t09.cars', wanGrouped(cars)),
    print('t09.car-purchase', wanGrouped(items.carPurchase)),
    print('t09.car-running', wanGrouped(items.carRunning)),
    print('t09.reception', wanGrouped(items.reception)),
  ];
  return {
    kind: 'table',
    mark: '预算09表',
    title: '“三公”经费支出预算表',
    unit: '万元',
    header: [
      [
        { text: '“三公”经费合计', rs: 2 },
        { text: '因公出国（境）费', rs: 2 },
        { text: '公务用车购置及运行费', cs: 3 },
        { text: '公务接待费', rs: 2 },
      ],
      ['小计', '公务用车购置费', '公务用车运行费'].map((text) => ({ text })),
    ],
    rows: [row],
    widths: [1, 1, 1, 1, 1, 1],
    notes: [],
  };
}
