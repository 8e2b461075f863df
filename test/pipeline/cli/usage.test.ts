import { expect, test, vi } from 'vitest';
import { EXAMPLES } from '../../../pipeline/cli/examples.ts';
import { EXIT } from '../../../pipeline/cli/exit-codes.ts';
import { languageOf, MESSAGES } from '../../../pipeline/cli/messages/index.ts';
import { runProgram } from '../../../pipeline/cli/program.ts';
import { gouji } from './run-cli.ts';

test.each(['zh', 'en'] as const)('help in %s names every command, with examples', (language) => {
  const { stdout, status } = gouji(['--help', '--lang', language]);
  for (const description of Object.values(MESSAGES[language].help.commands))
    expect(stdout).toContain(description.slice(0, 20));
  expect(stdout).toContain(EXAMPLES.program);
  expect(status).toBe(0);
});

test('each command has its own help with examples', () => {
  expect(gouji(['help', 'ingest']).stdout).toContain(EXAMPLES.ingest);
  expect(gouji(['findings', '-h']).stdout).toContain(EXAMPLES.findings);
});

test.each([
  [['ingst'], 'Did you mean ingest?'],
  [['extract', '--prety', 'x.pdf'], 'Did you mean --pretty?'],
  [['extract'], 'The argument file is missing'],
  [['ingest'], 'The argument paths is missing'],
  [['ingest', 'x', '--concurrency', '0'], 'is not valid'],
  [['findings', '--status', 'wrong'], 'is not valid'],
  [['findings', '--document'], 'needs a value'],
  [['extract', 'a', 'b'], 'Too many arguments'],
])('%j is refused with exit code 2', (args, wording) => {
  const { stderr, stdout, status } = gouji(args);
  expect(stderr).toContain(wording);
  expect(stdout).toBe('');
  expect(status).toBe(2);
});

test('without a command the help is shown, as wrong usage', () => {
  const { stdout, status } = gouji([]);
  expect(stdout).toContain('ingest');
  expect(status).toBe(2);
});

test('the language is the one asked for, else that of the locale', () => {
  expect(languageOf([], { LANG: 'zh_CN.UTF-8' })).toBe('zh');
  expect(languageOf([], { LANG: 'zh_CN.UTF-8', LC_ALL: 'en_US.UTF-8' })).toBe('en');
  expect(languageOf([], { LANG: 'C.UTF-8' })).toBe('en');
  expect(languageOf(['documents', '--lang=zh'], { LANG: 'C' })).toBe('zh');
  expect(languageOf(['--lang', 'en'], { LANG: 'zh_CN' })).toBe('en');
});

test('what a value may be, and what stands for none, is told in the language of the help', () => {
  const help = (command: string, language: string) =>
    gouji(['help', command, '--lang', language]).stdout.replaceAll(/\s+/g, ' ');
  expect(help('retry', 'zh')).toContain('（可选：dns, connect, ');
  expect(help('search', 'zh')).toContain('最多列出的条数（默认：20）');
  expect(help('search', 'zh')).not.toMatch(/default:|choices:|false/);
  expect(help('retry', 'en')).toContain('(choices: dns, connect, ');
  expect(help('search', 'en')).toContain('how many are listed at most (default: 20)');
  expect(help('search', 'en')).not.toMatch(/choices: final_accounts|default: gouji\.sqlite|false/);
});

test('a Node.js that is too old is told, before SQLite ends the process', async () => {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const context = { language: 'en', messages: MESSAGES.en } as const;
  expect(await runProgram(['doctor'], context, '20.20.2')).toBe(EXIT.incomplete);
  expect(written.mock.calls.join('')).toContain('Node.js 22.19 or newer is needed, this is 20.20.2');
  written.mockRestore();
});
