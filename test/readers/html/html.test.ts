import { describe, expect, test } from 'vitest';
import { readHtml } from '../../../extractors/readers/html/index.ts';
import type { Block, Document, TableBlock } from '../../../schemas/index.ts';
import { document as documentSchema } from '../../../schemas/index.ts';

function readPage(html: string): Document {
  return readHtml({ bytes: new TextEncoder().encode(html), sha256: '0'.repeat(64), source: 'page.html' });
}

function readBody(body: string): readonly Block[] {
  return readPage(`<html><body>${body}</body></html>`).blocks;
}

function texts(body: string): string[] {
  return readBody(body).map((block) => (block.kind === 'table' ? '[table]' : block.text));
}

function tableOf(body: string): TableBlock {
  const table = readBody(body).find((block) => block.kind === 'table');
  if (table === undefined) throw new Error('no table was found');
  return table;
}

function cells(table: TableBlock): string[] {
  return table.cells.map(({ r, c, rs, cs, text }) => `${r},${c} ${rs}x${cs} ${text}`);
}

const ruled = (rows: string): string => `<table border="1">${rows}</table>`;

describe('text flows as a browser flows it', () => {
  test('numbers and words split by spans are joined', () => {
    expect(texts('<p><span>本年收入合计1</span><span>,028.<b>50</b></span>万<o:p></o:p>元。</p>')).toEqual([
      '本年收入合计1,028.50万元。',
    ]);
  });

  test('a line end of the source between ideographs is no space, between words it is one', () => {
    expect(texts('<p>支出决\n   算为</p><p>budget\nreport</p>')).toEqual(['支出决算为', 'budget report']);
  });

  test('no-break spaces are spaces, soft hyphens and zero-width characters are nothing', () => {
    expect(texts('<p>&nbsp;&nbsp;基本&shy;支出\u200b 30&nbsp;万元。\ufeff</p>')).toEqual(['基本支出 30 万元。']);
  });

  test('br and block elements end a paragraph, inline elements do not', () => {
    expect(texts('<div>收入说明：甲。<br>支出说明：乙。<p>其他说明：丙。</p></div>')).toEqual([
      '收入说明：甲。',
      '支出说明：乙。',
      '其他说明：丙。',
    ]);
  });

  test('hidden elements, scripts, styles, templates and comments are left out', () => {
    const hidden = [
      '<p style="display: none">甲</p>',
      '<p style="color:red;visibility:hidden">乙</p>',
      '<p hidden>丙</p>',
      '<script>丁</script><style>戊</style><template>己</template><!-- 庚 -->',
    ];
    expect(texts(`${hidden.join('')}<p>本年支出合计。</p>`)).toEqual(['本年支出合计。']);
  });

  test('a paragraph torn in the middle of a word is one again', () => {
    const body = '<p>本年支出合计870.20万元。其中：基本支</p><p>出617.40万元，占70.95%。</p>';
    const [block] = readBody(body);
    expect(texts(body)).toEqual(['本年支出合计870.20万元。其中：基本支出617.40万元，占70.95%。']);
    expect(block?.kind === 'paragraph' && block.spans.map(({ start, end }) => [start, end])).toEqual([
      [0, 21],
      [21, 39],
    ]);
  });

  test('lone surrogates do not survive', () => {
    expect(texts('<p>支出&#xD800;合计。</p>')[0]?.isWellFormed()).toBe(true);
  });
});

describe('headings', () => {
  const kinds = (body: string): string[] =>
    readBody(body).map((block) => (block.kind === 'heading' ? `h${block.level}` : block.kind));

  test('by element', () => {
    expect(kinds('<h2>部门概况</h2><p>职责是编制预算。</p>')).toEqual(['h2', 'paragraph']);
  });

  test('by numbering, as pasted from Word', () => {
    expect(
      kinds('<p>第一部分 部门概况</p><p>一、主要职能</p><p>（一）收入情况。</p><p>1.公用经费10万元。</p>'),
    ).toEqual(['h1', 'h3', 'h4', 'paragraph']);
  });

  test('by bold type, when short and without a sentence', () => {
    expect(kinds('<p><b>名词解释</b></p><p><b>本年收入增加，主要原因是调整工资。</b></p>')).toEqual([
      'h1',
      'paragraph',
    ]);
  });

  test('a definition behind a numbered term is no heading', () => {
    expect(kinds('<p>（二）基本支出：指为保障机构正常运转而发生的支出。</p>')).toEqual(['paragraph']);
  });
});

describe('the article is taken, the portal is not', () => {
  const article = `<p>一、收入情况</p><p>${'本年收入合计1,000.00万元，比上年增加3%。'.repeat(6)}</p>`;
  const navigation = '<ul><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li></ul>';

  test('navigation, related links and footer are left out', () => {
    const page = `<div class="top">${navigation}</div><div id="c">${article}</div><div>主办：某市人民政府办公室 <a href="/map">网站地图</a></div>`;
    expect(texts(page)).toHaveLength(2);
  });

  test('layout tables are read as what stands in their cells', () => {
    const page = `<table width=1000><tr><td>${navigation}</td></tr><tr><td><table><tr><td width=200>${navigation}</td><td><div>${article}</div></td></tr></table></td></tr></table>`;
    expect(texts(page)).toHaveLength(2);
  });

  test('what is in doubt stays: a numbered heading or an amount beside the article', () => {
    expect(texts(`<div><p>第一部分 部门概况</p></div><div>${article}</div>`)).toHaveLength(3);
    expect(texts(`<div>${article}</div><div>另有支出20万元</div>`)).toHaveLength(3);
  });

  test('a page of a title and forms, without a word of prose, keeps its forms', () => {
    const form = (title: string) =>
      `<table><caption>${title}</caption><tr><th>项目</th><th>合计</th></tr><tr><td>教育支出</td><td>12.00</td></tr><tr><td>合计</td><td>12.00</td></tr></table>`;
    for (const between of ['', '<p></p>']) {
      const page = `<h1>某市图书馆2023年度部门决算</h1>${between}${form('支出决算表')}${form('收入决算表')}`;
      expect(readPage(page).blocks.map(({ kind }) => kind)).toEqual(['heading', 'table', 'table']);
    }
  });

  test('the title above the article is its first heading', () => {
    const page = readPage(
      `<html><head><title>某市审计局2023年度部门决算-某市人民政府网</title></head><body><div>${navigation}</div><h1>某市审计局2023年度部门决算</h1><div class="info">发布时间：2024-08-30 来源：某市审计局</div><div><div>${article}</div></div></body></html>`,
    );
    expect(page.blocks[0]).toMatchObject({ kind: 'heading', level: 1, text: '某市审计局2023年度部门决算' });
    expect(page.metadata).toMatchObject({ pubdate: '2024-08-30', contentsource: '某市审计局' });
  });

  test('attachments are links, wherever they stand and however they open', () => {
    const page = readPage(
      `<body><div>${article}</div><p><a href="/a/决算表.xls">决算表</a> <a href="javascript:void(0)" onclick="down('/b/附件.pdf')">附件</a> <a href="/next.html">下一篇</a></p></body>`,
    );
    expect(page.links.map(({ href }) => href)).toEqual(expect.arrayContaining(['/a/决算表.xls', '/b/附件.pdf']));
  });
});

describe('tables', () => {
  test('merged cells keep their spans, blank cells are present', () => {
    const table = tableOf(
      ruled(
        '<tr><td colspan="2">收入</td><td colspan="2">支出</td></tr><tr><td>项目</td><td>决算数</td><td>项目</td><td>决算数</td></tr><tr><td>财政拨款</td><td>12.30</td><td>教育支出</td></tr>',
      ),
    );
    expect(cells(table)).toEqual([
      '0,0 1x2 收入',
      '0,2 1x2 支出',
      '1,0 1x1 项目',
      '1,1 1x1 决算数',
      '1,2 1x1 项目',
      '1,3 1x1 决算数',
      '2,0 1x1 财政拨款',
      '2,1 1x1 12.30',
      '2,2 1x1 教育支出',
      '2,3 1x1 ',
    ]);
  });

  test('spans without measure are cut to the table', () => {
    const table = tableOf(
      ruled(
        '<tr><td colspan="1000000000">标题</td></tr><tr><td rowspan="65534">甲</td><td>1</td></tr><tr><td>2</td></tr>',
      ),
    );
    expect(cells(table)).toEqual(['0,0 1x2 标题', '1,0 2x1 甲', '1,1 1x1 1', '2,1 1x1 2']);
  });

  test('wrapped words of a cell are joined, two numbers are not', () => {
    const table = tableOf(
      ruled(
        '<tr><td>灾害防治及应急管理支<br>出</td><td><p>12.00</p><p>13.00</p></td></tr><tr><td>合计</td><td>25.00</td></tr>',
      ),
    );
    expect(cells(table).slice(0, 2)).toEqual(['0,0 1x1 灾害防治及应急管理支出', '0,1 1x1 12.00 13.00']);
  });

  test('hidden rows are left out', () => {
    const table = tableOf(
      ruled(
        '<tr><td>甲</td><td>1</td></tr><tr style="display:none"><td>乙</td><td>2</td></tr><tr><td>丙</td><td>3</td></tr>',
      ),
    );
    expect(table.rows).toBe(2);
  });

  test('caption and header rows of the markup', () => {
    const table = tableOf(
      ruled(
        '<caption>收入决算表</caption><thead><tr><th>项目</th><th>金额</th></tr></thead><tr><td>合计</td><td>1</td></tr>',
      ),
    );
    expect(table).toMatchObject({ caption: '收入决算表', markedHeaderRows: 1 });
  });

  test('a table pasted page by page is one table; a repeated header is dropped', () => {
    const page = (rows: string): string => ruled(`<tr><td>项目</td><td>金额</td></tr>${rows}`);
    const blocks = readBody(
      `${page('<tr><td>甲</td><td>1.00</td></tr>')}<p>— 2 —</p>${page('<tr><td>乙</td><td>2.00</td></tr>')}${ruled('<tr><td>丙</td><td>3.00</td></tr>')}`,
    );
    expect(blocks).toHaveLength(1);
    expect(blocks[0]).toMatchObject({ rows: 4, pageBreaks: [2, 3] });
  });

  test('two tables of different columns or headers stay two', () => {
    const blocks = readBody(
      `${ruled('<tr><td>项目</td><td>金额</td></tr><tr><td>甲</td><td>1</td></tr>')}${ruled('<tr><td>指标</td><td>目标</td></tr><tr><td>数量</td><td>十项</td></tr>')}`,
    );
    expect(blocks).toHaveLength(2);
  });

  test('places lead back to the cell', () => {
    const table = tableOf(
      `<div id="zoom">${ruled('<tr><td>甲</td><td>1.00</td></tr><tr><td>乙</td><td>2.00</td></tr>')}</div>`,
    );
    expect(table.cells[3]?.place).toMatchObject({
      block: 0,
      start: 0,
      end: 4,
      selector: '#zoom > table:nth-child(1) > tbody:nth-child(1) > tr:nth-child(2) > td:nth-child(2)',
    });
  });
});

describe('bad pages take bounded time', () => {
  const deep = 100_000;
  test.each([
    ['nested divisions', `${'<div>'.repeat(deep)}基本支出100万元。${'</div>'.repeat(deep)}`],
    ['nested tables', `${'<table><tr><td>'.repeat(deep)}基本支出100万元。`],
    ['nested bold type', `${'<b>'.repeat(deep)}基本支出100万元。`],
    ['tags that never close', `${'<a<'.repeat(deep)}>基本支出100万元。`],
    ['spaces', `<p>${' '.repeat(200_000)}基本支出100万元。</p>`],
  ])('%s', (_, body) => {
    const page = readPage(`<html><body>${body}</body></html>`);
    expect(documentSchema.parse(page).blocks.length).toBeLessThanOrEqual(1);
  });

  test('a table without end is cut off and says so', () => {
    const page = readPage(`<body>${ruled('<tr><td rowspan="65534">甲</td><td>1</td></tr>'.repeat(3000))}</body>`);
    expect(page.reasons).toMatchObject([{ code: 'table-too-large' }]);
  });

  test('a page without text says so', () => {
    expect(readPage('<html><body><img src="scan.jpg"></body></html>').reasons).toMatchObject([{ code: 'no-text' }]);
  });
});
