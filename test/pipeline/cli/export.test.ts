import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { ingested } from '../exports/ingested.ts';
import { disclosurePage, temporaryFolder, writePage } from '../made-pages.ts';
import { environment, gouji, MAIN } from './run-cli.ts';

let db: readonly string[] = [];
beforeAll(async () => {
  const folder = temporaryFolder();
  const page = writePage(folder, 'a.html', disclosurePage());
  db = ['--db', await ingested([[page, writePage(folder, 'b.pdf', '%PDF-1.7\nbroken')]])];
}, 120_000);

test('without a place the export goes to standard output, and the summary to standard error', () => {
  const { stdout, stderr, status } = gouji(['export', 'facts', ...db, '--columns', 'row,printed_value']);
  expect(stdout).toBe('row,printed_value\r\n合计,212.94\r\n合计,180.44\r\n合计,32.41\r\n');
  expect(stderr).toContain('3 rows of 2 documents');
  expect(stderr).toContain('1 document was not read in full');
  expect(status).toBe(0);
});

test('locale and time zone make no difference to any byte', () => {
  const folder = temporaryFolder();
  for (const format of ['csv', 'jsonl', 'parquet', 'xlsx']) {
    const [one, other] = [
      { LC_ALL: 'zh_CN.UTF-8', TZ: 'Asia/Shanghai' },
      { LC_ALL: 'de_DE.UTF-8', TZ: 'America/St_Johns' },
    ].map((env, n) => {
      const output = join(folder, `${n}.${format}`);
      expect(gouji(['export', 'facts', ...db, '--format', format, '--output', output], { env }).status).toBe(0);
      return readFileSync(output);
    });
    expect(one?.equals(other ?? Buffer.of()), format).toBe(true);
  }
});

test.each([
  [['fact'], 'Did you mean facts?'],
  [['facts', '--format', 'cvs'], 'Did you mean csv?'],
  [['facts', '--format', 'spreadsheet'], 'Valid values: csv, jsonl, parquet, xlsx'],
  [['facts', '--form', 'fnal.03'], 'Did you mean final.03?'],
  [['facts', '--form', '支出决算'], '支出决算表'],
  [['facts', '--columns', 'row,value_yaun'], 'Did you mean value_yuan?'],
  [['facts', '--kind', 'budgte'], 'Did you mean budget?'],
  [['facts', '--year', '23'], 'is not valid'],
  [['--package', 'folder', '--columns', 'row'], '--package <folder> and --columns <names> cannot be used together'],
  [['--package', 'folder', '--format', 'parquet'], '--package <folder> and --format <format> cannot be used together'],
  [[], 'The argument dataset is missing'],
])('%j is refused, with the nearest valid name', (args, wording) => {
  const { stderr, stdout, status } = gouji(['export', ...args, ...db]);
  expect(stderr).toContain(wording);
  expect(stdout).toBe('');
  expect(status).toBe(2);
});

test('the nearest names are told in Chinese as well', () => {
  expect(gouji(['export', 'facts', '--format', 'cvs', '--lang', 'zh']).stderr).toContain('您要的是 csv 吗？');
});

test('columns may be named with spaces and twice, and are what is written of documents too', () => {
  const columns = ['--columns', 'year, kind,year', '--format', 'jsonl'];
  const { stdout } = gouji(['export', 'documents', ...db, ...columns]);
  expect(stdout.split('\n')[0]).toMatch(/^\{"year":[^,]*,"kind":"[^,]*"\}$/);
});

test('a unit that is nowhere is named, with the nearest one', () => {
  const { stderr, status } = gouji(['export', 'documents', ...db, '--unit', '清河市档安馆']);
  expect(stderr).toContain('--unit: no document is of “清河市档安馆”');
  expect(stderr).toMatch(/Did you mean 清河市档案馆/);
  expect(status).toBe(0);
});

test('a document that is not there is named', () => {
  const { stderr, status } = gouji(['export', 'facts', ...db, '--document', '图书馆']);
  expect(stderr).toContain('图书馆');
  expect(status).toBe(1);
});

test('a database is not overwritten, least of all the one that is read', () => {
  const database = db[1] ?? '';
  const before = readFileSync(database);
  for (const args of [
    ['export', 'facts'],
    ['report', 'a.html'],
  ]) {
    const { stderr, status } = gouji([...args, ...db, '--output', database]);
    expect(stderr).toContain('is a database and is not overwritten');
    expect(status).toBe(1);
  }
  expect(readFileSync(database).equals(before)).toBe(true);
});

test('a place that cannot be written is named, and no file is left', () => {
  const folder = temporaryFolder();
  const { stderr, status } = gouji(['export', 'facts', ...db, '--output', join(folder, 'none/facts.csv')]);
  expect(stderr).toContain('its folder does not exist');
  expect(status).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

test.runIf(existsSync('/dev/full'))('a full disk behind standard output is one line and exit code 1', () => {
  const command = ['-c', '"$0" "$@" > /dev/full', process.execPath, MAIN, 'export', 'facts', ...db];
  const { stderr, status } = spawnSync('sh', command, { encoding: 'utf8', env: environment() });
  expect(stderr).toContain('standard output: the disk is full');
  expect(stderr).not.toContain('    at ');
  expect(status).toBe(1);
});

test('a package describes every file it holds, with types, sizes and hashes', () => {
  const folder = join(temporaryFolder(), 'open-data');
  expect(gouji(['export', '--package', folder, ...db]).status).toBe(0);
  const descriptor = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'));
  expect(descriptor.profile).toBe('fiscal-data-package');
  for (const { path, bytes, hash, schema } of descriptor.resources) {
    const content = readFileSync(join(folder, path));
    expect(content.length).toBe(bytes);
    expect(`sha256:${createHash('sha256').update(content).digest('hex')}`).toBe(hash);
    const header = content.toString().split('\r\n')[0]?.split(',');
    expect(schema.fields.map(({ name }: { name: string }) => name)).toEqual(header);
  }
  const facts = descriptor.resources.find(({ name }: { name: string }) => name === 'facts');
  const typed = facts.schema.fields.filter(({ columnType }: { columnType?: string }) => columnType !== undefined);
  expect(typed.map(({ name, columnType }: Record<string, string>) => `${name} ${columnType}`)).toEqual([
    'unit administrator:generic:name',
    'year date:fiscal-year',
    'phase phase:id',
    'value_yuan value',
  ]);
  expect(readFileSync(join(folder, 'codebook.csv'), 'utf8')).toContain('form,final.03,text,支出决算表');
});

test('a package needs a folder that can be made, and takes no single dataset', () => {
  const file = join(temporaryFolder(), 'a.txt');
  writeFileSync(file, '');
  expect(gouji(['export', '--package', file, ...db]).stderr).toContain(`${file}: is a file; name a folder`);
  expect(gouji(['export', '--package', join(file, 'b'), ...db]).stderr).toContain('is a file; name a folder');
  expect(gouji(['export', 'facts', '--package', file, ...db]).status).toBe(2);
});

test.runIf(existsSync('/proc/self'))('a folder that the system does not let anybody make is refused at once', () => {
  const { stderr, status } = gouji(['export', '--package', '/proc/gouji/package', ...db]);
  expect(stderr).toContain('/proc/gouji: ');
  expect(status).toBe(1);
});
