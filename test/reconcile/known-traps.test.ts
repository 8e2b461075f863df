import { describe, expect, test } from 'vitest';
import { extract } from '../../extractors/extract.ts';
import { read } from '../../extractors/readers/index.ts';
import { reconcile } from '../../extractors/reconcile/index.ts';

/**
 * What other checkers of such disclosures are known to get wrong, on pages in our own words: numbers that do agree and
 * are reported all the same, and contradictions that are passed over.
 */
async function findingsIn(body: string) {
  const html = `<!doctype html><meta charset="utf-8"><title>某市某局2023年度部门决算</title><body><h1>某市某局2023年度部门决算</h1><p>本部门2023年度决算情况说明及各表如下，收支数据均取自经批复的年度决算。</p>${body}</body>`;
  const origin = { sha256: 'a'.repeat(64), source: 'made.html' };
  const extraction = extract(await read({ ...origin, bytes: new TextEncoder().encode(html) }), origin);
  return reconcile(extraction, { lang: 'zh', all: false }).findings.map(({ type, message }) => `${type} ${message}`);
}

const table = (title: string, unit: string, ...rows: readonly (readonly string[])[]) =>
  `<p>${title}</p><p>单位：${unit}</p><table>${rows
    .map((row, r) => `<tr>${row.map((cell) => (r === 0 ? `<th>${cell}</th>` : `<td>${cell}</td>`)).join('')}</tr>`)
    .join('')}</table>`;

const HEAD = ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'];

describe('agrees, and is not reported', () => {
  test.each([
    [
      'last year’s amount beside this year’s',
      '<p>2023年度支出合计120.00万元，与2022年度相比增加20.00万元，增长20.00%。2022年度支出合计100.00万元。</p>',
    ],
    [
      'amounts of two sentences side by side',
      '<p>一般公共预算财政拨款支出80.00万元。政府性基金预算财政拨款支出12.00万元，比上年增加2.00万元。</p>',
    ],
    [
      'the change of 三公 as a whole before one of its items',
      '<p>“三公”经费支出决算为5.00万元，比上年减少1.00万元，下降16.67%，其中：公务接待费支出决算2.00万元，公务用车购置及运行维护费支出决算3.00万元。</p>',
    ],
    [
      'a change whose percentage the printed digits allow',
      '<p>2023年其他支出0.62万元，2022年为0.50万元，增长22.22%。</p>',
    ],
    [
      'projects with objectives that are only some of the projects',
      `<p>本年支出合计120.00万元，其中：基本支出90.00万元，项目支出30.00万元。</p><p>对2个项目开展绩效自评，涉及资金18.00万元。</p>`,
    ],
    [
      'other funds between two forms',
      table(
        '支出决算表',
        '万元',
        HEAD,
        ['', '合计', '120.00', '90.00', '30.00'],
        ['201', '一般公共服务支出', '120.00', '90.00', '30.00'],
      ) +
        table(
          '一般公共预算财政拨款支出决算表',
          '万元',
          HEAD,
          ['', '合计', '100.00', '80.00', '20.00'],
          ['201', '一般公共服务支出', '100.00', '80.00', '20.00'],
        ),
    ],
    [
      'a table in 元 beside prose in 万元',
      `<p>本年支出合计120.00万元。</p>${table('支出决算表', '元', HEAD, ['', '合计', '1200000.00', '900000.00', '300000.00'])}`,
    ],
    [
      'blank cells for zero',
      table(
        '支出决算表',
        '万元',
        HEAD,
        ['', '合计', '90.00', '90.00', ''],
        ['201', '一般公共服务支出', '90.00', '90.00', ''],
      ),
    ],
  ])('%s', async (_, body) => {
    expect(await findingsIn(body)).toEqual([]);
  });
});

describe('contradicts, and is not passed over', () => {
  test('基本 and 项目 swapped in the text', async () => {
    const body = `<p>本年支出合计120.00万元，其中：基本支出30.00万元，项目支出90.00万元。</p>${table(
      '支出决算表',
      '万元',
      HEAD,
      ['', '合计', '120.00', '90.00', '30.00'],
      ['201', '一般公共服务支出', '120.00', '90.00', '30.00'],
    )}`;
    expect((await findingsIn(body)).join('\n')).toContain('narrative_vs_table');
  });
  test('a zero is a number: 0.00 in the text, not zero in the table', async () => {
    const body = `<p>2023年度项目支出0.00万元。</p>${table(
      '支出决算表',
      '万元',
      HEAD,
      ['', '合计', '120.00', '90.00', '30.00'],
      ['201', '一般公共服务支出', '120.00', '90.00', '30.00'],
    )}`;
    expect(await findingsIn(body)).toHaveLength(1);
  });
  test('a completion rate of a budget of zero', async () => {
    const body = '<p>公务接待费年初预算为0万元，支出决算为1.20万元，完成年初预算的100%。</p>';
    expect(await findingsIn(body)).toHaveLength(1);
  });
  test('words broken within by a soft line break', async () => {
    const body = '<p>公务接待费年初预算为80.00万元，支出决<br>算为60.00万元，完成年初预算的85.00%。</p>';
    expect((await findingsIn(body)).join('\n')).toContain('75.00%');
  });
  test('one misprint is one finding, not one for each form that it stands in', async () => {
    const body = table(
      '支出决算表',
      '万元',
      HEAD,
      ['', '合计', '210.00', '90.00', '30.00'],
      ['201', '一般公共服务支出', '70.00', '50.00', '20.00'],
      ['20103', '政府办公厅（室）及相关机构事务', '70.00', '50.00', '20.00'],
      ['221', '住房保障支出', '50.00', '40.00', '10.00'],
      ['22102', '住房改革支出', '50.00', '40.00', '10.00'],
    );
    const found = await findingsIn(body);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('120.00');
  });
});
