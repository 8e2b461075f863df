import { expect, test } from 'vitest';
import { figuresOf, missedNumbers } from '../../scripts/prose/paragraphs.ts';

const paragraph = {
  id: 'p1',
  doc: '某市财政局 2023 年部门预算 目 录 第一部分 部门概况',
  page: 3,
  text: '本部门支出预算1,234.5 万元，占比20%，预算数2 万元。',
};

test('the year of a paragraph is that of the title its document begins with', () => {
  expect(figuresOf(paragraph).map(({ raw, period }) => [raw, period])).toEqual([
    ['1,234.5万元', '2023'],
    ['20%', '2023'],
    ['2万元', '2023'],
  ]);
});

test('numbers with a unit that are no figure are missed, and shown with the words around them', () => {
  const figures = figuresOf(paragraph);
  expect(missedNumbers(paragraph, figures)).toEqual({ printed: 3, missed: [] });
  const { printed, missed } = missedNumbers(paragraph, figures.slice(1));
  expect(printed).toBe(3);
  expect(missed).toHaveLength(1);
  expect(missed[0]).toContain('支出预算1,234.5');
});
