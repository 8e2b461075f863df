import { join } from 'node:path';
import { gouji } from './cli/run-cli.ts';
import { temporaryFolder } from './made-pages.ts';

export const SAMPLES = join(import.meta.dirname, '../../data/samples');

/** A database with these of the sample disclosures. */
export function storedSamples(...names: readonly string[]): string {
  const db = join(temporaryFolder(), 'samples.sqlite');
  const { status, stderr } = gouji(['ingest', ...names.map((name) => join(SAMPLES, name)), '--db', db]);
  if (status !== 0) throw new Error(stderr);
  return db;
}
