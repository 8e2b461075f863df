import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { DocumentSource } from '../extractors/extract.ts';
import { extract } from '../extractors/extract.ts';
import { read } from '../extractors/readers/index.ts';
import { type Group, groupBroken } from '../extractors/reconcile/group/index.ts';
import { type Reconciliation, reconcile } from '../extractors/reconcile/index.ts';
import type { Document, Extraction, Finding } from '../schemas/index.ts';
import { suspectOf } from '../schemas/index.ts';
import { contradicts } from './mutate/contradiction.ts';
import type { PrintedAt } from './mutate/edits.ts';
import { coveredPlaces, MISPRINT_KINDS, type Mutant, mutate } from './mutate/mutants.ts';
import { seededRandom } from './samples/random.ts';

/**
 * `npm run mutate -- FILE… [--each N] [--seed N] [--show]`: changes one printed number (or its direction word, unit, or two
 * cells) so that it contradicts a relation that covers it, extracts and reconciles the changed block tree, and asks: is
 * there a new finding; does it name the changed number, alone or as one of several that are equally likely; and is it the
 * only one under suspicion? Changes that no relation contradicts are counted apart.
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
  /** The changed number is the suspect or one of the equally likely ones. */
  named: number;
  /** The changed number is the only suspect. */
  alone: number;
  /** How many numbers the namings list in all. */
  listed: number;
  /** Changes that contradict nothing: not made. */
  unseen: number;
}

const EMPTY: Tally = { made: 0, caught: 0, named: 0, alone: 0, listed: 0, unseen: 0 };

/** Words of a change are no further than this before its percentage: "减少1,203.20万元，同比增长". */
const WORDS_OF_CHANGE = 40;

const tallies = new Map(MISPRINT_KINDS.map((kind) => [kind, { ...EMPTY }]));
for (const file of files) await mutateFile(file);
const total: Tally = { ...EMPTY };
for (const [kind, tally] of tallies) {
  print(kind, tally);
  for (const key of Object.keys(EMPTY) as (keyof Tally)[]) total[key] += tally[key];
}
print('all', total);

function print(name: string, { made, caught, named, alone, listed, unseen }: Tally): void {
  const share = (part: number): string => (made === 0 ? '-' : `${((100 * part) / made).toFixed(1)} %`);
  const each = named === 0 ? '-' : (listed / named).toFixed(1);
  console.log(
    `${name.padEnd(16)} ${String(made).padStart(6)} mutants  caught ${share(caught).padStart(8)}  named ${share(named).padStart(8)} (among ${each} on average)  alone ${share(alone).padStart(8)}  not contradicting ${unseen}`,
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
    const tally = tallies.get(mutant.kind);
    const misprints = mutant.at.map((at, n) => ({
      ref: refOf(at, before.extraction) ?? '',
      text: mutant.texts[n] ?? '',
      turned: mutant.kind === 'direction word',
    }));
    if (!contradicts(misprints, before.reconciliation.judgements)) {
      if (tally) tally.unseen++;
      continue;
    }
    made++;
    tell(file, mutant, judged(mutant.document, origin), known);
  }
}

function tell(file: string, mutant: Mutant, after: ReturnType<typeof judged>, known: ReadonlySet<string>): void {
  const tally = tallies.get(mutant.kind);
  if (!tally) return;
  const groups = groupBroken(after.reconciliation.judgements);
  const fresh = after.reconciliation.findings.flatMap((finding, n) =>
    known.has(finding.id) ? [] : [{ finding, suspects: suspectsOf(finding, groups[n]) }],
  );
  const refs = new Set(mutant.at.flatMap((at) => refOf(at, after.extraction) ?? []));
  const caught = fresh.length > 0;
  const naming = fresh
    .filter(({ finding, suspects }) =>
      mutant.kind === 'direction word'
        ? finding.operands.some(({ ref }) => refs.has(ref)) || mutant.at.some((at) => saysOf(finding, at))
        : suspects.some((ref) => refs.has(ref)),
    )
    .toSorted((a, b) => a.suspects.length - b.suspects.length)[0];
  const named = naming !== undefined;
  tally.made++;
  if (caught) tally.caught++;
  if (naming) {
    tally.named++;
    tally.listed += naming.suspects.length;
    if (naming.suspects.length === 1) tally.alone++;
  }
  if (options.show && !named) {
    const where = mutant.at
      .map((at) =>
        at.kind === 'cell' ? `${at.table.title} ${at.r}:${at.c}` : `${at.figure.qualifier}/${at.figure.label}`,
      )
      .join(' ↔ ');
    console.log(
      `${caught ? 'other number named' : 'not caught'}: ${basename(file)} ${mutant.kind} ${where}: ${mutant.was} → ${mutant.is}${caught ? ` | ${fresh[0]?.finding.message}` : ''}`,
    );
  }
}

/** The numbers that a finding takes to be the wrong one; a finding that is no relation is about its only number. */
function suspectsOf(finding: Finding, group: Group | undefined): readonly string[] {
  const suspect = suspectOf(finding) ?? (group ? null : finding.operands[0]);
  if (suspect) return [suspect.ref];
  return group?.suspects.map(({ ref }) => ref) ?? [];
}

/** A remark on the wording of the change that the figure states. */
function saysOf(finding: Finding, at: PrintedAt): boolean {
  const [kind, block, start] = finding.operands[0]?.ref.split(':') ?? [];
  if (kind !== 'text' || at.kind !== 'figure' || Number(block) !== at.figure.block) return false;
  return Math.abs(at.figure.start - Number(start)) < WORDS_OF_CHANGE;
}

/** The changed number's name in the changed document: figures are numbered anew, cells keep theirs. */
function refOf(at: PrintedAt, extraction: Extraction): string | null {
  if (at.kind === 'cell') return `cell:${at.table.id}:${at.r}:${at.c}`;
  const figure = extraction.figures.find(
    (candidate) => candidate.block === at.figure.block && candidate.start === at.figure.start,
  );
  return figure ? `figure:${figure.id}` : null;
}
