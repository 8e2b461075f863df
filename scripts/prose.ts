import { parseArgs } from 'node:util';
import { figuresOf, missedNumbers, type Paragraph, readParagraphs } from './prose/paragraphs.ts';
import { seededRandom } from './samples/random.ts';

const HELP = `npm run prose -- FILE [--sample N] [--seed S]
  FILE      paragraphs, one JSON object per line: id, doc (how the document begins), page, text
  --sample  print N paragraphs with their figures, for reading by eye
  --seed    which ones; the same seed gives the same paragraphs
Without --sample: how many of the numbers with 万元, 元, 亿元 or % directly behind them are found, and the longest time.`;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean' },
  },
});
const [file] = positionals;
if (file === undefined || options.help) {
  console.log(HELP);
  process.exit(options.help ? 0 : 2);
}

/** The first pass warms up; of the passes behind it the shortest time of each paragraph counts. */
const PASSES = 3;

const paragraphs = readParagraphs(file);
if (options.sample === undefined) measure(paragraphs);
else for (const paragraph of sampleOf(paragraphs, Number(options.sample), Number(options.seed))) show(paragraph);

function measure(all: readonly Paragraph[]): void {
  for (const paragraph of all) figuresOf(paragraph);
  let printed = 0;
  let missed = 0;
  let longest = { milliseconds: 0, id: '' };
  for (const paragraph of all) {
    const counted = missedNumbers(paragraph, figuresOf(paragraph));
    printed += counted.printed;
    missed += counted.missed.length;
    for (const around of counted.missed) console.log(`missed ${paragraph.id}: ${around}`);
    const milliseconds = Math.min(...Array.from({ length: PASSES }, () => timeOf(paragraph)));
    if (milliseconds > longest.milliseconds) longest = { milliseconds, id: paragraph.id };
  }
  const rate = (100 * (1 - missed / printed)).toFixed(2);
  console.log(`${all.length} paragraphs, ${printed} numbers with a unit, ${printed - missed} found (${rate} %)`);
  console.log(`longest time ${longest.milliseconds.toFixed(1)} ms (${longest.id})`);
}

function timeOf(paragraph: Paragraph): number {
  const begun = performance.now();
  figuresOf(paragraph);
  return performance.now() - begun;
}

/** Paragraphs of different documents as far as there are enough. */
function sampleOf(all: readonly Paragraph[], count: number, seed: number): readonly Paragraph[] {
  const random = seededRandom(seed);
  const left = [...all];
  const shuffled = all.flatMap(() => left.splice(random.between(0, left.length - 1), 1));
  const seen = new Set<string>();
  const firsts = shuffled.filter(({ doc }) => !seen.has(doc) && seen.add(doc));
  return [...new Set([...firsts, ...shuffled])].slice(0, count);
}

function show(paragraph: Paragraph): void {
  console.log(`\n${paragraph.id} ${paragraph.doc.slice(0, 40)}\n${paragraph.text}`);
  for (const { raw, label, qualifier, measure: kind, period } of figuresOf(paragraph))
    console.log(`  ${raw} | ${label}${qualifier === '' ? '' : ` @ ${qualifier}`} | ${kind} | ${period}`);
}
