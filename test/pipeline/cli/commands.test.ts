import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { disclosurePage, temporaryFolder, writePage } from '../made-pages.ts';
import { gouji, MAIN } from './run-cli.ts';

test('ingest, documents, findings and show tell one story', () => {
  const folder = temporaryFolder();
  writePage(folder, '档案馆.html', disclosurePage());
  const db = ['--db', join(folder, 'a.sqlite')];
  const ingested = gouji(['ingest', folder, ...db]);
  expect(ingested.stdout).toContain('1 document: 1 read in full, 0 in part, 0 unreadable');
  expect(ingested.status).toBe(0);
  expect(gouji(['documents', ...db]).stdout).toContain('档案馆.html');
  const findings = gouji(['findings', ...db]).stdout;
  expect(findings).toContain('180.44');
  expect(findings).toContain('0.09');
  const shown = gouji(['show', '档案馆', ...db]);
  expect(shown.stdout).toContain('支出决算情况说明');
  expect(shown.status).toBe(0);
});

test('show --json of a stored document is what extract prints', () => {
  const folder = temporaryFolder();
  const page = writePage(folder, 'a.html', disclosurePage());
  const db = ['--db', join(folder, 'a.sqlite')];
  gouji(['ingest', page, ...db]);
  const [shown, extracted] = [gouji(['show', page, '--json', ...db]), gouji(['extract', page])];
  expect(shown.stdout).toBe(extracted.stdout);
});

test('a document may be named by path, part of its title or hash; several are listed', () => {
  const folder = temporaryFolder();
  for (const year of [2022, 2023]) writePage(folder, `${year}.html`, disclosurePage({ year }));
  const db = ['--db', join(folder, 'a.sqlite')];
  gouji(['ingest', folder, ...db]);
  const ambiguous = gouji(['show', '档案馆', ...db]);
  expect(ambiguous.stderr).toContain('matches 2 documents');
  expect(ambiguous.stderr).toContain('2023.html');
  expect(ambiguous.status).toBe(1);
  expect(gouji(['show', '2023.html', ...db]).status).toBe(0);
  expect(gouji(['show', '图书馆', ...db]).stderr).toContain('No document matches');
});

test('extract prints JSON also for what cannot be read, with exit code 1', () => {
  const folder = temporaryFolder();
  for (const [name, bytes, code] of [
    ['empty.pdf', '', 'empty-file'],
    ['garbage.pdf', '\u0001\u0002\u0003'.repeat(100), undefined],
    ['cut.pdf', '%PDF-1.7\n1 0 obj\n<<', undefined],
  ] as const) {
    const { stdout, status } = gouji(['extract', writePage(folder, name, bytes)]);
    const disclosure = JSON.parse(stdout);
    expect(disclosure.status.state).toBe('unreadable');
    expect(disclosure.status.reasons).toHaveLength(1);
    if (code !== undefined) expect(disclosure.status.reasons[0].code).toBe(code);
    expect(status).toBe(1);
  }
});

test('a missing file gives one line that names it, its cause and the remedy', () => {
  const { stdout, stderr, status } = gouji(['extract', 'no such 文件.pdf']);
  expect(stderr).toBe('gouji: no such 文件.pdf: there is no such file; check the path\n');
  expect(JSON.parse(stdout).status.reasons[0].code).toBe('not-found');
  expect(status).toBe(1);
});

test('a folder without documents says so', () => {
  const folder = temporaryFolder();
  writePage(folder, 'data.json', '{}');
  const { stderr, status } = gouji(['ingest', folder, '--db', join(folder, 'a.sqlite')]);
  expect(stderr).toContain('no documents in this folder');
  expect(status).toBe(1);
});

test('a list of paths may come on standard input', () => {
  const folder = temporaryFolder();
  const page = writePage(folder, 'with space 📄.html', disclosurePage());
  const { stdout } = gouji(['ingest', '-', '--db', join(folder, 'a.sqlite')], { input: `${page}\n` });
  expect(stdout).toContain('1 document:');
});

test('databases that cannot be used are named with the cause and what to do', () => {
  const folder = temporaryFolder();
  const page = writePage(folder, 'a.html', disclosurePage());
  const missing = gouji(['findings', '--db', join(folder, 'none.sqlite')]);
  expect(missing.stderr).toContain('there is no such database');
  expect(missing.status).toBe(2);
  expect(gouji(['ingest', page, '--db', join(folder, 'no/where.sqlite')]).stderr).toContain('cannot be opened');
  expect(gouji(['documents', '--db', page]).stderr).toContain('not a database of gouji');
});

test('a reader that leaves early ends the program quietly', () => {
  const folder = temporaryFolder();
  const page = writePage(folder, 'a.html', disclosurePage() + '<p>项目支出1.00万元。</p>'.repeat(400));
  const line = `"${process.execPath}" "${MAIN}" extract "${page}" --pretty | head -c 10`;
  const { stderr, stdout } = spawnSync('sh', ['-c', line], { encoding: 'utf8' });
  expect(stdout).toHaveLength(10);
  expect(stderr).toBe('');
});

test('control characters of a document do not reach the terminal', () => {
  const folder = temporaryFolder();
  const page = writePage(folder, 'a\u001b[31m.html', disclosurePage({ unit: '\u009b31m清河\u202e市档案馆' }));
  const db = ['--db', join(folder, 'a.sqlite')];
  const outputs = [gouji(['ingest', page, ...db]), gouji(['documents', ...db]), gouji(['findings', ...db])];
  for (const { stdout, stderr } of outputs) expect(stdout + stderr).not.toMatch(/[\u001b\u009b\u202e]/);
});
