import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { disclosurePage, temporaryFolder, writePage } from '../made-pages.ts';
import { gouji } from './run-cli.ts';

const FIRST = disclosurePage({ total: '212.94' });
const SECOND = disclosurePage({ total: '212.85' });

let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
  read('a.sqlite', FIRST);
  read('a.sqlite', SECOND);
}, 120_000);

const run = (database: string, ...args: string[]) => gouji([...args, '--db', join(folder, database)]);

/** Reads a page that was overwritten where it stands. */
function read(database: string, content: string, name = '决算.html') {
  run(database, 'ingest', writePage(folder, name, content));
}

/** A copy of the database, for a test that writes. */
function copied(name: string): string {
  copyFileSync(join(folder, 'a.sqlite'), join(folder, name));
  return name;
}

function totals(database: string): string[] {
  const { stdout } = run(database, 'export', 'facts', '--columns', 'printed_value');
  return stdout.split('\r\n').filter((value) => value.startsWith('212'));
}

test('what was replaced where it stood is exported only when all versions are asked for, and marked', () => {
  expect(totals('a.sqlite')).toEqual(['212.85']);
  const all = run('a.sqlite', 'export', 'facts', '--all-versions', '--columns', 'row,printed_value,superseded').stdout;
  expect(all).toContain('合计,212.94,1\r\n');
  expect(all).toContain('合计,212.85,0\r\n');
});

test('without all versions there is no column that tells them apart', () => {
  const refused = run('a.sqlite', 'export', 'facts', '--columns', 'superseded');
  expect(refused.stderr).toContain('is not valid');
  expect(refused.status).toBe(2);
});

test.each(['figures', 'findings', 'documents'])('%s leave out what was replaced, too', (dataset) => {
  const documents = (...args: string[]) =>
    new Set(
      run('a.sqlite', 'export', dataset, '--columns', 'document', ...args)
        .stdout.split('\r\n')
        .slice(1, -1),
    );
  const [current, all] = [documents(), documents('--all-versions')];
  expect(all.size).toBe(current.size + 1);
});

test('a file that becomes again what it was is in force again', () => {
  const database = copied('b.sqlite');
  read(database, FIRST);
  expect(totals(database)).toEqual(['212.94']);
  read(database, SECOND);
  expect(totals(database)).toEqual(['212.85']);
});

test('recomputing what was replaced does not bring it back', () => {
  const database = copied('c.sqlite');
  expect(run(database, 'replay').status).toBe(0);
  expect(totals(database)).toEqual(['212.85']);
});

test('what stands unchanged somewhere else is in force there', () => {
  const database = copied('d.sqlite');
  read(database, FIRST, '副本.html');
  expect(totals(database).toSorted()).toEqual(['212.85', '212.94']);
});

test('searches know only what is in force; the list of documents marks the rest, and show names what replaced it', () => {
  const found = (...args: string[]) => JSON.parse(run('a.sqlite', 'search', '212.94', '--json', ...args).stdout);
  expect(found()).toEqual([]);
  expect(found('--all-versions')).not.toEqual([]);
  expect(run('a.sqlite', 'documents').stdout).toContain('superseded');
  const documents: { id: string; standing: string }[] = JSON.parse(run('a.sqlite', 'documents', '--json').stdout);
  const [old, now] = ['superseded', 'current'].map(
    (standing) => documents.find((one) => one.standing === standing)?.id,
  );
  expect(run('a.sqlite', 'show', old ?? '').stdout).toMatch(new RegExp(`replaced by\\s+.*决算\\.html \\(${now}\\)`));
  expect(run('a.sqlite', 'show', now ?? '').stdout).not.toContain('replaced by');
});
