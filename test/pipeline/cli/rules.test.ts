import { join } from 'node:path';
import { expect, test } from 'vitest';
import { disclosurePage, dump, temporaryFolder, writePage } from '../made-pages.ts';
import { gouji } from './run-cli.ts';

/** The made page has no misprint without own rules. */
const sound = { basic: '180.53', project: '32.41', total: '212.94' };
const RULES = `rules:
  - name: own.project
    relation: '"支出决算表"["合计", "项目支出"] >= "支出决算表"["合计", "基本支出"]'
    message: 本局项目支出不应小于基本支出
    en: in this office projects cost more than running it
`;

function given(text: string) {
  const folder = temporaryFolder();
  const page = writePage(folder, 'a.html', disclosurePage(sound));
  const db = join(folder, 'a.sqlite');
  return { folder, page, db, rules: writePage(folder, 'own.yaml', text) };
}

test('extract judges by the rules of the user’s file, too, in the language asked for', () => {
  const { page, rules } = given(RULES);
  const { stdout } = gouji(['extract', page, '--rules', rules, '--lang', 'en']);
  expect(JSON.parse(stdout).findings).toMatchObject([
    { rule: 'form:own.project', message: expect.stringContaining('projects cost more') },
  ]);
});

test('ingest keeps the rules in the database: running again changes nothing, --no-rules takes them out', () => {
  const { page, rules, db } = given(RULES);
  const run = (...args: string[]) => gouji(['ingest', ...args, '--db', db]);
  const findings = () => JSON.parse(gouji(['findings', '--json', '--db', db]).stdout).length;
  run(page);
  const without = dump(db);
  expect(run('--rules', rules).stdout).toContain('1 processed, 0 unchanged');
  expect(findings()).toBe(1);
  const withRules = dump(db);
  expect(run(page, '--rules', rules).stdout).toContain('0 processed, 1 unchanged');
  expect(dump(db)).toBe(withRules);
  run('--no-rules');
  expect(dump(db)).toBe(without);
}, 90_000);

test.each(['extract', 'ingest', 'rules'])(
  '%s tells each mistake in the file with line and column, and does nothing',
  (command) => {
    const { page, db, rules } = given(
      "rules:\n  - name: a\n    message: x\n    relation: 'final.1[301] = final.06[301]'\n",
    );
    const args = command === 'rules' ? [] : [page];
    const { stderr, stdout, status } = gouji([command, ...args, '--rules', rules, '--db', db]);
    expect(stderr).toContain(`${rules}:4:16: “final.1” is no form of data/forms; expected final.01`);
    expect(stderr).toContain('1 mistake in the file of rules; nothing was done');
    expect(stdout).toBe('');
    expect(status).toBe(2);
    expect(gouji([command, ...args, '--rules', rules, '--db', db, '--lang', 'zh']).stderr).toContain('不是已知的报表');
  },
);

test('a file of rules that is not there is told as any other file', () => {
  const { page } = given('');
  const { stderr, status } = gouji(['extract', page, '--rules', 'none.yaml']);
  expect(stderr).toBe('gouji: none.yaml: there is no such file; check the path\n');
  expect(status).toBe(2);
});

test('rules lists what is checked with its basis, in both languages and as JSON', () => {
  const { rules } = given(RULES);
  const english = gouji(['rules', '--rules', rules]).stdout;
  expect(english).toContain('Relations within and between the standard forms');
  expect(english).toContain('printed-formula');
  expect(english).toContain('财政部《部门决算报表编制说明》');
  expect(english).toContain('in this office projects cost more than running it');
  expect(gouji(['rules', '--lang', 'zh']).stdout).toContain('标准报表表内、表间关系');
  const entries = JSON.parse(gouji(['rules', '--json']).stdout) as { name: string; source: string }[];
  expect(entries).toContainEqual(
    expect.objectContaining({
      kind: 'rule',
      name: 'final.01.balance',
      relation: expect.stringContaining('grand_total'),
    }),
  );
});
