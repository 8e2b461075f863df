import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlainText } from '../../../extractors/readers/plain-text/index.ts';
import type { Block } from '../../../schemas/index.ts';
import { document as documentSchema } from '../../../schemas/index.ts';

function readText(text: string): readonly Block[] {
  return readPlainText({ bytes: new TextEncoder().encode(text), sha256: '0'.repeat(64), source: 'a.txt' }).blocks;
}

function outline(text: string): string[] {
  return readText(text).map((block) => {
    if (block.kind === 'table') return `table ${block.rows}x${block.columns}`;
    return `${block.kind === 'heading' ? `h${block.level}` : block.kind} ${block.text}`;
  });
}

function cells(text: string): string[] {
  return readText(text).flatMap((block) =>
    block.kind === 'table' ? block.cells.map((cell) => `${cell.r},${cell.c} ${cell.rs}x${cell.cs} ${cell.text}`) : [],
  );
}

describe('paragraphs', () => {
  test('one line is one paragraph in text saved from a page', () => {
    expect(outline('本年收入合计10.00万元。\n\n本年支出合计9.00万元。')).toEqual([
      'paragraph 本年收入合计10.00万元。',
      'paragraph 本年支出合计9.00万元。',
    ]);
  });

  test('lines broken at the width of a page are joined, a short last line ends the paragraph', () => {
    const lines = [
      '负责全市档案资料的收集、整理、保管和利用工作，指导各部门和各县区的',
      '档案业务，组织档案宣传教育和干部培训，负责档案信息化建设和数据资源',
      '的安全管理，承办市委和市政府交办的其他事项',
      '内设机构三个',
    ];
    expect(outline(lines.join('\n'))).toHaveLength(2);
  });

  test('an open bracket is not the end', () => {
    expect(outline('七、一般公共预算财政拨款“三公”经费支出决算表（\n表7）\n')).toHaveLength(1);
  });

  test('CRLF, form feeds, a byte-order mark, control and zero-width characters', () => {
    expect(outline('\ufeff基本支出\u200b5万元。\r\n\f项目支出\u00076万元。\r')).toEqual([
      'paragraph 基本支出5万元。',
      'paragraph 项目支出6万元。',
    ]);
  });
});

describe('headings and lists', () => {
  test('Chinese numbering and Markdown', () => {
    expect(outline('第二部分 收支情况\n一、收入情况\n（一）财政拨款\n### 说明\n**名词解释**\n- 项目支出')).toEqual([
      'h1 第二部分 收支情况',
      'h3 一、收入情况',
      'h4 （一）财政拨款',
      'h3 说明',
      'h1 名词解释',
      'list-item 项目支出',
    ]);
  });
});

describe('tables', () => {
  test('tabs: merged header cells are inferred from the blanks above a lower header', () => {
    expect(cells('收入\t\t支出\t\n项目\t决算数\t项目\t决算数\n财政拨款\t12.30\t教育支出\t12.30')).toEqual([
      '0,0 1x2 收入',
      '0,2 1x2 支出',
      '1,0 1x1 项目',
      '1,1 1x1 决算数',
      '1,2 1x1 项目',
      '1,3 1x1 决算数',
      '2,0 1x1 财政拨款',
      '2,1 1x1 12.30',
      '2,2 1x1 教育支出',
      '2,3 1x1 12.30',
    ]);
  });

  test('pipes, with the rule below the header', () => {
    const [block] = readText('| 项目 | 金额 |\n|:---|---:|\n| **合计** | 1,024.00 |');
    expect(block).toMatchObject({ kind: 'table', rows: 2, columns: 2, markedHeaderRows: 1 });
    expect(block?.kind === 'table' && block.cells[2]?.text).toBe('合计');
  });

  test('one cell per line: labels with their amounts', () => {
    const lines = ['项目', '预算数', '决算数', '公务接待费', '1.20', '0.80', '公务用车运行维护费', '6.00', '5.90'];
    expect(outline(`${lines.join('\n\n')}\n\n本年支出减少。`)).toEqual(['table 3x3', 'paragraph 本年支出减少。']);
    expect(cells(lines.join('\n'))).toContain('2,2 1x1 5.90');
  });

  test('one cell per line: rows counted by a serial number, up to the next part', () => {
    const lines = [
      '序号',
      '重要事项',
      '完成情况',
      '1',
      '档案馆建设',
      '主体完工。',
      '进度80%。',
      '2',
      '数据迁移',
      '已完成。',
    ];
    expect(outline(`${lines.join('\n \n')}\n第五部分 名词解释`)).toEqual(['table 3x3', 'h1 第五部分 名词解释']);
  });

  test('a tab that indents a paragraph makes no table', () => {
    expect(outline('\t本年收入合计10.00万元。\n\t本年支出合计9.00万元。')).toEqual([
      'paragraph 本年收入合计10.00万元。',
      'paragraph 本年支出合计9.00万元。',
    ]);
  });
});

describe('any text', () => {
  test('gives a valid document, and no character of a word is lost', () => {
    const word = fc.constantFrom(
      '基本支出',
      '一、',
      '1,024.00',
      '\t',
      '\n',
      '|',
      '（',
      '。',
      '**',
      '# ',
      ' ',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const document = readPlainText({
          bytes: new TextEncoder().encode(words.join('')),
          sha256: '0'.repeat(64),
          source: 'a.txt',
        });
        documentSchema.parse(document);
        const read = JSON.stringify(document.blocks).match(/基本支出/g)?.length ?? 0;
        const given = words.join('').match(/基本支出/g)?.length ?? 0;
        return read >= given;
      }),
    );
  });

  test.each([
    ['digits', '1'.repeat(300_000)],
    ['spaces', `甲${' '.repeat(300_000)}`],
    ['units', '万元'.repeat(150_000)],
    ['tabs', 'a\t'.repeat(100_000)],
    ['pipes', '|'.repeat(300_000)],
    ['stars', '**a'.repeat(100_000)],
    ['brackets', '（'.repeat(300_000)],
    ['dots', '. '.repeat(150_000)],
    ['numbering', '第 '.repeat(150_000)],
  ])(
    '300 kB of %s takes bounded time',
    (_, text) => {
      expect(readText(text).length).toBeLessThan(10);
    },
    5_000,
  );
});

describe('comma-separated values', () => {
  test('an exported sheet is its title and its table; quoted fields keep commas, quotes and lines', () => {
    const text =
      '支出决算表,,\r\n项目,"基本\n支出",项目支出\r\n"""甲"", 乙","1,234.50",\r\n合计,1,0.00\r\n,,\r\n注：无。,,\r\n';
    expect(outline(text)).toEqual(['paragraph 支出决算表', 'table 3x3', 'paragraph 注：无。']);
    expect(cells(text).slice(1, 6)).toEqual([
      '0,1 1x1 基本支出',
      '0,2 1x1 项目支出',
      '1,0 1x1 "甲", 乙',
      '1,1 1x1 1,234.50',
      '1,2 1x1 ',
    ]);
  });

  test('prose with commas is prose', () => {
    const text = '本年收入合计10.00万元,增加1.00万元。\n\n本年支出合计9.00万元,减少1.00万元。';
    expect(outline(text).map((line) => line.slice(0, 9))).toEqual(['paragraph', 'paragraph']);
  });

  test('a quoted field without an end makes no table of what follows', () => {
    expect(outline('甲,"1\n乙,2\n丙,3').some((line) => line.startsWith('table'))).toBe(false);
  });
});
