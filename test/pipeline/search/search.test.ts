import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openForReading, type Store } from '../../../pipeline/store/open.ts';
import { searchPassages } from '../../../pipeline/store/search.ts';
import { gouji } from '../cli/run-cli.ts';
import { dump } from '../made-pages.ts';
import { storedSamples } from '../stored-samples.ts';

let db: string;
let store: Store;

beforeAll(() => {
  db = storedSamples('budget-1.pdf', 'final-accounts-3.html', 'performance-2.html');
  store = openForReading(db);
}, 120_000);

afterAll(() => store.close());

const placesOf = (query: string, filter = {}) =>
  searchPassages(store, query, filter, 1000).hits.map(({ source, kind, page, block, table, row }) => {
    const where = kind === 'paragraph' ? `par. ${block}` : kind === 'table' ? table : `${table} row ${row}`;
    return `${source.split('/').at(-1)}${page === null ? '' : ` p. ${page}`} ${where}`;
  });

describe('ten queries with known places', () => {
  test.each([
    ['部门职责', 'budget-1.pdf p. 2 par. 2'],
    ['行政运行', 'budget-1.pdf p. 4 t2 row 5'],
    ['职工基本医疗保险缴费', 'budget-1.pdf p. 5 t3 row 9'],
    ['公务用车 接待费 5.99', 'budget-1.pdf p. 2 par. 13'],
    ['机关运行经费 日常办公', 'final-accounts-3.html par. 76'],
    ['政府采购 工程', 'final-accounts-3.html par. 77'],
    ['年初结转和结余', 'final-accounts-3.html t1 row 13'],
    ['差旅费', 'final-accounts-3.html t6 row 6'],
    ['国有资本经营 本表为空', 'final-accounts-3.html par. 42'],
    ['满意度', 'performance-2.html t1 row 4'],
  ])('%s', (query, place) => {
    expect(placesOf(query)).toContain(place);
  });
});

test('a search may be narrowed to a unit, a year, a kind', () => {
  const all = placesOf('项目支出');
  const kinds = ['budget', 'final_accounts', 'performance_report'].map((kind) => placesOf('项目支出', { kind }));
  expect(kinds.every((places) => places.length > 0)).toBe(true);
  expect(kinds.flat().toSorted()).toEqual(all.toSorted());
  expect(placesOf('项目支出', { year: 1999 })).toEqual([]);
  expect(placesOf('项目支出', { unit: '档案馆' }).every((place) => place.startsWith('budget-1.pdf'))).toBe(true);
});

test('signs of the query language are not obeyed', () => {
  expect(placesOf('"项目支出" OR NOT (')).toEqual([]);
  expect(placesOf('*')).toEqual([]);
});

test('terms that stand literally in a passage come before the others', () => {
  const { hits } = searchPassages(store, '一般公共预算财政拨款基本支出', {}, 5);
  expect(hits.every(({ text }) => text.includes('一般公共预算财政拨款基本支出'))).toBe(true);
});

test('the command shows place and context, and JSON for programs', () => {
  const shown = gouji(['search', '机关运行经费', '日常办公', '--db', db]);
  expect(shown.stdout).toContain('par. 77');
  expect(shown.stdout).toContain('用于保障日常办公');
  expect(shown.stdout).toContain('1 passage found.');
  const [hit] = JSON.parse(gouji(['search', '机关运行经费 日常办公', '--json', '--db', db]).stdout);
  expect(hit).toMatchObject({ kind: 'paragraph', block: 76, documentKind: 'final_accounts' });
  expect(gouji(['search', '没有这个词', '--db', db]).stdout).toContain('Nothing found');
  expect(gouji(['search', 'x', '--kind', 'budgets', '--db', db]).status).toBe(2);
});

test('what is stored for search is the same in any order of reading, and goes away with its document', () => {
  const again = storedSamples('performance-2.html', 'final-accounts-3.html', 'budget-1.pdf');
  expect(dump(again)).toBe(dump(db));
}, 120_000);
