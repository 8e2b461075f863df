import { describe, expect, test } from 'vitest';
import { isFrameLine, isTitleText, statedUnit, withoutFrame } from '../../extractors/tables/caption.ts';
import { isKnownTitle } from '../../extractors/tables/classify.ts';
import { readCode } from '../../extractors/tables/codes.ts';
import { canonicalLabel, canonicalTitle, printedLabel } from '../../extractors/tables/names.ts';
import { continuesNote, isNoteText } from '../../extractors/tables/notes.ts';
import { looksLikeUnit, roleOfLabel } from '../../extractors/tables/row-roles.ts';
import { lines, reading } from './blocks.ts';

const LONG = ['1', ' ', '万元', '表', '(', '一、', '单位：', '2024年', '表1', '预算', '项目,', '部门'].map((piece) =>
  piece.repeat(Math.ceil(100_000 / piece.length)),
);

const READERS: readonly (readonly [string, (text: string) => unknown])[] = [
  ['canonicalTitle', canonicalTitle],
  ['canonicalLabel', canonicalLabel],
  ['printedLabel', printedLabel],
  ['statedUnit', statedUnit],
  ['isFrameLine', isFrameLine],
  ['isTitleText', isTitleText],
  ['withoutFrame', withoutFrame],
  ['isKnownTitle', isKnownTitle],
  ['isNoteText', isNoteText],
  ['continuesNote', (text) => continuesNote(text, text)],
  ['readCode', readCode],
  ['looksLikeUnit', looksLikeUnit],
  ['roleOfLabel', roleOfLabel],
];

/** A pattern that looks back over its input again and again would run into the time limit of the test. */
describe('texts of 100 kB are read in bounded time', () => {
  test.each(READERS)('%s', (_, read) => {
    for (const text of LONG) expect(() => read(text)).not.toThrow();
  });

  test('as cells of a table', () => {
    for (const text of LONG) {
      const { facts } = reading('budget', '支出总表', lines('科目名称|合计', `${text}|1.00`, `教育支出|${text}`));
      expect(facts.length).toBeLessThanOrEqual(2);
    }
  });
});
