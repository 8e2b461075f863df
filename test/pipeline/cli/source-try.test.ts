import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder, writePage } from '../made-pages.ts';
import { environment, MAIN } from './run-cli.ts';

const COLUMN = `<title>预决算公开</title><ul><li><a href="/info/1001/2001.htm">示例市民政局2024年部门预算</a></li>
  <li><a href="/info/1001/2002.htm">A局<b>\u001b[31m</b></a></li><li><a href="https://elsewhere.example/3.pdf">预算.pdf</a></li></ul>
  <a href="2.htm">下页</a>`;
const ARTICLE = '<title>预算</title><p>附件</p><a href="/system/_content/download.jsp?wbfileid=7">附件1.xls</a>';

/** A site on loopback, closed when the test ends. */
async function site(): Promise<string> {
  const server = createServer(({ url }, response) => {
    const page = url === '/list.htm' ? COLUMN : url === '/info/1001/2001.htm' ? ARTICLE : null;
    response.writeHead(page === null ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** As a user runs it; the server of the test has to answer meanwhile. */
function goujiTry(...args: readonly string[]): Promise<{ stdout: string; stderr: string; status: number | null }> {
  const child = spawn(process.execPath, [MAIN, 'source', 'try', ...args], { env: environment() });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((resolve) => child.on('close', (status) => resolve({ stdout, stderr, status })));
}

test('a list shows what would be found, aligned, with nothing in it that moves the cursor', async () => {
  const root = await site();
  const { stdout, status } = await goujiTry(`${root}/list.htm`, '--allow-private');
  const lines = stdout.split('\n');
  expect(lines[0]).toBe(`${root}/list.htm (read as a list)`);
  expect(lines[3]).toBe(`article  示例市民政局2024年部门预算  ${root}/info/1001/2001.htm`);
  expect(lines[4]).toMatch(/^article {2}A局.{0,8} +http/);
  expect(lines[5]).toBe(`page     下页                        ${root}/2.htm`);
  expect(lines[7]).toBe('1 list or page, 2 articles, 0 files.');
  expect(stdout).not.toContain('\u001b');
  expect(status).toBe(0);
});

test('the address of an article is read as one; --as decides, --json is for programs, zh for people', async () => {
  const url = `${await site()}/info/1001/2001.htm`;
  const { stdout } = await goujiTry(url, '--allow-private', '--json');
  expect(JSON.parse(stdout)).toMatchObject({
    reading: 'article',
    status: 200,
    contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    links: [{ role: 'attachment', text: '附件1.xls' }],
  });
  expect((await goujiTry(url, '--allow-private', '--as', 'list', '--lang', 'zh')).stdout).toContain('（作为列表读取）');
});

test('a source of a file decides what is found; a mistake in the file is told with its place', async () => {
  const root = await site();
  const folder = temporaryFolder();
  const file = writePage(
    folder,
    's.yaml',
    `sources:\n  - {name: 甲, start: ['${root}/'], articles: {words: [预算]}}\n  - {name: 乙, start: ['${root}/x']}\n`,
  );
  const { stdout } = await goujiTry(`${root}/list.htm`, '--allow-private', '--sources', file, '--source', '甲');
  expect(stdout).toContain('1 article,');
  const unnamed = await goujiTry(`${root}/list.htm`, '--sources', file);
  expect(unnamed).toMatchObject({ status: 2, stderr: expect.stringContaining('name one with --source: 甲, 乙') });
  const bad = writePage(folder, 'bad.yaml', 'sources:\n  - name: 甲\n    start: 3\n');
  const { stderr, status } = await goujiTry(`${root}/list.htm`, '--sources', bad);
  expect(stderr).toContain('bad.yaml:3:12: sources.start: expected a list of http(s) addresses, at least one, not “3”');
  expect(status).toBe(2);
  expect((await goujiTry(root, '--sources', join(folder, 'none.yaml'))).stderr).toContain('there is no such file');
});

test('what was not fetched is said with its cause: nothing there, an address that may not be asked, no address', async () => {
  const root = await site();
  expect(await goujiTry(`${root}/none.htm`, '--allow-private')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('404'),
  });
  expect((await goujiTry(`${root}/list.htm`)).stderr).toContain('may not be asked');
  expect(await goujiTry('file:///etc/passwd')).toMatchObject({ status: 2, stdout: '' });
});
