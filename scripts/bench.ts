import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DEFAULT_LIMITS, YOUNG_GENERATION } from '../pipeline/workers/limits.ts';
import { barePdfjs } from './bench/bare-pdfjs.ts';
import { writeSample } from './samples/write.ts';

/**
 * `npm run bench [-- FOLDER|FILE…]`: pages per second on one core and peak memory, for pdfjs's own pass over the PDFs,
 * for `read`, and for the whole path (read, extract, reconcile). Without an argument: samples scaled to 1,000 pages.
 */
const SCALED_PAGES = 1_000;
const run = promisify(execFile);

interface Pass {
  readonly pages: number;
  readonly seconds: number;
  readonly peakBytes: number;
  readonly unreadable: number;
}

/** Memory as a worker has it; a semi-space is a third of the young generation. */
const AS_A_WORKER = [
  `--max-old-space-size=${DEFAULT_LIMITS.memoryLimit}`,
  `--max-semi-space-size=${YOUNG_GENERATION / 3}`,
];

async function pass(phase: 'bare' | 'read' | 'whole', files: readonly string[]): Promise<Pass> {
  const script = fileURLToPath(new URL('bench/pass.ts', import.meta.url));
  const { stdout } = await run(process.execPath, [...AS_A_WORKER, script, phase, ...files], { maxBuffer: 1 << 20 });
  return JSON.parse(stdout) as Pass;
}

async function scaledSamples(folder: string): Promise<string[]> {
  const files: string[] = [];
  for (let unit = 0, pages = 0; pages < SCALED_PAGES; unit++) {
    const kind = unit % 3 === 2 ? 'budget' : 'final-accounts';
    const { clean } = await writeSample(
      { name: `scaled-${unit}`, kind, medium: 'pdf', unit, year: 2024, misprints: [] },
      1,
    );
    const file = join(folder, `scaled-${String(unit).padStart(3, '0')}.pdf`);
    writeFileSync(file, clean);
    files.push(file);
    pages += await barePdfjs(new Uint8Array(clean));
  }
  return files;
}

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

function print(name: string, { pages, seconds, peakBytes }: Pass): void {
  const rate = (pages / seconds).toFixed(1).padStart(8);
  console.log(
    `${name.padEnd(34)} ${String(pages).padStart(6)} pages ${seconds.toFixed(2).padStart(8)} s ${rate} pages/s/core  peak ${Math.round(peakBytes / 1e6)} MB`,
  );
}

const temporary = mkdtempSync(join(tmpdir(), 'gouji-bench-'));
try {
  const given = process.argv.slice(2);
  const files = given.length > 0 ? given.flatMap((path) => filesBelow(resolve(path))) : await scaledSamples(temporary);
  const pdfs = files.filter((file) => file.toLowerCase().endsWith('.pdf'));
  if (pdfs.length === 0) throw new Error(`${given.join(' ')}: expected at least one .pdf to measure, found none`);
  const bare = await pass('bare', pdfs);
  print("pdfjs's own pass", bare);
  const reading = await pass('read', pdfs);
  print('read', reading);
  print('whole path', await pass('whole', pdfs));
  console.log(`read / pdfjs's own pass: ${(reading.seconds / bare.seconds).toFixed(2)}`);
  const largest = pdfs.reduce((a, b) => (statSync(a).size >= statSync(b).size ? a : b));
  print('whole path, largest file alone', await pass('whole', [largest]));
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
