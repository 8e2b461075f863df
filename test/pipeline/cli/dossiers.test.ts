import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeZip } from '../archives/made-zip.ts';
import { temporaryFolder, writePage } from '../made-pages.ts';
import { gouji } from './run-cli.ts';

const page = `<!doctype html><html><head><meta charset="utf-8"><title>清河市档案馆2023年度部门决算</title></head>
<body><h1>清河市档案馆2023年度部门决算</h1><h2>一、支出决算情况说明</h2>
<p>清河市档案馆2023年度本年支出合计221.85万元，其中：基本支出180.44万元，项目支出32.41万元。</p>
<p><a href="附表.txt">附表</a></p></body></html>`;
const sheet = `支出决算表\n单位：万元\n\n| 项目 | 本年支出合计 | 基本支出 | 项目支出 |\n|---|---|---|---|\n| 合计 | 212.85 | 180.44 | 32.41 |\n`;

test('findings between the files of an archive name the file of each side; documents and show tell which belong together', () => {
  const folder = temporaryFolder();
  const zip = makeZip([
    { name: '决算.html', content: page },
    { name: '附表.txt', content: sheet },
  ]);
  const path = writePage(folder, '公开.zip', zip);
  const db = ['--db', join(folder, 'a.sqlite')];
  const ingested = gouji(['ingest', path, ...db]);
  expect(ingested.stderr).toContain(`${path}  an archive of 2 documents`);
  expect(ingested.stdout).toContain('3 documents: 3 read in full');

  for (const lang of ['zh', 'en'])
    expect(gouji(['findings', ...db, '--lang', lang]).stdout).toContain('公开.zip!/附表.txt');
  const listed = JSON.parse(gouji(['findings', '--json', ...db]).stdout);
  expect(JSON.stringify(listed)).toContain('公开.zip!/附表.txt');

  const shown = gouji(['show', `${path}!/决算.html`, ...db, '--lang', 'en']).stdout;
  expect(shown).toMatch(/checked with\s+\S+公开\.zip!\/附表\.txt/);
  expect(shown).toMatch(/in archive\s+\S+公开\.zip$/m);
  expect(gouji(['show', path, ...db, '--lang', 'en']).stdout).toMatch(/holds\s+决算\.html\n\s*holds\s+附表\.txt/);
  const documents = JSON.parse(gouji(['documents', '--json', ...db]).stdout) as { source: string; dossier: string }[];
  const members = documents.filter(({ source }) => source.includes('!/'));
  expect(members).toHaveLength(2);
  expect(new Set(members.map(({ dossier }) => dossier)).size).toBe(1);
  expect(gouji(['documents', ...db, '--lang', 'en']).stdout).toMatch(/\bset\b/);
  expect(gouji(['extract', path]).stdout).toContain('gouji ingest');
});
