import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { disclosurePage, temporaryFolder, writePage } from '../made-pages.ts';
import { environment, gouji, MAIN } from './run-cli.ts';

const folder = temporaryFolder();
const db = join(folder, 'a.sqlite');
gouji(['ingest', writePage(folder, 'a.html', disclosurePage()), '--db', db]);

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
  readonly told: () => string;
}

/** `gouji serve` on any free port, as soon as it says where it is. */
async function serving(args: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, [MAIN, 'serve', '--port', '0', ...args], { env: environment() });
  onTestFinished(() => void child.kill('SIGKILL'));
  let told = '';
  const listen = (text: string) => {
    told += text;
  };
  child.stderr.setEncoding('utf8').on('data', listen);
  child.stdout.setEncoding('utf8').on('data', listen);
  await expect.poll(() => told, { timeout: 60_000 }).toMatch(/http:\/\/\S+\//);
  return { child, url: /http:\/\/\S+\//.exec(told)?.[0] ?? '', told: () => told };
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  'serve answers until %s ends it well',
  async (signal) => {
    const { child, url, told } = await serving(['--db', db]);
    const answer = await fetch(`${url}api/session`);
    expect(await answer.json()).toMatchObject({ database: 'a.sqlite', canWrite: true });
    const ended = once(child, 'close');
    child.kill(signal);
    expect((await ended)[0]).toBe(0);
    expect(told()).toContain('Stopped.');
    expect(told()).not.toContain('access token');
  },
  120_000,
);

test('on another host than loopback a random token is shown once and asked for', async () => {
  const { url, told } = await serving(['--db', db, '--host', '0.0.0.0']);
  await expect.poll(told).toContain('access token: ');
  const token = /access token: (\S+)/.exec(told())?.[1] ?? '';
  expect(token).toMatch(/^[\w-]{32}$/);
  const local = url.replace('0.0.0.0', '127.0.0.1');
  expect((await fetch(`${local}api/session`)).status).toBe(401);
  expect((await fetch(`${local}api/session`, { headers: { Authorization: `Bearer ${token}` } })).status).toBe(200);
}, 120_000);

test('a token of one’s own comes from a file, is asked for on this machine too, and is not shown', async () => {
  const file = join(temporaryFolder(), 'token');
  writeFileSync(file, 'a token of my own choice\n');
  const { url, told } = await serving(['--db', db, '--token-file', file]);
  expect((await fetch(`${url}api/session`)).status).toBe(401);
  const form = new URLSearchParams({ token: 'a token of my own choice' });
  expect((await fetch(`${url}login`, { method: 'POST', body: form, redirect: 'manual' })).status).toBe(303);
  expect(told()).not.toContain('my own choice');
  writeFileSync(file, 'short');
  expect(gouji(['serve', '--db', db, '--token-file', file])).toMatchObject({ status: 2 });
  expect(gouji(['serve', '--db', db, '--token-file', `${file}.gone`]).stderr).toContain('cannot be read');
}, 120_000);

test('a port that is in use, a host that is none and a database that is not there are said in a line', async () => {
  const { url } = await serving(['--db', db]);
  const again = gouji(['serve', '--db', db, '--port', new URL(url).port]);
  expect(again.status).toBe(1);
  expect(again.stderr).toMatch(/^gouji: 127\.0\.0\.1:\d+ is in use; .*--port\n$/);
  expect(gouji(['serve', '--db', db, '--host', '192.0.2.1']).stderr).toMatch(/no address 192\.0\.2\.1:4870/);
  expect(gouji(['serve', '--db', join(temporaryFolder(), 'none.sqlite')]).status).toBe(2);
  expect(gouji(['serve', '--db', db, '--port', '70000']).status).toBe(2);
}, 120_000);

// Permissions do not hold for root.
test.skipIf(process.getuid?.() === 0)(
  'a database that may not be written is served for reading',
  async () => {
    chmodSync(db, 0o444);
    const { url, told } = await serving(['--db', db]);
    expect(await (await fetch(`${url}api/session`)).json()).toMatchObject({ canWrite: false });
    await expect.poll(told).toContain('read-only');
  },
  120_000,
);
