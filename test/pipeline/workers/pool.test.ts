import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { type FileReport, ingestFiles } from '../../../pipeline/ingest.ts';
import { openStore } from '../../../pipeline/store/open.ts';
import { NO_TOOLS } from '../../../pipeline/tools/tools.ts';
import { DEFAULT_LIMITS, type Limits } from '../../../pipeline/workers/limits.ts';
import { disclosurePage, temporaryFolder, writePage } from '../made-pages.ts';

/** One file for each text, one after the other, in worker threads that misbehave. */
async function ingest(texts: readonly string[], limits: Partial<Limits> = {}): Promise<FileReport[]> {
  const folder = temporaryFolder();
  const files = texts.map((text, n) => writePage(folder, `${n}.html`, text));
  const store = openStore(join(folder, 'a.sqlite'));
  const reports: FileReport[] = [];
  await ingestFiles(store, files, {
    limits: { ...DEFAULT_LIMITS, concurrency: 1, ...limits },
    tools: NO_TOOLS,
    retry: false,
    signal: new AbortController().signal,
    now: () => '2026-01-01T00:00:00Z',
    onReport: (report) => void reports.push(report),
    worker: new URL('misbehaving-worker.ts', import.meta.url),
  });
  store.close();
  return reports;
}

const unreadable = (code: string) => ({ kind: 'stored', summary: { state: 'unreadable' }, reasons: [{ code }] });

test('documents that crash or exhaust their worker are unreadable, each for its reason, and the others are read', async () => {
  const reports = await ingest(['throw', 'exit', 'exhaust', disclosurePage()], { memoryLimit: 256 });
  expect(reports).toMatchObject([
    unreadable('worker-crashed'),
    unreadable('worker-crashed'),
    unreadable('memory-limit'),
    { kind: 'stored', summary: { state: 'complete' }, reasons: [] },
  ]);
});

test('a document that hangs its worker is unreadable after the time limit', async () => {
  expect(await ingest(['hang'], { timeLimit: 0.5 })).toMatchObject([unreadable('time-limit')]);
});

test('a document that waits for a processor others use has not used up its time', async () => {
  expect(await ingest(['wait'], { timeLimit: 0.5 })).toMatchObject([{ kind: 'stored', reasons: [] }]);
});

test('a document that waits for what never comes is given up as well', async () => {
  expect(await ingest(['wait for ever'], { timeLimit: 0.2 })).toMatchObject([unreadable('time-limit')]);
});

test('a document of which a page is recognised gets more time', async () => {
  expect(await ingest(['recognize'], { timeLimit: 0.5 })).toMatchObject([{ kind: 'stored', reasons: [] }]);
});

test('programs that work for a document end with it', async () => {
  const note = join(temporaryFolder(), 'process');
  expect(await ingest([`leave behind ${note}`], { timeLimit: 0.3 })).toMatchObject([unreadable('time-limit')]);
  const left = Number(readFileSync(note, 'utf8'));
  await vi.waitFor(() => expect(isRunning(left)).toBe(false), 5_000);
});

/** Nobody has waited for it: once ended it stays in the list of processes, as Z. */
function isRunning(program: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(program)], { encoding: 'utf8' });
  return stdout.trim() !== '' && !stdout.startsWith('Z');
}
