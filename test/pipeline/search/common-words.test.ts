import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { indexedWords } from '../../../pipeline/search/words.ts';
import { openStore, type Store } from '../../../pipeline/store/open.ts';
import { insertPassages } from '../../../pipeline/store/passages.ts';
import { searchPassages } from '../../../pipeline/store/search.ts';
import { temporaryFolder } from '../made-pages.ts';

/** Units with as many paragraphs each, all of which say 项目支出. */
function store(units: Readonly<Record<string, number>>): Store {
  const opened = openStore(join(temporaryFolder(), 'a.sqlite'));
  onTestFinished(() => opened.close());
  const { db } = opened;
  const words = indexedWords('本单位项目支出');
  opened.transact(() => {
    for (const [unit, paragraphs] of Object.entries(units)) {
      db.prepare("INSERT INTO artifacts VALUES (?, 0, 'not-kept', NULL, NULL)").run(unit);
      db.prepare(
        `INSERT INTO documents (id, artifact, source, media_type, title, issuer, region, kind, fiscal_year, state, holds,
           rounding, broken, undetermined) VALUES (@unit, @unit, @unit, 'text/html', '', @unit, '', 'budget', 2023, 'complete',
           0, 0, 0, 0)`,
      ).run({ unit });
      insertPassages(
        opened,
        unit,
        Array.from({ length: paragraphs }, (_, n) => {
          const text = n === 0 ? '本单位项目支出' : `本单位项目的各类支出，第${n}项`;
          return { kind: 'paragraph', n, r: null, page: null, text, words } as const;
        }),
      );
    }
  });
  return opened;
}

test('of words that are nearly everywhere so many passages are compared, and told that there are more', () => {
  const { hits, total, more } = searchPassages(store({ 甲局: 30, 乙局: 6000 }), '项目支出', {}, 5);
  expect([total, more]).toEqual([2000, true]);
  expect(hits.map(({ issuer, block }) => [issuer, block])).toEqual([
    ['乙局', 0],
    ['甲局', 0],
    ['乙局', 1],
    ['乙局', 2],
    ['乙局', 3],
  ]);
});

test('a unit is found however many others say the same', () => {
  const opened = store({ 甲局: 3000, 乙局: 3, 丙局: 3000, 丁馆: 2 });
  const issuers = (unit: string) => {
    const { hits, total, more } = searchPassages(opened, '项目支出', { unit }, 10);
    return [hits.map(({ issuer }) => issuer), total, more];
  };
  expect(issuers('乙局')).toEqual([['乙局', '乙局', '乙局'], 3, false]);
  expect(issuers('丁馆')).toEqual([['丁馆', '丁馆'], 2, false]);
  expect(issuers('戊局')).toEqual([[], 0, false]);
  expect(searchPassages(opened, '项目支出', { year: 2022 }, 10).total).toBe(0);
});
