import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeCompleter, levelOfCode, readCode } from '../../extractors/tables/codes.ts';

const two = fc.integer({ min: 1, max: 99 }).map((n) => String(n).padStart(2, '0'));
const head = fc.integer({ min: 201, max: 599 }).map(String);

describe('a code in a cell', () => {
  test.each([
    ['2010601', '2010601', ''],
    ['201-06-01', '2010601', ''],
    ['[2010601]行政运行', '2010601', '行政运行'],
    ['20106财政事务', '20106', '财政事务'],
    ['30101-基本工资', '30101', '基本工资'],
  ])('%s', (text, code, name) => {
    expect(readCode(text)).toEqual({ code, name });
  });

  test.each(['2024', '12', '365天', '100万元', '201.00', '行政运行', '2024年预算', '123456'])('%s is none', (text) => {
    expect(readCode(text)).toBeNull();
  });

  test('its level is told by its length', () => {
    expect(['301', '30101', '2010601', '201060101'].map(levelOfCode)).toEqual([0, 1, 2, 3]);
  });
});

describe('completing codes', () => {
  test('a tree printed in full, or each row with its own part only, gives the same codes', () => {
    const tree = fc.array(fc.tuple(head, fc.array(fc.tuple(two, fc.array(two, { maxLength: 3 })), { maxLength: 3 })), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(tree, (classes) => {
        const full = codeCompleter();
        const own = codeCompleter();
        for (const [first, seconds] of classes) {
          expect(own.next([first, '', ''])).toBe(full.next([first, '', '']));
          for (const [second, thirds] of seconds) {
            expect(own.next(['', second, ''])).toBe(full.next([first, second, '']));
            for (const third of thirds) {
              expect(own.next(['', '', third])).toBe(`${first}${second}${third}`);
              full.next([first, second, third]);
            }
          }
        }
      }),
    );
  });

  test('a whole code in any of the columns is taken as it is', () => {
    expect(codeCompleter().next(['', '', '2130314'])).toBe('2130314');
    expect(codeCompleter().next(['213', '21303', ''])).toBe('21303');
  });

  test('a part without anything above it gives no code', () => {
    expect(codeCompleter().next(['', '', '14'])).toBe('');
    expect(codeCompleter().next(['14'])).toBe('');
  });

  test('single digits of 款 and 项 are filled up', () => {
    expect(codeCompleter().next(['213', '3', '1'])).toBe('2130301');
  });
});
