import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MISBEHAVIOURS } from '../crawl/publishers/misbehaviour.ts';
import { startPublisher } from '../crawl/publishers/publisher.ts';
import { scriptPages } from '../crawl/publishers/systems.ts';
import { temporaryFolder, writePage } from '../made-pages.ts';
import { environment, MAIN } from './run-cli.ts';

/** Beside the server, which lives in this process. */
async function gouji(args: readonly string[], stopAfter?: RegExp) {
  const child = spawn(process.execPath, [MAIN, ...args], { env: environment() });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    if (stopAfter?.test(stderr)) child.kill('SIGTERM');
  });
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { stdout, stderr, status };
}

test('crawl, its status, retry, diff and watch tell one story', async () => {
  const folder = temporaryFolder();
  const publisher = await startPublisher(scriptPages, { name: '澜桥', articles: 3, attachments: 1 }, [
    MISBEHAVIOURS['server-error'],
  ]);
  const sources = writePage(
    folder,
    'sources.yaml',
    `politeness: { delay: 0, retries: 0 }
sources:
  - name: 澜桥市财政局
    start: ['${publisher.server.origin}${scriptPages.list(0)}']\n`,
  );
  const common = ['--db', join(folder, 'a.sqlite'), '--sources', sources, '--allow-private'];

  const planned = await gouji(['crawl', '--dry-run', ...common]);
  expect(planned.stdout).toContain('澜桥市第2档案馆2023年度部门决算');
  expect(planned.stdout).toContain('nothing was stored');

  const crawled = await gouji(['crawl', ...common]);
  // What robots.txt forbids is the second failure.
  expect(crawled.stdout).toContain('3 new, 0 changed, 0 unchanged, 0 withdrawn, 2 failed');
  expect(crawled.status).toBe(1);

  const status = await gouji(['crawl', '--status', '--json', ...common]);
  expect(JSON.parse(status.stdout)).toMatchObject([
    { source: '澜桥市财政局', new: 3, documents: 3, waiting: 0, failed: { robots: 1, 'server-error': 1 } },
  ]);

  const paths = [...publisher.articles.keys()];
  publisher.mend(String(paths.at(-1)));
  const retried = await gouji(['retry', '--cause', 'server-error', ...common]);
  expect(retried.stderr).toContain('1 URL is tried again');
  expect(retried.stdout).toContain('1 new, 0 changed');

  publisher.change(String(paths[0]));
  expect((await gouji(['crawl', ...common])).stdout).toContain('0 new, 1 changed, 3 unchanged');
  const compared = await gouji(['diff', `${publisher.server.origin}${paths[0]}`, '--db', join(folder, 'a.sqlite')]);
  expect(compared.stdout).toContain('212.94 → 213.05');

  const watched = await gouji(['watch', ...common], /next: \d{4}-/);
  expect(watched.stderr).toMatch(/1 source, next: \d{4}-\d\d-\d\dT/);
  expect(watched.status).toBe(0);
  await publisher.server.close();
}, 180_000);

test('a file of sources that cannot be used is told with line and column, and nothing is done', async () => {
  const folder = temporaryFolder();
  const sources = writePage(folder, 'sources.yaml', 'sources:\n  - name: 甲\n    begin: []\n');
  const { stderr, status } = await gouji(['crawl', '--sources', sources, '--db', join(folder, 'a.sqlite')]);
  expect(stderr).toMatch(/sources\.yaml:3:5: /);
  expect(status).toBe(2);
});
