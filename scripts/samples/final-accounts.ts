import { type Account, CLASS_NAMES, codeRows, fiscalOf, type ThreePublic } from './account.ts';
import { percent, sum, wan } from './amounts.ts';
import { heading, type Print, paragraph, type SampleBlock, type SampleDocument } from './document.ts';
import { finalAccountsTables } from './final-accounts-tables.ts';
import { type AccountTotals, totalsOf } from './totals.ts';
import type { Unit } from './units.ts';

/** 部门决算 of an invented unit: overview, nine forms, explanation. The wording is ours, after the usual order of content. */
export function finalAccounts(unit: Unit, account: Account, year: number, print: Print): SampleDocument {
  const totals = totalsOf(account);
  const tables = finalAccountsTables(account, totals, print);
  return {
    title: `${unit.name}${year}年度部门决算`,
    issuer: unit.name,
    year,
    publishedOn: `${year + 1}-08-${unit.day}`,
    blocks: [
      heading(1, '第一部分 单位概况'),
      heading(2, '一、主要职责'),
      ...unit.duties.map(paragraph),
      heading(2, '二、机构设置'),
      paragraph(
        `${unit.name}内设机构包括办公室、业务科和财务科，本年度部门决算只含${unit.name}本级，没有下属预算单位。`,
      ),
      heading(1, `第二部分 ${year}年度部门决算表`),
      ...tables,
      heading(1, `第三部分 ${year}年度部门决算情况说明`),
      ...explanation(account, totals, year, print),
      heading(1, '第四部分 名词解释'),
      paragraph('基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员经费和公用经费。'),
      paragraph('项目支出：指在基本支出之外，为完成特定任务或事业发展目标而发生的支出。'),
    ],
  };
}

type Say = (slot: string, amount: number) => string;

function explanation(account: Account, totals: AccountTotals, year: number, print: Print): SampleBlock[] {
  const say: Say = (slot, amount) => print(slot, wan(amount));
  const share = (slot: string, part: number, whole: number): string => `${print(slot, percent(part, whole))}%`;
  return [
    ...overall(account, totals, year, say, share),
    ...fiscalSummary(account, totals, say, share),
    ...byItem(account, print, say, share),
    ...basic(totals, say),
    ...threePublicText(account, year, say, share),
    ...otherMatters(account, totals, year, print, say, share),
  ];
}

type Share = (slot: string, part: number, whole: number) => string;

function overall(account: Account, totals: AccountTotals, year: number, say: Say, share: Share): SampleBlock[] {
  const growth = totals.grand - account.priorTotal;
  return [
    heading(2, '一、收入支出决算总体情况说明'),
    paragraph(
      `${year}年度收入总计、支出总计均为${say('n.grand', totals.grand)}万元。与${year - 1}年度相比，收入、支出总计各增加${say('n.grand.change', growth)}万元，增长${share('n.grand.growth', growth, account.priorTotal)}。主要原因是当年新增了专项任务。`,
    ),
    heading(2, '二、收入决算情况说明'),
    paragraph(
      `本年收入合计${say('n.income', totals.income)}万元，其中：财政拨款收入${say('n.income.fiscal', totals.fiscalIncome)}万元，占${share('n.income.fiscal.share', totals.fiscalIncome, totals.income)}；其他收入${say('n.income.other', account.otherIncome)}万元，占${share('n.income.other.share', account.otherIncome, totals.income)}。`,
    ),
    heading(2, '三、支出决算情况说明'),
    paragraph(
      `本年支出合计${say('n.expenditure', totals.expenditure)}万元，其中：基本支出${say('n.expenditure.basic', totals.basic)}万元，占${share('n.expenditure.basic.share', totals.basic, totals.expenditure)}；项目支出${say('n.expenditure.project', totals.project)}万元，占${share('n.expenditure.project.share', totals.project, totals.expenditure)}。`,
    ),
  ];
}

function fiscalSummary(account: Account, totals: AccountTotals, say: Say, share: Share): SampleBlock[] {
  const classes = codeRows(account.items, (item) => [fiscalOf(item)]).filter((row) => row.code.length === 3);
  const budget = sum(account.items.map((item) => item.budget));
  const listed = classes
    .map(
      ({ code, amounts: [amount = 0] }) =>
        `${CLASS_NAMES.get(code)}（类）${say(`n.class.${code}`, amount)}万元，占${share(`n.class.${code}.share`, amount, totals.fiscal)}`,
    )
    .join('；');
  return [
    heading(2, '四、财政拨款收入支出决算总体情况说明'),
    paragraph(`本年度财政拨款收入总计、支出总计均为${say('n.fiscal.grand', totals.fiscalGrand)}万元。`),
    heading(2, '五、一般公共预算财政拨款支出决算情况说明'),
    heading(3, '（一）一般公共预算财政拨款支出决算总体情况'),
    paragraph(
      `一般公共预算财政拨款支出${say('n.fiscal', totals.fiscal)}万元，占本年支出合计的${share('n.fiscal.share', totals.fiscal, totals.expenditure)}。`,
    ),
    heading(3, '（二）一般公共预算财政拨款支出决算结构情况'),
    paragraph(`一般公共预算财政拨款支出${say('n.fiscal.structure', totals.fiscal)}万元，主要用于以下方面：${listed}。`),
    heading(3, '（三）一般公共预算财政拨款支出决算具体情况'),
    paragraph(
      `一般公共预算财政拨款支出年初预算为${say('n.fiscal.budget', budget)}万元，支出决算为${say('n.fiscal.final', totals.fiscal)}万元，完成年初预算的${share('n.fiscal.completion', totals.fiscal, budget)}。其中：`,
    ),
  ];
}

function byItem(account: Account, print: Print, say: Say, share: Share): SampleBlock[] {
  return account.items.map((item, index) => {
    const final = fiscalOf(item);
    const [klass, group] = [CLASS_NAMES.get(item.code.slice(0, 3)), CLASS_NAMES.get(item.code.slice(0, 5))];
    const comparison = comparisonWords(final, item.budget, (word) => print(`n.${item.code}.comparison`, word));
    return paragraph(
      `${index + 1}．${klass}（类）${group}（款）${item.name}（项）。年初预算为${say(`n.${item.code}.budget`, item.budget)}万元，支出决算为${say(`n.${item.code}.final`, final)}万元，完成年初预算的${share(`n.${item.code}.completion`, final, item.budget)}。${comparison}`,
    );
  });
}

function comparisonWords(final: number, budget: number, printWord: (word: string) => string): string {
  if (final === budget) return `决算数与年初预算数${printWord('持平')}。`;
  return final > budget
    ? `决算数${printWord('大于')}年初预算数的主要原因是年中追加了经费。`
    : `决算数${printWord('小于')}年初预算数的主要原因是厉行节约，压减了开支。`;
}

function basic(totals: AccountTotals, say: Say): SampleBlock[] {
  return [
    heading(2, '六、一般公共预算财政拨款基本支出决算情况说明'),
    paragraph(
      `一般公共预算财政拨款基本支出${say('n.basic', totals.basic)}万元，其中：人员经费${say('n.basic.personnel', totals.personnel)}万元，用于工资福利支出和对个人和家庭的补助；公用经费${say('n.basic.operating', totals.operating)}万元，用于办公费、物业管理费、差旅费等商品和服务支出。`,
    ),
  ];
}

function threePublicText(account: Account, year: number, say: Say, share: Share): SampleBlock[] {
  const all = (items: ThreePublic): number => items.overseas + items.carPurchase + items.carRunning + items.reception;
  const [budget, final] = [all(account.threePublicBudget), all(account.threePublicFinal)];
  const less = account.threePublicPrior - final;
  const { carRunning, reception } = account.threePublicFinal;
  return [
    heading(2, '七、财政拨款“三公”经费支出决算情况说明'),
    paragraph(
      `“三公”经费财政拨款支出预算为${say('n.three.budget', budget)}万元，支出决算为${say('n.three.final', final)}万元，完成预算的${share('n.three.completion', final, budget)}。${year}年度“三公”经费支出决算数比${year - 1}年度减少${say('n.three.change', less)}万元，下降${share('n.three.fall', less, account.threePublicPrior)}。`,
    ),
    paragraph(
      `具体情况：1．本年度没有安排因公出国（境）费支出。2．公务用车购置及运行维护费支出决算${say('n.three.cars', carRunning)}万元，占“三公”经费支出决算的${share('n.three.cars.share', carRunning, final)}。3．公务接待费支出决算${say('n.three.reception', reception)}万元，占“三公”经费支出决算的${share('n.three.reception.share', reception, final)}。`,
    ),
  ];
}

function otherMatters(
  account: Account,
  totals: AccountTotals,
  year: number,
  print: Print,
  say: Say,
  share: Share,
): SampleBlock[] {
  const { goods, works, services, small } = account.procurement;
  const total = goods + works + services;
  const vehicles = account.vehicles
    .map(({ name, count }, index) => `${name}${print(`n.vehicles.${index + 1}`, String(count))}辆`)
    .join('、');
  return [
    heading(2, '八、其他重要事项的情况说明'),
    paragraph(
      `机关运行经费支出${say('n.operating', totals.operating)}${print('n.operating.unit', '万元')}，用于保障日常办公。`,
    ),
    paragraph(
      `政府采购支出总额${say('n.procurement', total)}万元，其中：政府采购货物支出${say('n.procurement.goods', goods)}万元，政府采购工程支出${say('n.procurement.works', works)}万元，政府采购服务支出${say('n.procurement.services', services)}万元。授予小微企业合同金额${say('n.procurement.small', small)}万元，占政府采购支出总额的${share('n.procurement.small.share', small, total)}。`,
    ),
    paragraph(
      `截至${year}年12月31日，共有车辆${print('n.vehicles', String(sum(account.vehicles.map((kind) => kind.count))))}辆，其中：${vehicles}。`,
    ),
  ];
}
