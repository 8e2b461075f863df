import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { discover, loadSources, nextRun, SourcesFileError, sourceOf } from '../../../pipeline/discovery/index.ts';
import { publisherKeys, publisherRules } from '../../../pipeline/discovery/publishers.ts';
import { matchesWildcard } from '../../../pipeline/discovery/wildcard.ts';
import { columnPage, pageOf } from './page.ts';

/** Mistakes as compilers print them, in English. */
function mistakesOf(text: string, language: 'zh' | 'en' = 'en'): string[] {
  try {
    loadSources(text, 's.yaml');
    return [];
  } catch (error) {
    if (!(error instanceof SourcesFileError)) throw error;
    return error.mistakes.map(({ line, column, mistake }) => `${line}:${column} ${mistake[language]}`);
  }
}

/** The fenced examples of the manual, in order. */
function examples(): string[] {
  const manual = readFileSync(new URL('../../../docs/SOURCES.md', import.meta.url), 'utf8');
  return [...manual.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, example]) => example ?? '');
}

test('the examples of docs/SOURCES.md are read, and what they leave out has the documented defaults', () => {
  const [short = '', full = ''] = examples();
  expect(loadSources(short, 's.yaml')[0]).toMatchObject({
    publisher: 'auto',
    lists: { depth: 2, pages: 100 },
    limits: { pages: 5000, documents: 10_000 },
    schedule: { cron: '30 3 * * *', timeZone: 'Asia/Shanghai' },
  });
  const [source] = loadSources(full, 's.yaml');
  expect(source).toMatchObject({
    region: '示例省示例市',
    schedule: { cron: '0 2 * 1-3,8-10 *', timeZone: 'Asia/Shanghai' },
    politeness: { userAgent: 'gouji (+mailto:ops@example.org)', delay: 5000, concurrencyPerHost: 1 },
  });
  const page = columnPage('<a href="1001.html">甲局2024年预算</a>');
  expect(source && discover(pageOf(page, source.start[0]), source)).toHaveLength(1);
});

test('every mistake is told with its place and what was expected, in Chinese and English', () => {
  const text = `sources:
  - name: a
    start: [ftp://example.org/]
    publishers: trs
    limits: { pages: many }
  - start: https://example.gov.cn/
`;
  expect(mistakesOf(text)).toEqual([
    '3:13 sources.start: expected a list of http(s) addresses, at least one, not “ftp://example.org/”',
    expect.stringMatching(
      /^4:5 there is no field “publishers”; expected name, region, start, publisher, .*schedule, politeness$/,
    ),
    '5:22 sources.limits.pages: expected a whole number from 0 to 10000000, not “many”',
    '6:5 sources.name is missing; expected a name that no other source has',
    '6:12 sources.start: expected a list of http(s) addresses, at least one, not “https://example.gov.cn/”',
  ]);
  expect(mistakesOf(text, 'zh')[2]).toBe('5:22 sources.limits.pages：应为0 至 10000000 的整数，而不是“many”');
});

test.each([
  ['', '1:1 the file: expected the fields sources, schedule, politeness'],
  ['[]', '1:1 the file: expected the fields sources, schedule, politeness'],
  ['sources: []', '1:10 sources: expected a list of sources, at least one'],
  ['sources: [{name: a, start: [http://e.cn], schedule: {cron: "61 * * * *"}}]', 'schedule.cron: expected a cron time'],
  [
    'sources: [{name: a, start: [http://e.cn], schedule: {cron: "* * * * * *"}}]',
    'schedule.cron: expected a cron time',
  ],
  ['sources: [{name: a, start: [http://e.cn], schedule: {timeZone: Mars}}]', 'schedule.timeZone: expected a time zone'],
  ['sources: [{name: a, start: [http://e.cn], publisher: none}]', 'sources.publisher: expected auto or a name'],
  ['sources: [{name: a, start: [http://e.cn], hosts: ["a/b"]}]', 'sources.hosts: expected a list of hosts'],
  [
    'sources: [{name: a, start: [http://e.cn], articles: {years: {from: 2024, to: 2020}}}]',
    'years: expected from and to',
  ],
  [
    'sources: [{name: a, start: [http://e.cn], lists: 3}]',
    'sources.lists: expected the fields urls, depth, pages, not “3”',
  ],
  ['sources: [{name: a, start: [http://e.cn]}, {name: a, start: [http://e.cn]}]', '1:51 the name “a” is given twice'],
  [
    'politeness: {delay: -1}\nsources: [{name: a, start: [http://e.cn]}]',
    '1:21 politeness.delay: expected milliseconds',
  ],
  ['sources: [', 'no valid YAML'],
  ['sources: [{name: a, name: b}]', 'no valid YAML'],
  [`a: &a [x,x]\nb: &b [*a,*a]\nc: &c [${'*b,'.repeat(99)}]\nd: [${'*c,'.repeat(99)}]`, 'no valid YAML'],
])('%j: %s', (text, expected) => {
  expect(mistakesOf(text).join('\n')).toContain(expected);
});

test('names like those of object properties are words', () => {
  expect(mistakesOf('sources: [{name: __proto__, start: [http://e.cn], constructor: 1}]')[0]).toContain(
    'no field “constructor”',
  );
});

test('a schedule is due by the clock of its time zone', () => {
  const source = { schedule: { cron: '30 3 * * *', timeZone: 'Asia/Shanghai' } };
  expect(nextRun(source, new Date('2024-03-01T00:00:00Z'))?.toISOString()).toBe('2024-03-01T19:30:00.000Z');
  expect(nextRun({ schedule: { cron: '0 0 30 2 *', timeZone: 'UTC' } }, new Date('2024-03-01T00:00:00Z'))).toBeNull();
});

test('a pattern stands for whole addresses or paths, and hostile ones take no time', () => {
  const url = new URL('https://example.gov.cn/zwgk/a/预算_1.html?id=3');
  expect(matchesWildcard('/zwgk/*', url)).toBe(true);
  expect(matchesWildcard('/zwgk/*/预算*.html?id=*', url)).toBe(true);
  expect(matchesWildcard('https://example.gov.cn/*', url)).toBe(true);
  expect(matchesWildcard('/zwgk', url)).toBe(false);
  expect(matchesWildcard('*a*a', new URL('https://e.cn/a'))).toBe(false);
  const long = new URL(`https://e.cn/${'a'.repeat(100_000)}`);
  const start = performance.now();
  expect(matchesWildcard(`${'*a'.repeat(500)}*b`, long)).toBe(false);
  expect(performance.now() - start).toBeLessThan(2000);
});

test('the site systems are read, and no expression of theirs is slow on long lines', () => {
  expect(publisherKeys()).toEqual(expect.arrayContaining(['trs', 'hanweb', 'vsb', 'jiyuehua']));
  const { articles, lists, attachments, viewers, pagination } = publisherRules(sourceOf('http://e.cn/').publisher);
  const pieces = [
    '1',
    ' ',
    'a',
    '/',
    '-',
    '/a',
    '?a=',
    '&id=',
    'download?',
    'Pager({',
    'createPageHTML("a",',
    'createPageHTML(1 , ',
    'var countPage ',
    '"_"+',
    'file=',
    '/columns/',
    'dataproxy.jsp?page=1&',
    '<nextgroup><![CDATA[ ',
  ];
  for (const pattern of [
    ...articles,
    ...lists,
    ...attachments,
    ...viewers,
    ...pagination.flatMap(({ scripts }) => scripts),
  ]) {
    for (const piece of pieces) {
      const line = piece.repeat(Math.ceil(100_000 / piece.length));
      const start = performance.now();
      pattern.test(line);
      expect(performance.now() - start, `${pattern} on ${piece}`).toBeLessThan(1500);
    }
  }
});
