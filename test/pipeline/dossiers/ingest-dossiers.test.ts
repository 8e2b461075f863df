import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reconcileDossiers } from '../../../pipeline/dossiers/index.ts';
import { type FileReport, type IngestOptions, ingestFiles } from '../../../pipeline/ingest.ts';
import { openStore } from '../../../pipeline/store/open.ts';
import { NO_TOOLS } from '../../../pipeline/tools/tools.ts';
import { DEFAULT_LIMITS } from '../../../pipeline/workers/limits.ts';
import { dump, temporaryFolder, writePage } from '../made-pages.ts';

const page = (
  total: string,
) => `<!doctype html><html><head><meta charset="utf-8"><title>清河市档案馆2023年度部门决算</title></head>
<body><h1>清河市档案馆2023年度部门决算</h1><h2>一、支出决算情况说明</h2>
<p>清河市档案馆2023年度本年支出合计${total}万元，其中：基本支出180.44万元，项目支出32.41万元。</p>
<p><a href="%E9%99%84%E8%A1%A8.txt">附表</a></p></body></html>`;

const sheet = `支出决算表\n单位：万元\n\n| 项目 | 本年支出合计 | 基本支出 | 项目支出 |\n|---|---|---|---|\n| 合计 | 212.85 | 180.44 | 32.41 |\n`;

async function ingest(
  db: string,
  files: readonly string[],
  signal = new AbortController().signal,
): Promise<FileReport[]> {
  const reports: FileReport[] = [];
  const options: IngestOptions = {
    limits: { ...DEFAULT_LIMITS, concurrency: 2 },
    tools: NO_TOOLS,
    retry: false,
    signal,
    now: () => '2026-01-01T00:00:00Z',
    onReport: (report) => reports.push(report),
  };
  const store = openStore(db);
  try {
    await ingestFiles(store, files, options);
    await reconcileDossiers(store, options);
  } finally {
    store.close();
  }
  return reports;
}

function findings(db: string): { message: string; sources: (string | null)[] }[] {
  const store = openStore(db);
  const rows = store.db
    .prepare<[], { document: string; n: number; message: string }>(
      'SELECT document, n, message FROM findings ORDER BY document, n',
    )
    .all();
  const sources = store.db
    .prepare<[string, number], string | null>(
      'SELECT source FROM finding_operands WHERE document = ? AND finding = ? ORDER BY n',
    )
    .pluck();
  const found = rows.map(({ document, n, message }) => ({ message, sources: sources.all(document, n) }));
  store.close();
  return found;
}

test('a page and the attachment it links to are checked against each other, in any order of arrival', async () => {
  const folder = temporaryFolder();
  const files = [writePage(folder, '决算.html', page('221.85')), writePage(folder, '附表.txt', sheet)];
  const [one, other] = [join(folder, 'one.sqlite'), join(folder, 'other.sqlite')];
  await ingest(one, files);
  for (const file of files.toReversed()) await ingest(other, [file]);
  expect(dump(other)).toBe(dump(one));
  const between = findings(one).filter(({ sources }) => sources.includes(files[1] ?? ''));
  expect(between).toHaveLength(1);
  expect(between[0]?.message).toContain('221.85');
});

test('running again changes no row and reports nothing', async () => {
  const folder = temporaryFolder();
  const files = [writePage(folder, '决算.html', page('212.85')), writePage(folder, '附表.txt', sheet)];
  const db = join(folder, 'a.sqlite');
  expect((await ingest(db, files)).map(({ kind }) => kind)).toContain('together');
  const before = dump(db);
  expect((await ingest(db, files)).map(({ kind }) => kind)).not.toContain('together');
  expect(dump(db)).toBe(before);
  expect(findings(db)).toEqual([]);
});

test('last year’s disclosure of the unit is compared with the change that this year’s states', async () => {
  const folder = temporaryFolder();
  const accounts = (year: number, words: string) =>
    `<html><head><meta charset="utf-8"><title>清河市档案馆${year}年度部门决算</title></head><body><h1>清河市档案馆${year}年度部门决算</h1>
<h2>一、支出决算情况说明</h2><p>清河市档案馆${year}年度本年支出合计${words}</p></body></html>`;
  const files = [
    writePage(folder, '2022.html', accounts(2022, '200.00万元。')),
    writePage(folder, '2023.html', accounts(2023, '212.85万元，比2022年度增加21.85万元。')),
  ];
  const db = join(folder, 'a.sqlite');
  await ingest(db, files);
  expect(findings(db)).toMatchObject([{ message: expect.stringContaining('200.00') }]);
});
