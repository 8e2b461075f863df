import { writePage } from '../made-pages.ts';

interface Year {
  readonly year: number;
  readonly kind: '预算' | '决算';
  /** 因公出国（境）费, 公务用车购置及运行费, 公务接待费. */
  readonly amounts: readonly [string, string, string];
  readonly total: string;
  /** Row of the function table: code, name, amount. */
  readonly row?: readonly [string, string, string];
  readonly prose?: string;
  /** Whose money the table by function is about, and that of the three public expenses. */
  readonly fund?: string;
  readonly threePublicFund?: string;
}

/** One unit's budgets and final accounts, each as published on a page of its own. */
export function writeYears(folder: string, years: readonly Year[], unit = '清河市档案馆'): void {
  for (const {
    year,
    kind,
    amounts,
    total,
    row = ['2012604', '档案馆', '180.00'],
    prose = '本单位按规定公开以上各表，数据均为财政拨款安排。',
    fund = '一般公共预算财政拨款',
    threePublicFund = '一般公共预算财政拨款',
  } of years) {
    const title = `${unit}${year}年度${kind === '预算' ? '部门预算' : '部门决算'}`;
    const [abroad, vehicle, reception] = amounts;
    const [code, name, amount] = row;
    writePage(
      folder,
      `${year}-${kind === '预算' ? 'budget' : 'final'}.html`,
      `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>
<p>${fund}支出${kind}表</p><p>单位：万元</p>
<table><tr><th>科目编码</th><th>科目名称</th><th>合计</th><th>基本支出</th><th>项目支出</th></tr>
<tr><td></td><td>合计</td><td>${amount}</td><td>${amount}</td><td>0.00</td></tr>
<tr><td>${code}</td><td>${name}</td><td>${amount}</td><td>${amount}</td><td>0.00</td></tr></table>
<p>${threePublicFund}“三公”经费支出${kind}表</p><p>单位：万元</p>
<table><tr><th>项目</th><th>${kind}数</th></tr>
<tr><td>“三公”经费合计</td><td>${total}</td></tr>
<tr><td>因公出国（境）费</td><td>${abroad}</td></tr>
<tr><td>公务用车购置及运行费</td><td>${vehicle}</td></tr>
<tr><td>公务接待费</td><td>${reception}</td></tr></table>
<p>${prose}</p></body></html>`,
    );
  }
}
