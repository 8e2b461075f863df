import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backUp } from '../../../pipeline/store/backup.ts';
import { openForReading, openStore, type Store } from '../../../pipeline/store/open.ts';
import { verifyStore } from '../../../pipeline/store/verify.ts';
import { ingested } from '../exports/ingested.ts';
import { disclosurePage, temporaryFolder, writePage } from '../made-pages.ts';

const NO_BYTES = createHash('sha256').digest('hex');

/** A database with a page's worth of sources, closed in order. */
function databaseIn(folder: string): string {
  const path = join(folder, 'a.sqlite');
  const store = openStore(path);
  fill(store, 400);
  store.close();
  return path;
}

function fill(store: Store, count: number): void {
  store.transact(() => {
    store.db.exec(`INSERT OR IGNORE INTO artifacts VALUES ('${NO_BYTES}', 0, 'identity', x'', NULL)`);
    const insert = store.db.prepare(`INSERT OR IGNORE INTO sources VALUES (?, '${NO_BYTES}', '2026-01-01')`);
    for (let n = 0; n < count; n++) insert.run(`决算公开/第${n}份.pdf`);
  });
}

/** Bytes in the last pages of the file, where the sources are, that no program wrote. */
function damage(path: string): void {
  const file = openSync(path, 'r+');
  const { size } = statSync(path);
  for (const page of [1, 2, 3]) writeSync(file, Buffer.alloc(4096, 0xa5), 0, 4096, size - page * 4096);
  closeSync(file);
}

const problemsOf = (store: Store) => verifyStore(store).filter(({ problems }) => problems.length > 0);

test('a damaged database is refused for reading and for writing, and can still be looked at', () => {
  const path = databaseIn(temporaryFolder());
  damage(path);
  expect(() => openForReading(path)).toThrow(expect.objectContaining({ problem: 'corrupt' }));
  expect(() => openStore(path)).toThrow(expect.objectContaining({ problem: 'corrupt' }));
  const store = openForReading(path, { damaged: 'open' });
  expect(problemsOf(store).map(({ check }) => check)).toContain('pages');
  store.close();
});

test('a database that breaks off is refused', () => {
  const path = databaseIn(temporaryFolder());
  const { size } = statSync(path);
  truncateSync(path, Math.floor(size / 8192) * 4096);
  expect(() => openForReading(path)).toThrow(expect.objectContaining({ problem: 'corrupt' }));
});

test('a backup holds what was stored when it began, while another writes', () => {
  const folder = temporaryFolder();
  const path = databaseIn(folder);
  const writer = openStore(path);
  fill(writer, 500); // in the write-ahead log, not in the file yet
  writer.db.exec('BEGIN IMMEDIATE');
  writer.db.exec("INSERT INTO attempts VALUES ('begun', 1)");
  backUp(path, join(folder, 'copy.sqlite'));
  writer.db.exec('COMMIT');
  writer.close();
  const copy = openForReading(join(folder, 'copy.sqlite'));
  expect(copy.db.prepare('SELECT count(*) FROM sources').pluck().get()).toBe(500);
  expect(copy.db.prepare('SELECT count(*) FROM attempts').pluck().get()).toBe(0);
  expect(problemsOf(copy)).toEqual([]);
  copy.close();
  expect(readdirSync(folder).filter((name) => name.endsWith('.unfinished'))).toEqual([]);
});

test('a backup overwrites nothing, and leaves nothing half done where it cannot be written', () => {
  const folder = temporaryFolder();
  const path = databaseIn(folder);
  writeFileSync(join(folder, 'taken'), 'a letter');
  for (const taken of [path, join(folder, 'taken')])
    expect(() => backUp(path, taken)).toThrow(expect.objectContaining({ problem: 'exists' }));
  expect(() => backUp(path, join(folder, 'no/where.sqlite'))).toThrow(
    expect.objectContaining({ problem: 'unopenable' }),
  );
  expect(existsSync(join(folder, 'no'))).toBe(false);
});

test('verify notices rows that are gone without a trace', async () => {
  const store = openStore(await ingested([[writePage(temporaryFolder(), 'a.html', disclosurePage())]]));
  expect(problemsOf(store)).toEqual([]);
  for (const table of ['relations', 'tables', 'facts', 'figures']) {
    store.db.exec(`BEGIN; DELETE FROM ${table} WHERE n = 0`);
    expect(
      problemsOf(store).map(({ check }) => check),
      table,
    ).toContain('counts');
    store.db.exec('ROLLBACK');
  }
  store.close();
}, 60_000);

test('verify names what does not belong together', () => {
  const path = databaseIn(temporaryFolder());
  const store = openStore(path);
  store.db.pragma('foreign_keys = OFF');
  store.db.exec(`
    INSERT INTO sources VALUES ('nowhere', 'no such artifact', '2026-01-01');
    INSERT INTO artifacts VALUES ('cd', 3, 'deflate', x'010203', NULL);
    INSERT INTO stage_runs (artifact, stage, version, input_hash, output_hash, output) VALUES ('${NO_BYTES}', 'read', 1, '', 'x', x'00');
    INSERT INTO finding_operands VALUES ('d', 0, 0, '1.00', '万元', '支出', 'cell', '{}', NULL);
    INSERT INTO documents (id, artifact, source, media_type, title, issuer, region, kind, state, holds, rounding, broken, undetermined)
      VALUES ('d', '${NO_BYTES}', 's', '', '', '', '', 'unknown', 'complete', 1, 0, 0, 0);`);
  const found = Object.fromEntries(problemsOf(store).map(({ check, problems }) => [check, problems]));
  store.close();
  expect(found).toMatchObject({
    references: ['sources → artifacts: 1'],
    bytes: ['cd'],
    outputs: [`${NO_BYTES} read`],
    documents: ['d'],
    counts: ['d'],
    orphans: ['finding_operands: 1'],
  });
});
