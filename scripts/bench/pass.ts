import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { toDisclosure } from '../../extractors/disclosure.ts';
import { UnreadableError } from '../../extractors/errors.ts';
import { extract } from '../../extractors/extract.ts';
import { read } from '../../extractors/readers/index.ts';
import { reconcile } from '../../extractors/reconcile/index.ts';
import { barePdfjs } from './bare-pdfjs.ts';

/**
 * One pass over files in a process of its own, so that its peak memory is its own.
 * `node scripts/bench/pass.ts bare|read|whole FILE…` prints {"pages", "seconds", "peakBytes", "unreadable"} as JSON.
 */
const [phase, ...files] = process.argv.slice(2);

async function pagesOf(file: string): Promise<number> {
  const bytes = new Uint8Array(readFileSync(file));
  if (phase === 'bare') return barePdfjs(bytes);
  const origin = { sha256: createHash('sha256').update(bytes).digest('hex'), source: file };
  const document = await read({ bytes, ...origin });
  if (phase === 'whole') {
    const extraction = extract(document, origin);
    toDisclosure(extraction, reconcile(extraction, { lang: 'zh', all: false }));
  }
  return document.pages ?? 1;
}

let pages = 0;
let unreadable = 0;
const first = files[0];
if (first !== undefined) await pagesOf(first).catch(() => 0); // loads modules and data before the clock starts
const start = process.hrtime.bigint();
for (const file of files) {
  try {
    pages += await pagesOf(file);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    unreadable++;
  }
}
const milliseconds = (process.hrtime.bigint() - start) / 1_000_000n;
const KIBIBYTE = 1024;
console.log(
  JSON.stringify({
    pages,
    seconds: Number(milliseconds) / 1_000,
    peakBytes: process.resourceUsage().maxRSS * KIBIBYTE,
    unreadable,
  }),
);
