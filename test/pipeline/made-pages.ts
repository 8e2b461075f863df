import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** A folder of its own for each test. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'gouji-test-'));
}

/** A disclosure in our own words; `basic + project` is stated to be `total`. */
export function disclosurePage({
  unit = '清河市档案馆',
  year = 2023,
  basic = '180.44',
  project = '32.41',
  total = '212.94',
} = {}): string {
  return `<!doctype html><html><head><meta charset="utf-8"><title>${unit}${year}年度部门决算</title></head><body>
<h1>${unit}${year}年度部门决算</h1>
<h2>一、支出决算情况说明</h2>
<p>${unit}${year}年度支出合计${total}万元，其中：基本支出${basic}万元，项目支出${project}万元。</p>
<table><caption>支出决算表</caption>
<tr><th>项目</th><th>本年支出合计</th><th>基本支出</th><th>项目支出</th></tr>
<tr><td>合计</td><td>${total}</td><td>${basic}</td><td>${project}</td></tr></table>
</body></html>`;
}

export function writePage(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/**
 * Every row of every table as text, in order of keys. Left out are times of first sight, and the index of words with the
 * numbers it gives to passages: they tell the order of writing.
 */
export function dump(file: string): string {
  const db = new Database(file, { readonly: true });
  const tables = db
    .prepare<[], string>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all();
  const lines = tables.flatMap((table) => {
    const rows = db.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`).all();
    const unordered = { first_seen: undefined, ...(table === 'passages' ? { id: undefined } : {}) };
    return rows.map((row) => `${table} ${JSON.stringify({ ...row, ...unordered }, bytesAsHex)}`).sort();
  });
  db.close();
  return lines.join('\n');
}

function bytesAsHex(_key: string, value: unknown): unknown {
  const isBuffer =
    typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer' && 'data' in value;
  return isBuffer && Array.isArray(value.data) ? Buffer.from(value.data).toString('hex') : value;
}
