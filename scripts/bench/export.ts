import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '../../pipeline/store/open.ts';

/**
 * Exports of a database with very many facts: `node scripts/bench/export.ts [FACTS]` makes one of invented documents
 * (1,000 facts each), writes its facts in every format, and prints rows per second, size and peak memory as JSON.
 */
const FACTS_PER_DOCUMENT = 1_000;
const DEFAULT_FACTS = 1_000_000;
const MEGABYTE = 1024;

function fill(store: Store, facts: number): void {
  const artifact = store.db.prepare("INSERT INTO artifacts VALUES (?, 0, 'not-kept', NULL, NULL)");
  const document = store.db.prepare(
    `INSERT INTO documents (id, artifact, source, media_type, title, issuer, region, kind, fiscal_year, state, holds, rounding,
       broken, undetermined)
     VALUES (?, ?, ?, 'application/pdf', ?, ?, '望榆市', 'final_accounts', ?, 'complete', 0, 0, 0, 0)`,
  );
  const table = store.db.prepare(
    `INSERT INTO tables VALUES (?, 0, 't1', '支出决算表', 'final.03', '万元', '[7]', 2, '{"page":7,"bbox":[0,0,1,1]}', '', 1, '')`,
  );
  const fact = store.db.prepare(
    `INSERT INTO facts (document, n, table_id, r, c, lane, row_label, code, column_path, value, unit, place, value_yuan, phase)
     VALUES (?, ?, 't1', ?, 3, 0, ?, ?, '本年支出/基本支出', ?, '万元', '{"page":7,"bbox":[10,20,30,40]}', ?, 'final')`,
  );
  for (let d = 0; d * FACTS_PER_DOCUMENT < facts; d++) {
    store.transact(() => {
      const sha256 = d.toString(16).padStart(64, '0');
      const id = d.toString(16).padStart(16, '0');
      artifact.run(sha256);
      document.run(id, sha256, `决算/${d}.pdf`, `第${d}单位2023年度部门决算`, `第${d}单位`, 2015 + (d % 10));
      table.run(id);
      for (let n = 0; n < FACTS_PER_DOCUMENT; n++) {
        const cents = d * FACTS_PER_DOCUMENT + n;
        const printed = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
        fact.run(id, n, n, `行政运行之${n}`, String(2_010_101 + n), printed, String(cents * 100));
      }
    });
  }
}

const facts = Number(process.argv[2] ?? DEFAULT_FACTS);
const folder = mkdtempSync(join(tmpdir(), 'gouji-bench-'));
const db = join(folder, 'a.sqlite');
const store = openStore(db);
fill(store, facts);
store.close();

/** The command line in a process of its own, which prints its peak memory when it ends. */
const main = join(import.meta.dirname, '../../pipeline/cli/main.ts');
const program = `process.on('exit', () => console.error(process.resourceUsage().maxRSS)); await import(${JSON.stringify(main)})`;
for (const format of ['csv', 'jsonl', 'parquet', 'xlsx']) {
  const output = join(folder, `facts.${format}`);
  const args = ['export', 'facts', '--db', db, '--format', format, '--output', output];
  const start = process.hrtime.bigint();
  const ran = spawnSync(process.execPath, ['--input-type=module', '--eval', program, '--', main, ...args], {
    encoding: 'utf8',
  });
  const seconds = Number((process.hrtime.bigint() - start) / 1_000_000n) / 1_000;
  if (ran.status !== 0) throw new Error(ran.stderr);
  const peakMegabytes = Math.round(Number(ran.stderr.trim().split('\n').at(-1)) / MEGABYTE);
  const megabytes = Math.round(statSync(output).size / MEGABYTE / MEGABYTE);
  console.log(
    JSON.stringify({ format, facts, seconds, rowsPerSecond: Math.round(facts / seconds), megabytes, peakMegabytes }),
  );
}
rmSync(folder, { recursive: true });
