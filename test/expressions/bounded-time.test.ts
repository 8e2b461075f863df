import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { narrativeExpressions } from '../../extractors/narrative/expressions.ts';
import { MARKED_NUMBER } from '../../extractors/readers/pdf/layout/furniture.ts';
import { itemNumberExpressions } from '../../extractors/readers/pdf/layout/numbering.ts';
import { numberingExpressions } from '../../extractors/sections/numbering.ts';
import { literalsBelow, literalsIn } from './literals.ts';

/** What a damaged or hostile file may hold ten thousand times in a row. */
const STRANGE = [
  ...[
    '7',
    ' ',
    '\t',
    '\n',
    '1 ',
    '万元',
    '1,234,',
    '1.',
    '（',
    '(1',
    '“',
    '《',
    '一二三',
    '、',
    '-',
    '其中：',
    '（1万元',
  ],
  ...[
    '年',
    '2023年',
    '2023',
    '单位',
    '部门：',
    'X',
    'aB',
    'a ',
    '<td ',
    '&',
    '\ud800',
    'Ж\u0300',
    '收入支出预算决算',
    '与上年',
  ],
];
const LENGTH = 10_000;
const texts = STRANGE.map((unit) => unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH));

/** Promised for 10 kB. Time of this process, not of the clock: other programs do not count. */
const MILLISECONDS = 50;

function timeOf(expression: RegExp, text: string): number {
  const begun = process.cpuUsage().user;
  if (expression.global) for (const _match of text.matchAll(expression));
  else expression.exec(text);
  expression.lastIndex = 0;
  return (process.cpuUsage().user - begun) / 1000;
}

const written = literalsBelow(fileURLToPath(new URL('../../extractors', import.meta.url)));

describe('every expression of the extractors is read in bounded time', () => {
  const files = [...new Set(written.map(({ file }) => file))];
  test.each(files)('%s', (file) => {
    const slow = written.filter((literal) => literal.file === file && isSlow(literal.expression));
    expect(slow.map(({ expression }) => expression.source)).toEqual([]);
  });

  test('those made of vocabulary', () => {
    expect(narrativeExpressions().filter(isSlow)).toEqual([]);
  });

  test('those made of pieces', () => {
    expect([...numberingExpressions, ...itemNumberExpressions, ...MARKED_NUMBER].filter(isSlow)).toEqual([]);
  });
});

/** Slow twice in a row: the first time may pay for compiling, or for collecting garbage. */
function isSlow(expression: RegExp): boolean {
  return texts.some((text) => timeOf(expression, text) > MILLISECONDS && timeOf(expression, text) > MILLISECONDS);
}

test('expressions are told from comments, strings and divisions', () => {
  const source = "const A = /a\\/[/]b/gu; // = /c/\nconst s = '= /d/'; const half = x / 2 / y; f(/e/, `= /g/`);";
  expect(literalsIn(source).map(String)).toEqual(['/a\\/[/]b/gu', '/e/']);
  expect(written.length).toBeGreaterThan(300);
});
