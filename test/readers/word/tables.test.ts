import { describe, expect, test } from 'vitest';
import type { TableBlock } from '../../../schemas/index.ts';
import { cell, docx, paragraph, row, run, table, text } from './docx.ts';
import { readWordFile } from './read-word-file.ts';

const blocksOf = async (body: string) => (await readWordFile(docx({ body }))).blocks;
const gridOf = async (body: string): Promise<string[]> => {
  const [first] = (await blocksOf(body)).filter((block): block is TableBlock => block.kind === 'table');
  return (first?.cells ?? []).map(({ r, c, rs, cs, text: content }) => `${r},${c} ${rs}x${cs} ${content}`);
};
const span = (columns: number) => `<w:gridSpan w:val="${columns}"/>`;
const restart = '<w:vMerge w:val="restart"/>';
const goesOn = '<w:vMerge/>';

describe('merges are spans', () => {
  test('sideways, downwards and both', async () => {
    const body = table(
      row([cell('项目', restart + span(2)), cell('收入', span(2))]),
      row([cell('', goesOn + span(2)), '预算', '决算']),
      row(['201', '教育', '1.00', '2.00']),
    );
    expect(await gridOf(body)).toEqual([
      '0,0 2x2 项目',
      '0,2 1x2 收入',
      '1,2 1x1 预算',
      '1,3 1x1 决算',
      '2,0 1x1 201',
      '2,1 1x1 教育',
      '2,2 1x1 1.00',
      '2,3 1x1 2.00',
    ]);
  });

  test('the old way sideways', async () => {
    const body = table(
      row([cell('收入', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>'), '支出']),
      row(['甲', '乙', '丙']),
    );
    expect((await gridOf(body)).slice(0, 2)).toEqual(['0,0 1x2 收入', '0,2 1x1 支出']);
  });

  test('two merged cells that follow one another stay two', async () => {
    const body = table(
      row([cell('甲', restart), '1']),
      row([cell('', goesOn), '2']),
      row([cell('乙', restart), '3']),
      row([cell('', goesOn), '4']),
    );
    expect((await gridOf(body)).filter((each) => each.includes('2x1'))).toEqual(['0,0 2x1 甲', '2,0 2x1 乙']);
  });

  test('one that goes on from nothing, or from a cell of another width, is a cell', async () => {
    const body = table(row([cell('甲', goesOn), '1', '2']), row([cell('乙', goesOn + span(2)), '3']));
    expect(await gridOf(body)).toEqual(['0,0 1x1 甲', '0,1 1x1 1', '0,2 1x1 2', '1,0 1x2 乙', '1,2 1x1 3']);
  });

  test('columns left free before the first cell are blank', async () => {
    const body = table(row(['甲', '乙']), row(['丙'], '<w:gridBefore w:val="1"/>'));
    expect(await gridOf(body)).toEqual(['0,0 1x1 甲', '0,1 1x1 乙', '1,0 1x1 ', '1,1 1x1 丙']);
  });

  test('out of range they are bounded', async () => {
    const body = table(
      row([cell('甲', `<w:gridSpan w:val="999999999"/>`), '乙']),
      row([cell('丙', span(-4)), '丁'], '<w:gridBefore w:val="-1"/>'),
    );
    const [block] = await blocksOf(body);
    expect(block).toMatchObject({ rows: 2, columns: 3 });
  });
});

test('deleted rows and rows hidden are left out', async () => {
  const body = table(
    row(['项目', '金额']),
    row(['旧', '1'], '<w:del w:id="1"/>'),
    row(['藏', '2'], '<w:hidden/>'),
    row(['新', '3'], '<w:ins w:id="2"/>'),
  );
  expect((await gridOf(body)).map((each) => each.split(' ')[2])).toEqual(['项目', '金额', '新', '3']);
});

test('rows repeated on every page are the header', async () => {
  const body = table(row(['项目', '金额'], '<w:tblHeader/>'), row(['教育', '1.00']));
  expect(await blocksOf(body)).toMatchObject([{ markedHeaderRows: 1 }]);
});

test('lines of a cell are joined, and its indent is told in em', async () => {
  const wrapped = cell(text('灾害防治及应急管理支', '<w:ind w:leftChars="200" w:left="420"/>') + text('出'));
  const spaced = cell('\u3000\u3000行政运行');
  const [block] = await blocksOf(table(row([wrapped, '1']), row([spaced, '2']), row([cell('合计'), '3'])));
  expect(block).toMatchObject({
    cells: [
      { text: '灾害防治及应急管理支出', indent: 2 },
      { text: '1' },
      { text: '行政运行', indent: 2 },
      { text: '2' },
      { text: '合计' },
      { text: '3' },
    ],
  });
});

describe('tables inside tables', () => {
  const inner = table(row(['项目', '金额']), row(['教育', '1.00']));

  test('in a frame the frame is left out', async () => {
    const blocks = await blocksOf(table(row([cell(text('附件') + inner)])));
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table']);
  });

  test('in a table of its own content they come after it', async () => {
    const outer = table(
      row(['单位职责和主要工作任务完成情况说明', '内容']),
      row(['全年目标完成情况以及存在的问题和原因分析', cell(inner)]),
    );
    const blocks = await blocksOf(outer);
    expect(blocks).toMatchObject([
      { kind: 'table', cells: [{}, {}, {}, { text: '' }] },
      { kind: 'table', cells: [{ text: '项目' }, { text: '金额' }, { text: '教育' }, { text: '1.00' }] },
    ]);
  });

  test('a box around a paragraph is the paragraph', async () => {
    expect(await blocksOf(table(row([cell(paragraph(run('说明')))])))).toMatchObject([
      { kind: 'paragraph', text: '说明' },
    ]);
  });
});

test('a table cut in two by a page, with its header again, is one', async () => {
  const head = row(['项目', '金额']);
  const body = table(head, row(['教育', '1.00'])) + text('') + table(head, row(['卫生', '2.00']));
  expect(await blocksOf(body)).toMatchObject([{ kind: 'table', rows: 3, pageBreaks: [2] }]);
});
