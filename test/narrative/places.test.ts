import fc from 'fast-check';
import { expect, test } from 'vitest';
import { narrate } from './narrate.ts';

test('a figure stands where it is printed, layout spaces included', () => {
  const [figure] = narrate('本年收入合计 1 ,2 34.50 万 元。').figures;
  expect(figure).toMatchObject({ raw: '1,234.50万元', value: '1234.50', place: { block: 0, start: 7, end: 21 } });
});

test('ids, sentences and places go up in reading order', () => {
  const { figures } = narrate(['收入5万元，支出4万元。结余1万元。', '车辆2辆。']);
  expect(figures.map(({ id, sentence, block }) => [id, sentence, block])).toEqual([
    ['f1', 0, 0],
    ['f2', 0, 0],
    ['f3', 1, 0],
    ['f4', 2, 1],
  ]);
});

test('a number that stands alone is the label of a chart', () => {
  expect(narrate(['收入5万元。', '41.43%']).figures).toHaveLength(1);
});

test('links refer to figures that exist, whatever the text', () => {
  const words = [
    '收入',
    '支出',
    '10万元',
    '5%',
    '占',
    '其中：',
    '；',
    '，',
    '。',
    '（',
    '）',
    '比上年',
    '增加',
    '完成预算的',
    '为零',
    '1人',
    '年初预算为',
    '决算数大于预算数',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (parts) => {
      const { figures, links } = narrate(parts.join(''));
      const ids = new Set(figures.map(({ id }) => id));
      for (const { words: _words, ...link } of links) {
        for (const value of Object.values(link).flat()) {
          if (typeof value === 'string' && /^f\d+$/.test(value)) expect(ids).toContain(value);
        }
      }
      for (const { block, start, end, value } of figures) {
        expect(block).toBe(0);
        expect(start).toBeLessThan(end);
        expect(value).toMatch(/^-?\d+(\.\d+)?$/);
      }
    }),
  );
});
