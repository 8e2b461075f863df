import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Big from 'big.js';
import { beforeAll, expect, test } from 'vitest';
import { DATASET_NAMES, type DatasetName, datasetOf } from '../../../pipeline/exports/datasets.ts';
import { exported, FORMATS, type FormatName } from '../../../pipeline/exports/export.ts';
import type { Filters } from '../../../pipeline/exports/rows.ts';
import { disclosureOf } from '../../../pipeline/store/disclosure.ts';
import { disclosurePage, temporaryFolder, writePage } from '../made-pages.ts';
import { duckdb } from './duckdb.ts';
import { ingested, reading } from './ingested.ts';

const NO_FILTERS: Filters = { unit: [], region: [], year: [], kind: [], form: [], document: [], versions: 'current' };

interface Changed {
  readonly format?: FormatName;
  readonly columns?: readonly string[];
  readonly filters?: Partial<Filters>;
}

function bytesOf(db: string, name: DatasetName, { format = 'csv', columns = [], filters = {} }: Changed = {}) {
  return reading(db, async (store) => {
    const request = { dataset: datasetOf(name), format, columns, bom: false, filters: { ...NO_FILTERS, ...filters } };
    const all: Uint8Array[] = [];
    for await (const piece of exported(store, request).pieces) all.push(piece);
    return Buffer.concat(all);
  });
}

async function linesOf(db: string, name: DatasetName, changed: Changed = {}): Promise<string[]> {
  return (await bytesOf(db, name, changed)).toString().trimEnd().split('\r\n').slice(1);
}

let folder = '';
let pages: readonly string[] = [];
let db = '';
beforeAll(async () => {
  folder = temporaryFolder();
  pages = [
    ['清河市档案馆', 2022],
    ['清河市档案馆', 2023],
    ['北山县图书馆', 2023],
  ].map(([unit, year]) => {
    const page = disclosurePage({ unit: String(unit), year: Number(year) }).replace('支出决算表', '$&（单位：万元）');
    return writePage(folder, `${unit}${year}.html`, page);
  });
  db = await ingested([pages]);
}, 120_000);

test('the order of reading and the number of workers make no difference to any byte', async () => {
  const shuffled = await ingested([[pages[2] ?? ''], [pages[0] ?? ''], [pages[1] ?? '']]);
  const atOnce = await ingested([pages], 8);
  for (const name of DATASET_NAMES) {
    for (const format of FORMATS) {
      const expected = await bytesOf(db, name, { format });
      for (const other of [shuffled, atOnce])
        expect((await bytesOf(other, name, { format })).equals(expected), `${name} ${format}`).toBe(true);
    }
  }
}, 240_000);

test('facts are one row per number, with amounts in yuan and the stage of the year', async () => {
  const columns = ['row', 'column', 'phase', 'value_yuan', 'printed_value', 'printed_unit'];
  const lines = await linesOf(db, 'facts', { columns, filters: { unit: ['图书馆'] } });
  expect(lines).toContain('合计,本年支出合计,final,2129400,212.94,万元');
  expect(lines).toContain('合计,项目支出,final,324100,32.41,万元');
});

test('sums over Parquet agree with sums over the database', async () => {
  const path = join(temporaryFolder(), 'facts.parquet');
  writeFileSync(path, await bytesOf(db, 'facts', { format: 'parquet' }));
  const amounts = await reading(db, (store) =>
    store.db.prepare<[], string>('SELECT value_yuan FROM facts_tidy WHERE value_yuan IS NOT NULL').pluck().all(),
  );
  const sum = amounts.reduce((total, value) => total.plus(value), new Big(0));
  const [[count, total]] = (await duckdb(`SELECT count(value_yuan), sum(value_yuan) FROM '${path}'`)) as [
    [string, string],
  ];
  expect(count).toBe(String(amounts.length));
  expect(new Big(total).toFixed()).toBe(sum.toFixed());
});

test('filters keep what matches any value of each of them', async () => {
  const years = async (filters: Partial<Filters>) => linesOf(db, 'documents', { columns: ['unit', 'year'], filters });
  expect(await years({})).toEqual(['北山县图书馆,2023', '清河市档案馆,2022', '清河市档案馆,2023']);
  expect(await years({ year: [2023] })).toEqual(['北山县图书馆,2023', '清河市档案馆,2023']);
  expect(await years({ unit: ['档案', '图书'], year: [2022] })).toEqual(['清河市档案馆,2022']);
  expect(await years({ kind: ['budget'] })).toEqual([]);
  expect(await years({ document: [pages[2] ?? ''] })).toEqual(['北山县图书馆,2023']);
});

test('facts of a form are the facts of its tables', async () => {
  const forms = await linesOf(db, 'facts', { columns: ['form'] });
  const form = forms[0] ?? '';
  expect(form).toMatch(/^final\./);
  expect(await linesOf(db, 'facts', { columns: ['form'], filters: { form: [form] } })).toEqual(
    forms.filter((other) => other === form),
  );
  expect(await linesOf(db, 'facts', { filters: { form: ['budget.01'] } })).toEqual([]);
});

test('documents as JSON lines are the public JSON, one per line', async () => {
  const lines = (await bytesOf(db, 'documents', { format: 'jsonl' })).toString().trimEnd().split('\n');
  await reading(db, (store) => {
    for (const line of lines) {
      const disclosure = JSON.parse(line);
      const id = disclosure.document.sha256.slice(0, 16);
      expect(line).toBe(JSON.stringify(disclosureOf(store, id, { all: false })));
    }
  });
  expect(lines).toHaveLength(3);
});

test('the tally counts what was given', async () => {
  await reading(db, async (store) => {
    const request = {
      dataset: datasetOf('facts'),
      format: 'csv',
      columns: [],
      bom: false,
      filters: NO_FILTERS,
    } as const;
    const { pieces, tally } = exported(store, request);
    for await (const _ of pieces);
    expect(tally).toEqual({ rows: 9, documents: 3, notFullyRead: 0 });
  });
});
