import { expect, test } from 'vitest';
import { extract } from '../../../extractors/extract.ts';
import { read } from '../../../extractors/readers/index.ts';
import { makeAccount } from '../../../scripts/samples/account.ts';
import { slotPrinter } from '../../../scripts/samples/document.ts';
import { finalAccounts } from '../../../scripts/samples/final-accounts.ts';
import { renderHtml } from '../../../scripts/samples/html.ts';
import { renderPdf } from '../../../scripts/samples/pdf.ts';
import { seededRandom } from '../../../scripts/samples/random.ts';
import { inventedUnit } from '../../../scripts/samples/units.ts';
import { accountsDocx } from '../word/accounts-docx.ts';
import { accountsMarkdown } from './accounts-markdown.ts';
import { accountsWorkbook } from './accounts-workbook.ts';

/** Facts and figures without their places, and without the numbers of tables and sections, which a medium may divide. */
async function contentOf(bytes: Uint8Array) {
  const artifact = { bytes: new Uint8Array(bytes), sha256: '0'.repeat(64), source: 'accounts' };
  const { tables, facts, figures } = extract(await read(artifact), artifact);
  const kindOf = new Map(tables.map(({ id, kind }) => [id, kind]));
  return {
    kinds: tables.map(({ kind }) => kind),
    facts: facts.map(({ table, row, code, column, value, unit }) =>
      [kindOf.get(table), row, code, column, value, unit].join(' | '),
    ),
    figures: figures.map(({ raw, value, unit, label, qualifier, period, measure }) =>
      [raw, value, unit, label, qualifier, period, measure].join(' | '),
    ),
  };
}

const unit = inventedUnit(0);
const accounts = finalAccounts(unit, makeAccount(seededRandom(7), unit.field), 2023, slotPrinter(new Map()).print);

test('the page itself is full of facts and figures', async () => {
  const { facts, figures } = await contentOf(renderHtml(accounts));
  expect(facts.length).toBeGreaterThan(100);
  expect(figures.length).toBeGreaterThan(20);
});

test.each([
  ['PDF', () => renderPdf(accounts)],
  ['Word', () => accountsDocx(accounts)],
  ['a workbook of today', () => accountsWorkbook(accounts, 'xlsx')],
  ['a workbook of 1997', () => accountsWorkbook(accounts, 'biff8')],
  ['Markdown', () => accountsMarkdown(accounts)],
])('the same final accounts give the same facts and figures as %s and as a web page', async (_medium, write) => {
  const page = await contentOf(renderHtml(accounts));
  const other = await contentOf(await write());
  expect(other.kinds).toEqual(page.kinds);
  expect(other.facts).toEqual(page.facts);
  expect(other.figures).toEqual(page.figures);
});
