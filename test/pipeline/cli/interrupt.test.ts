import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { disclosurePage, dump, temporaryFolder, writePage } from '../made-pages.ts';
import { environment, gouji, MAIN } from './run-cli.ts';

/** Starts `gouji`, sends the signal as soon as the first document is done, and waits for the end. */
async function interrupted(args: readonly string[], signal: 'SIGINT' | 'SIGKILL') {
  const child = spawn(process.execPath, [MAIN, ...args], { env: environment() });
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  const ended = once(child, 'close');
  await once(child.stderr, 'data');
  child.kill(signal);
  const [status] = await ended;
  return { status, stdout };
}

test('a run that is interrupted, stopped or killed outright, is taken up by the next and ends the same', async () => {
  const folder = temporaryFolder();
  for (const year of [2021, 2022, 2023]) writePage(folder, `${year}.html`, disclosurePage({ year }));
  const database = (name: string) => join(folder, `${name}.sqlite`);
  const ingest = (name: string) => ['ingest', folder, '--db', database(name), '--concurrency', '1'];
  gouji(ingest('whole'));

  const stopped = await interrupted(ingest('stopped'), 'SIGINT');
  expect(stopped.status).toBe(130);
  expect(stopped.stdout).toMatch(/Stopped: \d done, \d left\. Run the same command again to go on\./);
  const resumed = gouji(ingest('stopped'));
  expect(resumed.status).toBe(0);
  expect(resumed.stdout).toMatch(/, [1-9] unchanged,/);
  expect(dump(database('stopped'))).toBe(dump(database('whole')));

  await interrupted(ingest('killed'), 'SIGKILL');
  expect(gouji(ingest('killed')).status).toBe(0);
  expect(dump(database('killed'))).toBe(dump(database('whole')));
}, 120_000);
