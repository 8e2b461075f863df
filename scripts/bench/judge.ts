import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extract } from '../../extractors/extract.ts';
import { read } from '../../extractors/readers/index.ts';
import { reconcile } from '../../extractors/reconcile/index.ts';
import type { Extraction } from '../../schemas/index.ts';

/**
 * Judging alone, on one core: the disclosures of the files, again and again until there are 100 of them with 30,000 facts.
 * `node scripts/bench/judge.ts FILE…` prints {"disclosures", "facts", "relations", "seconds"} as JSON.
 */
const DISCLOSURES = 100;
const FACTS = 30_000;

async function extractionOf(file: string): Promise<Extraction> {
  const bytes = new Uint8Array(readFileSync(file));
  const origin = { sha256: createHash('sha256').update(bytes).digest('hex'), source: file };
  return extract(await read({ bytes, ...origin }), origin);
}

const extracted = [];
for (const file of process.argv.slice(2)) extracted.push(await extractionOf(file));
const factsIn = (extractions: readonly Extraction[]) => extractions.reduce((sum, { facts }) => sum + facts.length, 0);
if (factsIn(extracted) === 0) throw new Error('expected files with facts to judge, found none');

/** Copies: what is remembered of an object must not be remembered of the next. */
const disclosures: Extraction[] = [];
let facts = 0;
for (let n = 0; disclosures.length < DISCLOSURES || facts < FACTS; n++) {
  const copy = structuredClone(extracted[n % extracted.length]);
  if (copy === undefined) break;
  disclosures.push(copy);
  facts += copy.facts.length;
}

reconcile(structuredClone(extracted[0] as Extraction), { lang: 'zh', all: false }); // loads data before the clock starts
let relations = 0;
const start = process.hrtime.bigint();
const cpu = process.cpuUsage();
for (const disclosure of disclosures) relations += reconcile(disclosure, { lang: 'zh', all: false }).judgements.length;
const { user, system } = process.cpuUsage(cpu);
const milliseconds = (process.hrtime.bigint() - start) / 1_000_000n;
const MICROSECONDS = 1_000_000;
console.log(
  JSON.stringify({
    disclosures: disclosures.length,
    facts,
    relations,
    seconds: Number(milliseconds) / 1_000,
    cpuSeconds: (user + system) / MICROSECONDS,
  }),
);
