import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { reconcileDossiers } from '../../../pipeline/dossiers/index.ts';
import { type FileReport, type IngestOptions, ingestFiles, refreshOutdated } from '../../../pipeline/ingest.ts';
import { membersOf } from '../../../pipeline/store/archives.ts';
import { openStore } from '../../../pipeline/store/open.ts';
import { NO_TOOLS } from '../../../pipeline/tools/tools.ts';
import { DEFAULT_LIMITS } from '../../../pipeline/workers/limits.ts';
import { disclosurePage, dump, temporaryFolder, writePage } from '../made-pages.ts';
import { ENCRYPTED, LINK_MODE, type MadeMember, makeZip } from './made-zip.ts';

async function ingest(
  db: string,
  files: readonly string[],
  changed: Partial<IngestOptions> = {},
): Promise<FileReport[]> {
  const reports: FileReport[] = [];
  const options: IngestOptions = {
    limits: { ...DEFAULT_LIMITS, concurrency: 2 },
    tools: NO_TOOLS,
    retry: false,
    signal: new AbortController().signal,
    now: () => '2026-01-01T00:00:00Z',
    ...changed,
    onReport: (report) => {
      reports.push(report);
      changed.onReport?.(report);
    },
  };
  const store = openStore(db);
  try {
    await ingestFiles(store, files, options);
    await refreshOutdated(store, options);
    if (!options.signal.aborted) await reconcileDossiers(store, options);
  } finally {
    store.close();
  }
  return reports;
}

const page = (year: number): MadeMember => ({ name: `${year}/决算.html`, content: disclosurePage({ year }) });
const archiveIn = (folder: string, name: string, members: readonly MadeMember[]) =>
  writePage(folder, name, makeZip(members));
const inOrder = (reports: readonly FileReport[]) =>
  reports.map((report) => ('source' in report ? `${report.kind} ${report.source}` : report.kind)).sort();

function query(db: string, sql: string): unknown[] {
  const open = new Database(db, { readonly: true });
  const rows = open.prepare(sql).pluck().all();
  open.close();
  return rows;
}

test('each file of an archive is a document of its own, and the archive is their parent', async () => {
  const folder = temporaryFolder();
  const zip = archiveIn(folder, '公开.zip', [page(2021), page(2022), { name: 'style.css', content: 'p {}' }]);
  const db = join(folder, 'a.sqlite');
  const reports = await ingest(db, [zip]);
  expect(inOrder(reports).filter((line) => !line.startsWith('together'))).toEqual([
    `archive ${zip}`,
    `skipped ${zip}!/style.css`,
    `stored ${zip}!/2021/决算.html`,
    `stored ${zip}!/2022/决算.html`,
  ]);
  expect(reports.find(({ kind }) => kind === 'archive')).toMatchObject({
    members: 2,
    change: 'processed',
    summary: { state: 'complete' },
    reasons: [],
  });
  const store = openStore(db);
  const sha256 = query(db, "SELECT artifact FROM documents WHERE media_type = 'application/zip'")[0];
  expect(membersOf(store, String(sha256)).map(({ name, id }) => [name, id !== null])).toEqual([
    ['2021/决算.html', true],
    ['2022/决算.html', true],
  ]);
  store.close();
});

test('reading an archive again changes no row, nor does the same archive elsewhere but for its name', async () => {
  const folder = temporaryFolder();
  const members = [page(2021), { name: '内.zip', content: makeZip([page(2022)]) }];
  const zip = archiveIn(folder, 'b.zip', members);
  const db = join(folder, 'a.sqlite');
  await ingest(db, [zip]);
  const before = dump(db);
  const again = await ingest(db, [zip]);
  expect(again.map((report) => 'change' in report && report.change)).toEqual(Array(4).fill('unchanged'));
  expect(dump(db)).toBe(before);
  const first = archiveIn(folder, 'a.zip', members);
  await ingest(db, [first]);
  const other = join(folder, 'other.sqlite');
  await ingest(other, [first, zip]);
  expect(dump(db)).toBe(dump(other));
});

test('an archive and the archive inside it give the same database in any order', async () => {
  const folder = temporaryFolder();
  const deepest = makeZip([page(2023)]);
  const middle = makeZip([page(2022), { name: '深.zip', content: deepest }]);
  const inner = writePage(folder, 'inner.zip', middle);
  const outer = archiveIn(folder, 'outer.zip', [page(2021), { name: '内.zip', content: middle }]);
  const [one, other] = [join(folder, 'one.sqlite'), join(folder, 'other.sqlite')];
  for (const zip of [inner, outer]) await ingest(one, [zip]);
  for (const zip of [outer, inner, outer]) await ingest(other, [zip]);
  expect(dump(one)).toBe(dump(other));
});

test('archives nested deeper than two stay packed, and the archive that was named says so', async () => {
  const folder = temporaryFolder();
  const nest = (levels: number): Buffer =>
    levels === 0 ? makeZip([page(2021)]) : makeZip([{ name: '内.zip', content: nest(levels - 1) }]);
  const zip = writePage(folder, '外.zip', nest(3));
  const reports = await ingest(join(folder, 'a.sqlite'), [zip]);
  expect(inOrder(reports)).toEqual([`archive ${zip}`, `archive ${zip}!/内.zip`, `left-out ${zip}!/内.zip!/内.zip`]);
  expect(reports.at(-1)).toMatchObject({ reasons: [{ code: 'archive-too-deep' }], summary: { state: 'partial' } });
});

test('what is left packed is said of each file and of the archive; the rest is read', async () => {
  const folder = temporaryFolder();
  const zip = archiveIn(folder, 'a.zip', [
    { name: '密.pdf', content: 'x', flags: ENCRYPTED },
    { name: '链接.pdf', content: '/etc/passwd', mode: LINK_MODE },
    { name: '坏.pdf', content: 'x', checksum: 1 },
    { name: '../../tmp/出.html', content: disclosurePage() },
    { name: '坏.zip', content: 'PK\u0003\u0004' },
    { name: '空.pdf' },
  ]);
  const db = join(folder, 'a.sqlite');
  const reports = await ingest(db, [zip]);
  expect(reports.filter(({ kind }) => kind === 'left-out')).toMatchObject([
    { source: `${zip}!/密.pdf`, code: 'member-encrypted' },
    { source: `${zip}!/链接.pdf`, code: 'member-link' },
    { source: `${zip}!/坏.pdf`, code: 'member-damaged' },
  ]);
  expect(reports.find((report) => report.kind === 'archive' && report.source === zip)).toMatchObject({
    summary: { state: 'partial' },
    reasons: [{ code: 'member-encrypted' }, { code: 'member-link' }, { code: 'member-damaged' }],
  });
  expect(query(db, "SELECT source FROM documents WHERE state = 'complete'")).toEqual([`${zip}!/tmp/出.html`]);
  expect(query(db, 'SELECT code FROM failures')).toEqual(['empty-file']);
});

test('a bomb, an encrypted archive and one without documents are recorded with the reason', async () => {
  const folder = temporaryFolder();
  const bomb = archiveIn(folder, 'bomb.zip', [{ name: 'a.txt', content: Buffer.alloc(20 * 2 ** 20) }]);
  const locked = archiveIn(folder, 'locked.zip', [{ name: 'a.pdf', content: 'x', flags: ENCRYPTED }]);
  const none = archiveIn(folder, 'none.zip', [{ name: 'a.css', content: 'p {}' }]);
  const reports = await ingest(join(folder, 'a.sqlite'), [bomb, locked, none]);
  const told = reports.flatMap((report) =>
    report.kind === 'archive' ? [[report.summary.state, report.reasons.map(({ code }) => code).join()]] : [],
  );
  expect(told).toEqual([
    ['unreadable', 'archive-bomb'],
    ['unreadable', 'archive-encrypted'],
    ['partial', 'archive-without-documents'],
  ]);
});

test('an archive that was stopped in is taken up by the next run', async () => {
  const folder = temporaryFolder();
  const members = [2019, 2020, 2021, 2022, 2023, 2024].map(page);
  const zip = archiveIn(folder, 'a.zip', members);
  const [stopped, whole] = [join(folder, 'stopped.sqlite'), join(folder, 'whole.sqlite')];
  const controller = new AbortController();
  const onReport = ({ kind }: FileReport) => kind === 'stored' && controller.abort();
  const reports = await ingest(stopped, [zip], { signal: controller.signal, onReport });
  expect(reports.at(-1)).toEqual({ kind: 'interrupted', source: zip });
  await ingest(stopped, [zip]);
  await ingest(whole, [zip]);
  expect(dump(stopped)).toBe(dump(whole));
});

test('a narrative and its tables in one archive are one dossier, in whatever folders of it', async () => {
  const folder = temporaryFolder();
  const title = '清河市档案馆2023年度部门决算';
  const narrative = `<html><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>
<h2>一、支出决算情况说明</h2><p>清河市档案馆2023年度本年支出合计221.85万元，其中：基本支出180.44万元，项目支出32.41万元。</p>
<p>“三公”经费支出1.20万元，其中：公务接待费0.20万元，公务用车运行维护费1.00万元。</p></body></html>`;
  const table = `# ${title}\n\n支出决算表\n\n单位：万元\n\n| 项目 | 本年支出合计 | 基本支出 | 项目支出 |\n|---|---|---|---|\n| 合计 | 212.85 | 180.44 | 32.41 |\n`;
  const zip = archiveIn(folder, 'a.zip', [
    { name: '说明/说明.html', content: narrative },
    { name: '附表/附表.txt', content: table },
  ]);
  const db = join(folder, 'a.sqlite');
  await ingest(db, [zip]);
  const dossiers = query(db, "SELECT dossier FROM documents WHERE media_type <> 'application/zip'");
  expect(new Set(dossiers).size).toBe(1);
  expect(query(db, 'SELECT source FROM finding_operands WHERE source IS NOT NULL')).toContain(`${zip}!/附表/附表.txt`);
});
