import { expect, test } from 'vitest';
import { extract } from '../../../extractors/extract.ts';
import { read } from '../../../extractors/readers/index.ts';
import { makeAccount } from '../../../scripts/samples/account.ts';
import { slotPrinter } from '../../../scripts/samples/document.ts';
import { finalAccounts } from '../../../scripts/samples/final-accounts.ts';
import { renderHtml } from '../../../scripts/samples/html.ts';
import { seededRandom } from '../../../scripts/samples/random.ts';
import { inventedUnit } from '../../../scripts/samples/units.ts';
import { accountsDocx } from './accounts-docx.ts';

const contentOf = async (bytes: Uint8Array) => {
  const artifact = { bytes: new Uint8Array(bytes), sha256: '0'.repeat(64), source: 'accounts' };
  const { tables, facts, figures } = extract(await read(artifact), artifact);
  return {
    tables: tables.map(({ kind, unit, title }) => ({ kind, unit, title })),
    facts: facts.map(({ table, row, code, column, value, unit }) => ({ table, row, code, column, value, unit })),
    figures: figures.map(({ raw, value, unit, label, qualifier, period, measure }) => ({
      raw,
      value,
      unit,
      label,
      qualifier,
      period,
      measure,
    })),
  };
};

test('final accounts written in Word give the same forms, facts and figures as on a web page', async () => {
  const unit = inventedUnit(0);
  const document = finalAccounts(unit, makeAccount(seededRandom(7), unit.field), 2023, slotPrinter(new Map()).print);
  const page = await contentOf(renderHtml(document));
  expect(page.facts.length).toBeGreaterThan(100);
  expect(await contentOf(accountsDocx(document))).toEqual(page);
});
