import { parentPort, workerData } from 'node:worker_threads';
import type { Tools } from '../tools/tools.ts';
import type { Job, WorkerMessage } from './protocol.ts';
import { reconcileTogether } from './reconcile-together.ts';
import { runStages, StageError } from './run-stages.ts';

/** Which programs of other makers there are, as the main thread found them. */
const tools = workerData as Tools;

/** The worker thread: one job at a time, an answer for each. */
function answer(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

parentPort?.on('message', async (job: Job) => {
  try {
    if (job.kind === 'document') answer({ kind: 'done', processed: await runStages(job, tools, answer) });
    else answer({ kind: 'reconciled', members: await reconcileTogether(job) });
  } catch (error) {
    const stage = error instanceof StageError ? error.stage : 'read';
    answer({ kind: 'failed', stage, message: error instanceof Error ? error.message : String(error) });
  }
});

answer({ kind: 'ready' });
