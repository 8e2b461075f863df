import { parentPort } from 'node:worker_threads';
import type { Job, WorkerMessage } from './protocol.ts';
import { reconcileTogether } from './reconcile-together.ts';
import { runStages, StageError } from './run-stages.ts';

/** The worker thread: one job at a time, an answer for each. */
function answer(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

parentPort?.on('message', async (job: Job) => {
  try {
    if (job.kind === 'document') answer({ kind: 'done', processed: await runStages(job) });
    else answer({ kind: 'reconciled', members: await reconcileTogether(job) });
  } catch (error) {
    const stage = error instanceof StageError ? error.stage : 'read';
    answer({ kind: 'failed', stage, message: error instanceof Error ? error.message : String(error) });
  }
});

answer({ kind: 'ready' });
