import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import { NO_TOOLS } from '../../../pipeline/tools/tools.ts';
import type { DocumentJob } from '../../../pipeline/workers/protocol.ts';
import { runStages } from '../../../pipeline/workers/run-stages.ts';

/** A worker thread that does to itself what the document tells it to, and reads all other documents. */
parentPort?.on('message', async (job: DocumentJob) => {
  const text = Buffer.from(job.artifact.bytes).toString('utf8');
  if (text === 'throw') throw new Error('thrown in the worker');
  if (text === 'exit') process.exit(3);
  if (text === 'hang') for (;;);
  if (text === 'wait') await wait(1_000);
  if (text === 'wait for ever') await wait(600_000);
  if (text === 'recognize') parentPort?.postMessage({ kind: 'recognizing' });
  if (text === 'recognize') for (const until = performance.now() + 1_500; performance.now() < until; );
  if (text.startsWith('leave behind ')) {
    const left = spawn('sleep', ['600'], { stdio: 'ignore' });
    writeFileSync(text.slice('leave behind '.length), String(left.pid));
    parentPort?.postMessage({ kind: 'started', process: left.pid });
    await wait(600_000);
  }
  if (text === 'exhaust') for (const kept: string[][] = []; ; ) kept.push(Array(1_000_000).fill(''));
  parentPort?.postMessage({ kind: 'done', processed: await runStages(job, NO_TOOLS) });
});

parentPort?.postMessage({ kind: 'ready' });
