import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { toDisclosure } from '../extractors/disclosure.ts';
import { extract } from '../extractors/extract.ts';
import { read } from '../extractors/readers/index.ts';
import { reconcile } from '../extractors/reconcile/index.ts';
import type { Disclosure } from '../schemas/index.ts';
import { scoreFigures } from './evaluate/figures.ts';
import { scoreFindings } from './evaluate/findings.ts';
import { type AnnotatedDocument, readAnnotatedFolder } from './evaluate/gold.ts';
import { type Accuracy, fallenFigures, readKept, roundAccuracy, writeKept } from './evaluate/ratchet.ts';
import { scoreFacts, scoreTables } from './evaluate/tables.ts';

const HELP = `npm run evaluate -- FOLDER [--show] [--ratchet] [--keep]
  FOLDER     index.tsv, documents and gold/ as described in CONTRIBUTING.md
  --show     list every mistake
  --ratchet  exit 1 when a figure falls by more than 0.002 below accuracy.json
  --keep     write the figures to accuracy.json`;

const KEPT = fileURLToPath(new URL('../accuracy.json', import.meta.url));

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    show: { type: 'boolean' },
    ratchet: { type: 'boolean' },
    keep: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});
const [folder] = positionals;
if (folder === undefined || options.help) {
  console.log(HELP);
  process.exit(options.help ? 0 : 2);
}

const rows = [];
for (const document of readAnnotatedFolder(folder)) {
  const row = evaluateDocument(document, await discloseFile(document.file));
  console.log(row.line);
  if (options.show) for (const mistake of row.mistakes) console.log(`   ${mistake}`);
  rows.push(row);
}
const accuracy = roundAccuracy({ ...meanOf(rows.map((row) => row.accuracy)), ...perDocument(rows) });
console.log('MEAN');
for (const [name, value] of Object.entries(accuracy))
  if (name.startsWith('mean/')) console.log(`  ${name.slice(5).padEnd(18)} ${value.toFixed(3)}`);
if (options.keep) writeKept(KEPT, accuracy);
if (options.ratchet) {
  const fallen = fallenFigures(readKept(KEPT), accuracy);
  for (const line of fallen) console.error(`fell: ${line}`);
  if (fallen.length > 0) process.exitCode = 1;
}

async function discloseFile(file: string): Promise<Disclosure> {
  const bytes = new Uint8Array(readFileSync(file));
  const origin = { sha256: createHash('sha256').update(bytes).digest('hex'), source: file };
  const extraction = extract(await read({ bytes, ...origin }), origin);
  return toDisclosure(extraction, reconcile(extraction, { lang: 'zh', all: false }));
}

function evaluateDocument({ name, gold }: AnnotatedDocument, disclosure: Disclosure) {
  const figures = scoreFigures(gold.figures, disclosure.figures);
  const tables = scoreTables(gold.tables, disclosure.tables);
  const facts = scoreFacts(gold.facts, disclosure.facts);
  const findings = scoreFindings(gold.findings, disclosure.findings);
  const accuracy: Accuracy = {
    'figures.all': figures.all.f1,
    'figures.core': figures.core.f1,
    'figures.label': figures.label,
    'figures.measure': figures.measure,
    'figures.period': figures.period,
    ...(tables && { tables: tables.f1 }),
    ...(facts && { facts: facts.f1 }),
    ...(findings.certain > 0 && { 'findings.certain': findings.certainFound / findings.certain }),
    'findings.known': findings.alarms === 0 ? 1 : 1 - findings.unknown / findings.alarms,
  };
  const shown = Object.entries(accuracy).map(([key, value]) => `${key} ${value.toFixed(3)}`);
  const counts = `findings certain ${findings.certainFound}/${findings.certain} all ${findings.found}/${findings.all} alarms ${findings.alarms} unknown ${findings.unknown}`;
  return {
    name,
    accuracy,
    line: `${name.padEnd(28)} ${shown.join('  ')} | ${counts}`,
    mistakes: [...figures.mistakes, ...findings.mistakes],
  };
}

function meanOf(list: readonly Accuracy[]): Accuracy {
  const names = [...new Set(list.flatMap((accuracy) => Object.keys(accuracy)))];
  return Object.fromEntries(
    names.map((name) => {
      const values = list.flatMap((accuracy) => accuracy[name] ?? []);
      return [`mean/${name}`, values.reduce((total, value) => total + value, 0) / values.length];
    }),
  );
}

function perDocument(list: readonly { readonly name: string; readonly accuracy: Accuracy }[]): Accuracy {
  return Object.fromEntries(
    list.flatMap(({ name, accuracy }) => Object.entries(accuracy).map(([key, value]) => [`${name}/${key}`, value])),
  );
}
