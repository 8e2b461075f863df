import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Series } from '../../../pipeline/series/series.ts';
import { gouji } from '../cli/run-cli.ts';
import { temporaryFolder } from '../made-pages.ts';
import { writeYears } from './made-years.ts';

let db: string;

beforeAll(() => {
  const folder = temporaryFolder();
  db = join(folder, 'years.sqlite');
  writeYears(folder, [
    { year: 2021, kind: '决算', amounts: ['0.00', '12.00', '3.50'], total: '15.50' },
    { year: 2022, kind: '预算', amounts: ['0.00', '11.00', '3.00'], total: '14.00' },
    { year: 2022, kind: '决算', amounts: ['0.00', '10.00', '2.50'], total: '12.50' },
    {
      year: 2023,
      kind: '决算',
      amounts: ['0.00', '9.00', '2.00'],
      total: '11.00',
      row: ['2012604', '档案事务', '170.00'],
      prose: '2022年度公务接待费支出决算2.90万元。',
    },
  ]);
  gouji(['ingest', folder, '--db', db]);
}, 120_000);

function series(row: string): Series[] {
  return JSON.parse(gouji(['series', '档案馆', '--row', row, '--json', '--db', db]).stdout).series;
}

describe('one quantity over the years', () => {
  test('budget stands beside final accounts, in order of years, as printed', () => {
    const [reception] = series('公务接待费');
    expect(
      reception?.points.map(({ year, budget, final }) => [year, budget?.value ?? null, final?.value ?? null]),
    ).toEqual([
      [2021, null, '3.50'],
      [2022, '3.00', '2.50'],
      [2023, null, '2.00'],
    ]);
  });

  test('a later disclosure that says otherwise about an earlier year is told', () => {
    const [reception] = series('公务接待费');
    expect(reception?.breaks).toEqual([
      expect.objectContaining({
        kind: 'prior-year-disagrees',
        year: 2022,
        from: expect.stringContaining('2.50万元'),
        to: expect.stringContaining('2.90万元'),
      }),
    ]);
  });

  test('a code whose name changes is told', () => {
    const [archive] = series('2012604');
    expect(archive?.points.map(({ year }) => year)).toEqual([2021, 2022, 2023]);
    expect(archive?.breaks).toContainEqual({ kind: 'renamed', year: 2023, from: '档案馆', to: '档案事务' });
  });
});

test('the terminal shows a bar for each year; without --row the three public expenses', () => {
  const { stdout, status } = gouji(['series', '档案馆', '--db', db]);
  expect(stdout).toContain('12.50 万元  ███');
  expect(status).toBe(0);
});

test('an unknown unit and an unknown row are told with what to do', () => {
  const unknown = gouji(['series', '图书馆', '--db', db]);
  expect(unknown.stderr).toContain('gouji documents');
  expect(unknown.status).toBe(1);
  expect(gouji(['series', '档案馆', '--row', '没有的', '--db', db]).stdout).toContain('gouji search');
});
