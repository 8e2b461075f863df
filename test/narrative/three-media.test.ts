import { describe, expect, test } from 'vitest';
import { extract } from '../../extractors/extract.ts';
import { read } from '../../extractors/readers/index.ts';
import { makeAccount } from '../../scripts/samples/account.ts';
import { budget } from '../../scripts/samples/budget.ts';
import { type SampleBlock, type SampleDocument, slotPrinter } from '../../scripts/samples/document.ts';
import { finalAccounts } from '../../scripts/samples/final-accounts.ts';
import { renderHtml } from '../../scripts/samples/html.ts';
import { renderPdf } from '../../scripts/samples/pdf.ts';
import { seededRandom } from '../../scripts/samples/random.ts';
import { inventedUnit } from '../../scripts/samples/units.ts';

function renderText(document: SampleDocument): Uint8Array {
  return new TextEncoder().encode([document.title, ...document.blocks.map(lineOf)].join('\n\n'));
}

function lineOf(block: SampleBlock): string {
  if (block.kind !== 'table') return block.text;
  const rows = [...block.header.map((row) => row.map(({ text }) => text)), ...block.rows];
  const head = [block.mark, block.title, block.unit === '' ? '' : `单位：${block.unit}`].filter((line) => line !== '');
  return [...head, rows.map((row) => row.join('\t')).join('\n'), ...block.notes].join('\n\n');
}

/** Every figure but for its place and the section, whose numbers depend on what else a medium shows. */
async function figuresIn(bytes: Uint8Array, source: string): Promise<readonly string[]> {
  const origin = { sha256: '0'.repeat(64), source };
  const { figures } = extract(await read({ bytes: new Uint8Array(bytes), ...origin }), origin);
  return figures.map(({ raw, value, unit, label, qualifier, period, measure }) =>
    [raw, value, unit, label, qualifier, period, measure].join(' | '),
  );
}

describe('the same text gives the same figures as HTML, PDF and plain text', () => {
  const unit = inventedUnit(4);
  const account = makeAccount(seededRandom(77), unit.field);
  test.each([
    ['final accounts', finalAccounts(unit, account, 2023, slotPrinter(new Map()).print)],
    ['a budget', budget(unit, account, 2024, slotPrinter(new Map()).print)],
  ])('%s', async (_name, document) => {
    const html = await figuresIn(renderHtml(document), 'sample.html');
    expect(html.length).toBeGreaterThan(20);
    expect(await figuresIn(await renderPdf(document), 'sample.pdf')).toEqual(html);
    expect(await figuresIn(renderText(document), 'sample.txt')).toEqual(html);
  });
});
