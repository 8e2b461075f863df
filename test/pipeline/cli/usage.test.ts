import { expect, test } from 'vitest';
import { EXAMPLES } from '../../../pipeline/cli/examples.ts';
import { languageOf, MESSAGES } from '../../../pipeline/cli/messages/index.ts';
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
