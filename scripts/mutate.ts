import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { DocumentSource } from '../extractors/extract.ts';
import { extract } from '../extractors/extract.ts';
import { read } from '../extractors/readers/index.ts';
import { type Reconciliation, reconcile } from '../extractors/reconcile/index.ts';
import type { Document, Extraction } from '../schemas/index.ts';
import type { PrintedAt } from './mutate/edits.ts';
import { coveredPlaces, MISPRINT_KINDS, type Mutant, mutate } from './mutate/mutants.ts';
import { seededRandom } from './samples/random.ts';

/**
 * `npm run mutate -- FILE… [--each N] [--seed N] [--show]`: changes one printed number (or its direction word, unit, or two
 * cells) at a place that some relation covers, extracts and reconciles the changed block tree, and asks: is there a new
 * finding, and does it name the changed number?
 */
const { values: options, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    each: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    show: { type: 'boolean' },
  },
});
if (files.length === 0) {
  console.error('usage: npm run mutate -- FILE… [--each N] [--seed N] [--show]');
  process.exit(2);
}

interface Tally {
  made: number;
  caught: number;
  named: number;
}

const tallies = new Map(MISPRINT_KINDS.map((kind) => [kind, { made: 0, caught: 0, named: 0 } satisfies Tally]));
for (const file of files) await mutateFile(file);
const total: Tally = { made: 0, caught: 0, named: 0 };
for (const [kind, tally] of tallies) {
  print(kind, tally);
  total.made += tally.made;
  total.caught += tally.caught;
  total.named += tally.named;
}
print('all', total);

function print(name: string, { made, caught, named }: Tally): void {
  const share = (part: number): string => (made === 0 ? '-' : `${((100 * part) / made).toFixed(1)} %`);
  console.log(
    `${name.padEnd(16)} ${String(made).padStart(6)} mutants  caught ${share(caught).padStart(8)}  right number named ${share(named).padStart(8)}`,
  );
}

function judged(
  document: Document,
  origin: DocumentSource,
): { extraction: Extraction; reconciliation: Reconciliation } {
  const extraction = extract(document, origin);
  return { extraction, reconciliation: reconcile(extraction, { lang: 'zh', all: false }) };
}

async function mutateFile(file: string): Promise<void> {
  const bytes = new Uint8Array(readFileSync(file));
  const origin = { sha256: createHash('sha256').update(bytes).digest('hex'), source: file };
  const document = await read({ bytes, ...origin });
  const before = judged(document, origin);
  const known = new Set(before.reconciliation.findings.map((finding) => finding.id));
  const places = coveredPlaces(document, before.extraction, before.reconciliation.judgements);
  const random = seededRandom(Number.parseInt(options.seed, 10));
  const wanted = Number.parseInt(options.each, 10);
  for (let made = 0, tries = 0; places.length > 0 && made < wanted && tries < wanted * 10; tries++) {
    const mutant = mutate(
      document,
      random.pick(places),
      MISPRINT_KINDS[tries % MISPRINT_KINDS.length] ?? 'digit',
      random,
    );
    if (!mutant) continue;
    made++;
    tell(file, mutant, judged(mutant.document, origin), known);
  }
}

function tell(file: string, mutant: Mutant, after: ReturnType<typeof judged>, known: ReadonlySet<string>): void {
  const tally = tallies.get(mutant.kind);
  if (!tally) return;
  const fresh = after.reconciliation.findings.filter((finding) => !known.has(finding.id));
  const refs = new Set(mutant.at.flatMap((at) => refOf(at, after.extraction) ?? []));
  const caught = fresh.length > 0;
  const named = fresh.some((finding) => {
    const suspect = finding.operands.at(-1);
    return (
      suspect !== undefined &&
      (refs.has(suspect.ref) || (mutant.kind === 'direction word' && finding.operands.some(({ ref }) => refs.has(ref))))
    );
  });
  tally.made++;
  if (caught) tally.caught++;
  if (named) tally.named++;
  if (options.show && !named) {
    const where = mutant.at
      .map((at) =>
        at.kind === 'cell' ? `${at.table.title} ${at.r}:${at.c}` : `${at.figure.qualifier}/${at.figure.label}`,
      )
      .join(' ↔ ');
    console.log(
      `${caught ? 'other number named' : 'not caught'}: ${basename(file)} ${mutant.kind} ${where}: ${mutant.was} → ${mutant.is}${caught ? ` | ${fresh[0]?.message}` : ''}`,
    );
  }
}

/** The changed number's name in the changed document: figures are numbered anew, cells keep theirs. */
function refOf(at: PrintedAt, extraction: Extraction): string | null {
  if (at.kind === 'cell') return `cell:${at.table.id}:${at.r}:${at.c}`;
  const figure = extraction.figures.find(
    (candidate) => candidate.block === at.figure.block && candidate.start === at.figure.start,
  );
  return figure ? `figure:${figure.id}` : null;
}
