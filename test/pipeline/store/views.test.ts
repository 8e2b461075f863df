import { expect, test } from 'vitest';
import { phaseReader, yuanOf } from '../../../pipeline/store/tidy.ts';
import type { Extraction } from '../../../schemas/index.ts';
import { ingested, reading } from '../exports/ingested.ts';
import { disclosurePage, temporaryFolder, writePage } from '../made-pages.ts';

test.each([
  ['2855.85', '万元', '28558500'],
  ['0.00', '万元', '0'],
  ['-12.5', '元', '-12.5'],
  ['1.2345', '亿元', '123450000'],
  ['123456789012345678.01', '元', '123456789012345678.01'],
  ['3', '辆', null],
  ['12.5', '%', null],
  ['7', '', null],
])('%s %s is %s yuan', (value, unit, yuan) => {
  expect(yuanOf(value, unit)).toBe(yuan);
});

test('the stage of the year is what the header says, else that of the document', () => {
  const columns = [['年初预算数'], ['全年预算数'], ['决算数'], ['上年决算数'], ['2021年决算数'], ['合计']].map(
    (path, c) => {
      return { c, path, role: 'value', lane: 0, number: '', unit: '万元' };
    },
  );
  const tables = [{ id: 't1', kind: 'final.03', columns }];
  const phases = (kind: string) => {
    const extraction = { document: { kind, fiscalYear: 2023 }, tables } as unknown as Extraction;
    const phaseOf = phaseReader(extraction);
    return columns.map(({ c }) => phaseOf({ table: 't1', c } as Extraction['facts'][number]));
  };
  expect(phases('final_accounts')).toEqual(['budget', 'adjusted', 'final', 'prior', 'prior', 'final']);
  expect(phases('unknown').at(-1)).toBeNull();
});

test('coverage tells which forms of which years are there, and whether all of it was read', async () => {
  const folder = temporaryFolder();
  const page = writePage(folder, 'a.html', disclosurePage({ year: 2022 }));
  const unreadable = writePage(folder, 'b.pdf', '%PDF-1.7\nbroken');
  const db = await ingested([[page, unreadable]]);
  await reading(db, (store) => {
    const rows = store.db.prepare('SELECT unit, year, form, documents, read_in_full FROM coverage ORDER BY unit').all();
    expect(rows).toEqual([
      { unit: '', year: null, form: null, documents: 1, read_in_full: 0 },
      { unit: '清河市档案馆', year: 2022, form: expect.stringMatching(/^final\./), documents: 1, read_in_full: 1 },
    ]);
    expect(store.db.prepare("SELECT documents, facts, findings FROM units WHERE unit <> ''").all()).toEqual([
      { documents: 1, facts: 3, findings: expect.any(Number) },
    ]);
  });
}, 120_000);
