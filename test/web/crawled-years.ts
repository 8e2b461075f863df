import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { gouji } from '../pipeline/cli/run-cli.ts';
import { temporaryFolder } from '../pipeline/made-pages.ts';
import { writeYears } from '../pipeline/series/made-years.ts';
import { SAMPLES } from '../pipeline/stored-samples.ts';

export const ARCHIVES = '清河市档案馆';
/** Of a unit whose name means harm: markup, the end of an attribute, and an override of the direction. */
export const HOSTILE = '"><img src=x onerror=alert(1)>\u202e局';
export const HOSTILE_ADDRESS = 'javascript:alert(2)';

/** Three years of one unit, in which a later document disagrees; a unit that means harm; and a source that was crawled. */
export function crawledYears(): string {
  const folder = temporaryFolder();
  const years = join(folder, 'years');
  mkdirSync(years);
  writeYears(years, [
    { year: 2021, kind: '预算', amounts: ['0.00', '13.00', '4.00'], total: '17.00' },
    { year: 2021, kind: '决算', amounts: ['0.00', '12.00', '3.50'], total: '15.50' },
    { year: 2022, kind: '预算', amounts: ['0.00', '11.00', '3.00'], total: '14.00' },
    { year: 2022, kind: '决算', amounts: ['0.00', '10.00', '2.50'], total: '12.50' },
    {
      year: 2023,
      kind: '决算',
      amounts: ['0.00', '9.00', '2.00'],
      total: '11.00',
      prose: '2022年度公务接待费支出决算2.90万元。',
    },
  ]);
  const db = join(folder, 'years.sqlite');
  const { status, stderr } = gouji(['ingest', years, join(SAMPLES, 'final-accounts-4.html'), '--db', db]);
  if (status !== 0) throw new Error(stderr);
  const database = new Database(db);
  database
    .prepare("UPDATE documents SET issuer = ?, title = ? WHERE source LIKE '%final-accounts-4.html'")
    .run(HOSTILE, HOSTILE);
  crawled(database);
  database.close();
  return db;
}

/** One run over one source, with one page that was not there and one address that no page should have. */
function crawled(database: Database.Database): void {
  database.exec(`INSERT INTO crawl_runs (id, source, started, ended, new, changed, unchanged, withdrawn, failed)
    VALUES (1, '清河市财政局', '2026-02-28T18:30:00.000Z', '2026-02-28T20:05:00.000Z', 12, 1, 340, 2, 2)`);
  const failed = database.prepare(`INSERT INTO crawl_urls
    (url, address, source, role, state, anchor, depth, first_seen, last_seen, visited_in, failure)
    VALUES (@address, @address, '清河市财政局', 'article', 'failed', @anchor, 1, @seen, @seen, 1, @failure)`);
  const seen = '2026-02-28T19:00:00.000Z';
  failed.run({
    address: 'http://czj.example.gov.cn/2025/ys.html',
    anchor: '2025年部门预算',
    seen,
    failure: 'not-found',
  });
  failed.run({ address: HOSTILE_ADDRESS, anchor: HOSTILE, seen, failure: 'refused-address' });
}
