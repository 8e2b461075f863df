import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Series } from '../../../pipeline/series/series.ts';
import { gouji } from '../cli/run-cli.ts';
import { temporaryFolder } from '../made-pages.ts';
import { storedSamples } from '../stored-samples.ts';
import { writeYears } from './made-years.ts';

let db: string;
let folder: string;

beforeAll(() => {
  folder = temporaryFolder();
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
  const amounts = ['0.00', '9.00', '2.00'] as const;
  const other = temporaryFolder();
  writeYears(
    other,
    [
      { year: 2021, kind: '决算', amounts, total: '11.00', threePublicFund: '财政拨款' },
      { year: 2022, kind: '决算', amounts, total: '11.00' },
      { year: 2023, kind: '决算', amounts, total: '11.00', row: ['2012699', '档案馆', '190.00'] },
      {
        year: 2024,
        kind: '决算',
        amounts,
        total: '11.00',
        row: ['2012699', '档案馆', '200.00'],
        fund: '政府性基金预算财政拨款',
        prose: '2024年度公务接待费支出决算2.40万元。',
      },
    ],
    '北山县文献馆',
  );
  gouji(['ingest', folder, other, '--db', db]);
}, 120_000);

function series(row: string, unit = '清河市档案馆'): Series[] {
  return JSON.parse(gouji(['series', unit, '--row', row, '--json', '--db', db]).stdout).series;
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

describe('what may not be compared without thought is told', () => {
  const breaksOf = (row: string) => series(row, '北山县文献馆')[0]?.breaks;

  test('the same name under another code', () => {
    expect(breaksOf('2012604')).toEqual([{ kind: 'recoded', year: 2023, from: '2012604', to: '2012699' }]);
  });

  test('the same item paid from another fund', () => {
    expect(breaksOf('2012699')).toContainEqual({
      kind: 'scope',
      year: 2024,
      from: 'general|expenditure|code:2012699|',
      to: 'government_fund|expenditure|code:2012699|',
    });
  });

  test('a form that comes to count another fund by its own title', () => {
    expect(breaksOf('三公')).toContainEqual({
      kind: 'scope',
      year: 2022,
      from: 'fiscal||three_public|',
      to: 'general||three_public|',
    });
  });

  test('a disclosure that states one quantity twice, each time another', () => {
    expect(breaksOf('公务接待费')).toContainEqual({
      kind: 'several-values',
      year: 2024,
      from: expect.stringContaining('2.00万元'),
      to: expect.stringContaining('2.40万元'),
    });
  });

  test('the terminal says so in words', () => {
    const shown = (row: string) => gouji(['series', '北山县文献馆', '--row', row, '--db', db]).stdout;
    expect(shown('2012604')).toContain('2023: other code, 2012604 → 2012699');
    expect(shown('三公')).toContain('from 2022 another scope: fiscal appropriation → general public budget');
  });
});

test('a document that was replaced is no second value', () => {
  const changing = temporaryFolder();
  const database = join(changing, 'a.sqlite');
  for (const amount of ['5.00', '6.00']) {
    writeYears(changing, [{ year: 2023, kind: '决算', amounts: ['0.00', '0.00', amount], total: amount }]);
    gouji(['ingest', changing, '--db', database]);
  }
  const { series: found } = JSON.parse(
    gouji(['series', '档案馆', '--row', '公务接待费', '--json', '--db', database]).stdout,
  );
  expect(found).toMatchObject([{ points: [{ year: 2023, final: { value: '6.00' } }], breaks: [] }]);
});

test('a form of one row, whose columns alone say what is counted, is found by what it means', () => {
  const database = storedSamples('years/2020.html', 'years/2021.html');
  const { series: found } = JSON.parse(gouji(['series', '水务局', '--json', '--db', database]).stdout);
  expect(found).toMatchObject([
    {
      name: '三公',
      points: [
        { year: 2020, final: { value: '25.43' } },
        { year: 2021, final: { value: '20.45' } },
      ],
    },
  ]);
}, 120_000);

test('the terminal shows a bar for each year; without --row the three public expenses', () => {
  const { stdout, status } = gouji(['series', '清河市档案馆', '--db', db]);
  expect(stdout).toContain('12.50 万元  ███');
  expect(status).toBe(0);
});

test('an unknown unit and an unknown row are told with what to do', () => {
  const unknown = gouji(['series', '图书馆', '--db', db]);
  expect(unknown.stderr).toContain('gouji documents');
  expect(unknown.status).toBe(1);
  expect(gouji(['series', '档案馆', '--row', '没有的', '--db', db]).stdout).toContain('gouji search');
});
