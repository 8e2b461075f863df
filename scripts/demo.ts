import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Finding } from '../schemas/index.ts';
import type { PlantedMisprint } from './samples/write.ts';

/**
 * `npm run demo`: reads the sample disclosures into a database of its own, prints what contradicts what, and compares the
 * list with the misprints that were planted. Exits 1 when one is missing or a clean twin is accused.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const samples = join('data', 'samples');
const folder = join(root, '.gouji');
const database = join(folder, 'demo.sqlite');

interface PlantedSample {
  readonly file: string;
  /** null: none, in a series of years. */
  readonly twin: string | null;
  readonly misprints: readonly PlantedMisprint[];
}

type Listed = Finding & { readonly source: string };

function gouji(args: readonly string[], output: 'show' | 'capture'): string {
  const { status, stdout, error } = spawnSync(
    process.execPath,
    [join(root, 'pipeline', 'cli', 'main.ts'), ...args, '--db', database],
    {
      cwd: root,
      stdio: ['inherit', output === 'show' ? 'inherit' : 'pipe', 'inherit'],
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    },
  );
  if (error) throw error;
  if (status !== 0) throw new Error(`gouji ${args.join(' ')}: expected exit code 0, found ${status}`);
  return stdout ?? '';
}

for (const suffix of ['', '-wal', '-shm']) rmSync(database + suffix, { force: true });
mkdirSync(folder, { recursive: true });
gouji(['ingest', samples], 'show');
gouji(['findings'], 'show');

const planted = JSON.parse(readFileSync(join(root, samples, 'planted.json'), 'utf8')) as PlantedSample[];
const listed = JSON.parse(gouji(['findings', '--json'], 'capture')) as Listed[];
const findingsOf = (file: string): Listed[] => listed.filter((finding) => finding.source.endsWith(`/${file}`));

const printedIn = (finding: Finding): string =>
  [finding.message, finding.formula, finding.actual, ...finding.operands.map((operand) => operand.value)]
    .join(' ')
    .replaceAll(',', '');
let missing = 0;
console.log('');
for (const { file, twin, misprints } of planted) {
  const findings = findingsOf(file);
  for (const { printed, correct, note } of misprints) {
    const found = findings.some((finding) => printedIn(finding).includes(printed.replaceAll(',', '')));
    if (!found) missing++;
    console.log(`${found ? '✓' : '✗'} ${file}: ${note}（印作 ${printed}，应为 ${correct}）`);
  }
  if (twin === null && misprints.length > 0) continue;
  const clean = twin ?? file;
  const accused = findingsOf(clean).length;
  if (accused > 0) missing++;
  console.log(`${accused === 0 ? '✓' : '✗'} ${clean}: ${accused === 0 ? '无误' : `${accused} 处误报`}`);
}
console.log(`\ndatabase: ${relative(process.cwd(), database)}`);
if (missing > 0) process.exitCode = 1;
