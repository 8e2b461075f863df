import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockEnd, blockStart, makeReadable, printedForm } from '../../../extractors/narrative/language/readable.ts';

const textOf = (printed: string) => makeReadable(printed).text;

describe('makeReadable', () => {
  test.each([
    ['soft breaks and layout spaces inside words', '支出决\n算为 12 万\n元', '支出决算为12万元'],
    ['a number justified apart', '基本支出 3 , 0 4 1 . 7 5 万元', '基本支出3,041.75万元'],
    ['a number cut by the line end', '基本支出 5\n83.12万元，占 4.0\n7%', '基本支出583.12万元，占4.07%'],
    ['full-width digits and signs', '共１，２３４．５０万元，占１２．５％', '共1,234.50万元，占12.5%'],
    ['a year apart', '202 6 年预算', '2026年预算'],
  ])('%s', (_name, printed, text) => {
    expect(textOf(printed)).toBe(text);
  });

  test.each([
    ['two numbers side by side stay two', '3.50 0.36', '3.50 0.36'],
    ['a code and an amount', '2010301 1511.89万元', '2010301 1511.89万元'],
    ['a year and a number', '2018 66.20万元', '2018 66.20万元'],
    ['the number of an item and a decimal', '1. 286.07万元', '1. 286.07万元'],
    ['Latin words', 'OA system', 'OA system'],
  ])('%s', (_name, printed, text) => {
    expect(textOf(printed)).toBe(text);
  });

  test('separators that stayed where the point was moved are separators', () => {
    expect(textOf('共2,85.585万元，另5,12.5万元')).toBe('共2,85.585万元，另5，12.5万元');
    expect(textOf('80,778,1.9386元')).toBe('80,778,1.9386元');
  });
  test('a comma groups thousands or parts clauses, never both', () => {
    expect(textOf('1,234.50万元,其中:甲412.49,414.91万元')).toBe('1,234.50万元，其中：甲412.49，414.91万元');
  });

  test('every stretch leads back to the characters it was read from', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('支', '出', '1', '2', '.', ',', ' ', '\n', '万', '元', '（') }),
        (printed) => {
          const readable = makeReadable(printed);
          expect(readable.offsets).toHaveLength(readable.text.length + 1);
          for (let at = 0; at < readable.text.length; at++) {
            const own = printed.slice(blockStart(readable, at), blockEnd(readable, at + 1));
            expect(own.trim() === '' ? ' ' : makeReadable(own).text).toBe(readable.text[at]?.replace(',', '，'));
          }
        },
      ),
    );
  });

  test('the printed form keeps the document’s own brackets and drops layout spaces', () => {
    const readable = makeReadable('公务接待费(含外宾) 1 2.50 万 元');
    expect(printedForm(readable, 0, readable.text.length)).toBe('公务接待费(含外宾)12.50万元');
  });
});
