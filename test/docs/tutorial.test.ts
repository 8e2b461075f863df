import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { gouji } from '../pipeline/cli/run-cli.ts';
import { duckdb } from '../pipeline/exports/duckdb.ts';
import { temporaryFolder } from '../pipeline/made-pages.ts';

const ROOT = join(import.meta.dirname, '../..');
const page = readFileSync(join(ROOT, 'docs/TUTORIAL.md'), 'utf8');

interface Block {
  readonly kind: string;
  readonly text: string;
}

const blocks: readonly Block[] = [...page.matchAll(/^```(.+)\n([\s\S]*?)^```$/gm)].map(([, kind = '', text = '']) => {
  return { kind, text };
});

/** What is run, in the order of the page: each command with what it is said to print. */
const steps = blocks.flatMap(({ kind, text }, n) => {
  if (kind === 'console')
    return text
      .split(/^\$ /m)
      .slice(1)
      .map((step) => {
        const [command = '', ...printed] = step.trimEnd().split('\n');
        return { kind, command, printed };
      });
  if (!kind.startsWith('sql')) return [];
  const result = blocks[n + 1];
  return [{ kind, command: text.trim(), printed: result?.kind === 'text' ? result.text.trimEnd().split('\n') : [] }];
});

let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
  symlinkSync(join(ROOT, 'data'), join(folder, 'data'));
});

function ran(command: string): string {
  const words = command.split(' ');
  expect(words.slice(0, 4), 'commands of a checkout').toEqual(['npm', 'run', '-s', 'gouji']);
  const { stdout, stderr, status } = gouji(words.slice(5), { cwd: folder });
  expect(status, stderr).toBe(0);
  return stdout + stderr;
}

async function answered(kind: string, sql: string): Promise<string> {
  if (kind === 'sql duckdb') return lined(await duckdb(sql.replace(/'([\w-]+\.parquet)'/, `'${join(folder, '$1')}'`)));
  const db = new Database(join(folder, 'gouji.sqlite'), { readonly: true });
  const rows = db.prepare<[], unknown[]>(sql).raw().all();
  db.close();
  return lined(rows);
}

function lined(rows: readonly (readonly unknown[])[]): string {
  return rows.map((row) => row.join(' | ').trimEnd()).join('\n');
}

/** Lines in their order, next to each other unless "…" stands between; of a line the page may show the beginning. */
function expectPrinted(output: string, printed: readonly string[]): void {
  const lines = output.split('\n');
  let at = 0;
  let mayLeaveOut = true;
  for (const line of printed) {
    if (line === '…') {
      mayLeaveOut = true;
      continue;
    }
    const found = lines.findIndex((other, n) => n >= at && other.startsWith(line.trimEnd()));
    expect(found, `"${line}" in\n${output}`).not.toBe(-1);
    if (!mayLeaveOut) expect(found, `"${line}" follows at once in\n${output}`).toBe(at);
    at = found + 1;
    mayLeaveOut = false;
  }
}

describe('docs/TUTORIAL.md, from the first command to the chart', () => {
  test.each(steps)('$command', { timeout: 240_000 }, async ({ kind, command, printed }) => {
    expectPrinted(kind === 'console' ? ran(command) : await answered(kind, command), printed);
  });

  test('what is not run is marked as not run', () => {
    const others = blocks.filter(({ kind }) => !/^(?:console|text|sql .*)$/.test(kind)).map(({ kind }) => kind);
    expect(others).toEqual(['sh', 'python', 'r']);
    expect(page.match(/ot run by the test:$/gm)).toHaveLength(others.length);
  });
});
