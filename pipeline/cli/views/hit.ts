import { termsOf } from '../../search/words.ts';
import type { Hit } from '../../store/search.ts';
import type { Messages } from '../messages/index.ts';
import { printable, tone } from '../terminal.ts';

/** Characters shown before the first term, and in all. */
const BEFORE = 24;
const SHOWN = 96;

/** What a search found, each with its place and the words around the terms; hits of one document stand together. */
export function hitLines(hits: readonly Hit[], query: string, messages: Messages): string[] {
  const terms = termsOf(query);
  return [...Map.groupBy(hits, ({ document }) => document).values()].flatMap((ofDocument) => {
    const [first] = ofDocument;
    if (first === undefined) return [];
    const name = first.issuer === '' ? first.source : first.issuer;
    const heading = `${name} ${first.fiscalYear ?? ''} ${messages.kind[first.documentKind]}`;
    return [
      `${tone('strong', printable(heading))}  ${tone('dim', printable(first.source))}`,
      ...ofDocument.map(
        (hit) => `  ${tone('dim', placeOf(hit, messages))}  ${marked(excerpt(hit.text, terms), terms)}`,
      ),
      '',
    ];
  });
}

function placeOf({ page, block, row, tableTitle }: Hit, { place }: Messages): string {
  const where = page !== null ? [place.page(page)] : block !== null ? [place.block(block + 1)] : [];
  const table = row === null || tableTitle === null ? [] : [place.table(tableTitle)];
  return printable([...where, ...table].join(' '));
}

function excerpt(text: string, terms: readonly string[]): string {
  const found = terms.map((term) => text.indexOf(term)).filter((at) => at >= 0);
  const start = Math.max(0, Math.min(...(found.length === 0 ? [0] : found)) - BEFORE);
  const end = start + SHOWN;
  return printable(`${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`);
}

function marked(text: string, terms: readonly string[]): string {
  return terms.reduce((line, term) => {
    const safe = printable(term);
    return line.replaceAll(safe, () => tone('accent', safe));
  }, text);
}
