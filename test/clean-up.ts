import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** All temporary files of a run, also those of programs that tests start, lie in one folder, which goes with the run. */
let folder = '';

export function setup(): void {
  folder = mkdtempSync(join(tmpdir(), 'gouji-tests-'));
  process.env.TMPDIR = folder;
}

export function teardown(): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
