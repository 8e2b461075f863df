import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Big from 'big.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parquet } from '../../../pipeline/exports/formats/parquet.ts';
import type { Cell } from '../../../pipeline/exports/rows.ts';
import { temporaryFolder } from '../made-pages.ts';
import { duckdb } from './duckdb.ts';

const columns = [
  { name: 'label', type: 'text', zh: '', en: '' },
  { name: 'page', type: 'integer', zh: '', en: '' },
  { name: 'amount', type: 'amount', zh: '', en: '' },
  { name: 'sure', type: 'number', zh: '', en: '' },
] as const;

function written(rows: readonly (readonly Cell[])[]): string {
  const path = join(temporaryFolder(), 'a.parquet');
  writeFileSync(path, Buffer.concat([...parquet({ name: 'facts', columns, rows })]));
  return path;
}

test('DuckDB reads text, whole numbers, exact decimals and numbers, and NULL for what is absent', async () => {
  const path = written([
    ['合计', 7, '-12.50', 0.93],
    ['', null, null, null],
  ]);
  expect(await duckdb(`SELECT label, page, amount, sure FROM '${path}'`)).toEqual([
    ['合计', '7', '-12.500000000000', '0.93'],
    ['', null, null, null],
  ]);
  expect((await duckdb(`DESCRIBE SELECT * FROM '${path}'`)).map(([name, type]) => `${name} ${type}`)).toEqual([
    'label VARCHAR',
    'page BIGINT',
    'amount DECIMAL(38,12)',
    'sure DOUBLE',
  ]);
});

test('an amount that does not fit the decimal type is absent, never rounded', async () => {
  const path = written([
    ['too fine', 1, '0.0000000000001', null],
    ['too large', 1, `1${'0'.repeat(26)}`, null],
    ['zeros', 1, '0.1000000000000000', null],
  ]);
  expect((await duckdb(`SELECT amount FROM '${path}'`)).flat()).toEqual([null, null, '0.100000000000']);
});

test('a table without rows is a file that opens', async () => {
  expect(await duckdb(`SELECT count(*) FROM '${written([])}'`)).toEqual([['0']]);
});

test('the sum of any amounts is exact', async () => {
  const amount = fc
    .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 6 }))
    .map(([digits, decimals]) => new Big(digits.toString()).times(new Big(10).pow(-decimals)).toFixed());
  await fc.assert(
    fc.asyncProperty(fc.array(amount, { minLength: 1, maxLength: 40 }), async (amounts) => {
      const path = written(amounts.map((value) => ['', null, value, null]));
      const [[sum]] = (await duckdb(`SELECT sum(amount) FROM '${path}'`)) as [[string]];
      const expected = amounts.reduce((total, value) => total.plus(value), new Big(0));
      expect(new Big(sum).toFixed()).toBe(expected.toFixed());
    }),
    { numRuns: 20 },
  );
});

test('rows in many groups keep their order', async () => {
  const path = written(Array.from({ length: 45_000 }, (_, n) => ['', n, String(n), null]));
  expect(
    await duckdb(
      `SELECT count(*), sum(amount) FROM (SELECT *, row_number() OVER () - 1 AS n FROM '${path}') WHERE n = page`,
    ),
  ).toEqual([['45000', '1012477500.000000000000']]);
});
