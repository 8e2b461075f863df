import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { MESSAGES } from '../../pipeline/cli/messages/index.ts';
import { OLDEST_NODE } from '../../pipeline/version.ts';
import { gouji } from '../pipeline/cli/run-cli.ts';
import { temporaryFolder } from '../pipeline/made-pages.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const readme = read('README.md');
const manifest = JSON.parse(read('package.json')) as {
  readonly engines: { readonly node: string };
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

describe('what the README shows is what the program prints', () => {
  const examples = [...readme.matchAll(/^```\n((?:澜桥市|✗ )[\s\S]*?)^```$/gm)].map(([, text = '']) => text.trim());
  let folder: string;
  beforeAll(() => {
    folder = temporaryFolder();
    symlinkSync(join(ROOT, 'data'), join(folder, 'data'));
    expect(gouji(['ingest', 'data/samples/final-accounts-1.pdf'], { cwd: folder }).status).toBe(0);
  }, 240_000);

  test.each(['en', 'zh'] as const)('a finding in %s', (language) => {
    const { stdout } = gouji(['findings', '--lang', language], { cwd: folder });
    const example = examples[language === 'en' ? 0 : 1]?.split(/\n\n(?=✗)/) ?? [];
    expect(example).toHaveLength(language === 'en' ? 2 : 1);
    for (const part of example) expect(stdout).toContain(part);
  });
});

test('every command stands in the table of the README', () => {
  const told = new Set([...readme.matchAll(/`gouji ([a-z]+)/g)].map(([, name = '']) => name));
  const commands = Object.keys(MESSAGES.en.help.commands).filter(
    (name) => !['help', 'sourceTry', 'try'].includes(name),
  );
  expect(commands.filter((name) => !told.has(name))).toEqual([]);
});

test('every dependency has its reason in ARCHITECTURE.md', () => {
  const architecture = read('ARCHITECTURE.md');
  const reasons = architecture.slice(architecture.indexOf('## Dependencies'));
  const names = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)];
  const untold = names.filter(
    (name) => !name.startsWith('@types/') && !new RegExp(`(?<![\\w/-])${name}(?![\\w/-])`).test(reasons),
  );
  expect(untold).toEqual([]);
});

test('what the package offers is built from a file that is there', () => {
  for (const path of [...Object.values(manifest.bin), ...Object.values(manifest.exports)]) {
    const source = path.replace('./dist/', '').replace(/\.js$/, '.ts');
    expect(existsSync(join(ROOT, source)), path).toBe(true);
  }
});

test('the oldest Node is the same in the package, in the README and where it is refused', async () => {
  expect(manifest.engines.node).toBe(`>=${OLDEST_NODE}`);
  expect(readme).toContain(`Node ≥ ${OLDEST_NODE}`);
});

test('files and links that the documentation names are there', () => {
  for (const page of [
    'README.md',
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    'web/README.md',
    'docs/CRAWLING.md',
    'docs/SOURCES.md',
    'docs/TUTORIAL.md',
  ]) {
    const folder = join(ROOT, page, '..');
    const links = [...read(page).matchAll(/\]\(([^)#:]+)\)/g)].map(([, link = '']) => join(folder, link));
    const named = [
      ...read(page).matchAll(/(?:`|node )((?:scripts|test|data|docs|extractors|pipeline|schemas|web)\/[\w./-]+)/g),
    ];
    const paths = named.map(([, path = '']) => join(ROOT, path.replace(/\.$/, '')));
    expect(
      [...links, ...paths].filter((path) => !existsSync(path)),
      page,
    ).toEqual([]);
  }
});
