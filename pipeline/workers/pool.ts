import { extname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import PQueue from 'p-queue';
import type { Tools } from '../tools/tools.ts';
import {
  DOCUMENTS_PER_WORKER,
  type Limits,
  MEMORY_WATCH_INTERVAL,
  PATIENCE,
  SECONDS_PER_RECOGNITION,
  YOUNG_GENERATION,
} from './limits.ts';
import type { Job, Outcome, WorkerMessage } from './protocol.ts';

/** Worker threads behind a queue. A document that crashes, hangs or exhausts its worker takes only that worker down. */
export interface WorkerPool {
  /** Runs `work` when a slot is free; inside it, `process` hands a job to a worker thread. */
  readonly schedule: <T>(work: () => Promise<T>) => Promise<T>;
  /**
   * `onBegin` is done with when a thread begins the job. Once the pool was stopped, every outcome is `stopped`: what a worker did
   * not finish is not the document’s fault.
   */
  readonly process: (job: Job, onBegin?: () => Promise<void>) => Promise<Outcome | { readonly kind: 'stopped' }>;
  readonly isStopped: () => boolean;
  /** Ends the workers at once. */
  readonly stop: () => Promise<void>;
}

interface Seat {
  readonly worker: Worker;
  documents: number;
  /** The question about its memory or time that is not answered yet. */
  asked: Promise<number> | null;
  ending: boolean;
  /** Programs of other makers that work for its document: they do not end with the thread. */
  readonly programs: Set<number>;
}

/** The program that runs the stages. In the published package this file and the worker are .js. */
const STAGE_WORKER = new URL(`./worker${extname(import.meta.filename)}`, import.meta.url);

export function createPool(limits: Limits, tools: Tools, program: URL = STAGE_WORKER): WorkerPool {
  const queue = new PQueue({ concurrency: limits.concurrency });
  const idle: Seat[] = [];
  const busy = new Set<Seat>();

  let stopped = false;

  async function process(
    job: Job,
    onBegin: () => Promise<void> = async () => undefined,
  ): Promise<Outcome | { readonly kind: 'stopped' }> {
    if (stopped) return { kind: 'stopped' };
    const seat = idle.pop() ?? {
      worker: await startWorker(program, limits, tools),
      documents: 0,
      asked: null,
      ending: false,
      programs: new Set(),
    };
    busy.add(seat);
    await onBegin();
    const outcome = stopped ? null : await runJob(seat, job, limits);
    busy.delete(seat);
    if (outcome === null || stopped) return { kind: 'stopped' };
    if (keepsMemory(outcome)) seat.documents += 1;
    const reusable = outcome.kind !== 'failed' && seat.documents < DOCUMENTS_PER_WORKER;
    if (reusable) idle.push(seat);
    else await endThread(seat);
    return outcome;
  }

  return {
    schedule: (work) => queue.add(work),
    process,
    isStopped: () => stopped,
    stop: async () => {
      stopped = true;
      await Promise.all([...idle, ...busy].map(endThread));
    },
  };
}

/** Only the engine of one medium does: hundreds of pages of a crawl need not wait for new threads. */
function keepsMemory(outcome: Outcome): boolean {
  return outcome.kind === 'done' && outcome.processed.extraction.document.mediaType === 'application/pdf';
}

function startWorker(program: URL, limits: Limits, tools: Tools): Promise<Worker> {
  const worker = new Worker(program, {
    workerData: tools,
    resourceLimits: {
      maxOldGenerationSizeMb: limits.memoryLimit,
      maxYoungGenerationSizeMb: YOUNG_GENERATION,
      stackSizeMb: 4,
    },
  });
  return new Promise((resolve, reject) => {
    worker.once('message', () => {
      worker.removeListener('error', reject);
      resolve(worker);
    });
    worker.once('error', reject);
  });
}

/** How long an answer is waited for before its thread is ended all the same, in milliseconds. */
const GRACE = 1000;

/** A thread that is terminated while it gathers its memory statistics may never end: it is let finish answering. */
async function endThread(seat: Seat): Promise<void> {
  seat.ending = true;
  if (seat.asked !== null) await Promise.race([seat.asked, wait(GRACE, undefined, { ref: false })]);
  await seat.worker.terminate();
  for (const program of seat.programs) kill(program);
}

function kill(program: number): void {
  try {
    process.kill(program, 'SIGKILL');
  } catch {
    // it has ended by itself
  }
}

/** One document in one worker, under watch. Settles exactly once, whatever the worker does. */
function runJob(seat: Seat, job: Job, limits: Limits): Promise<Outcome> {
  const { worker } = seat;
  return new Promise((resolve) => {
    const begun = performance.now();
    let seconds = limits.timeLimit;
    let timer = setTimeout(outOfTime, seconds * 1000);
    const computedBefore = ask(seat, secondsComputed);
    const watch = setInterval(async () => {
      if (seat.asked !== null || seat.ending) return;
      const memory = await ask(seat, memoryInUse);
      if (memory > limits.memoryLimit * 2 ** 20) end(memoryFailure(limits));
    }, MEMORY_WATCH_INTERVAL);

    let ended = false;
    function end(outcome: Outcome): void {
      // An answer that comes late must not take the listeners of the thread's next job.
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      clearInterval(watch);
      // By name: a Worker also listens to itself, and without that its messages no longer arrive.
      for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
      // A thread that is being ended may still report an error: it has been answered for.
      worker.on('error', () => undefined);
      resolve(outcome);
    }

    // A busy machine is not the document's fault: what counts is the time that its thread computed.
    async function outOfTime(): Promise<void> {
      const left = seconds - ((await ask(seat, secondsComputed)) - (await computedBefore));
      if (ended) return;
      if (!(left > 0) || performance.now() - begun > PATIENCE * seconds * 1000) end(timeFailure(seconds));
      else timer = setTimeout(outOfTime, left * 1000);
    }

    function allowMoreTime(): void {
      seconds += SECONDS_PER_RECOGNITION;
      clearTimeout(timer);
      timer = setTimeout(outOfTime, begun + seconds * 1000 - performance.now());
    }

    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'recognizing') allowMoreTime();
      if (message.kind === 'started') seat.programs.add(message.process);
      if (message.kind === 'ended') seat.programs.delete(message.process);
      if (message.kind === 'done' || message.kind === 'reconciled') end(message);
      if (message.kind === 'failed') end(stageFailure(message.stage, message.message));
    });
    worker.on('error', (error: Error & { code?: string }) => {
      end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? memoryFailure(limits) : crashFailure(error.message));
    });
    worker.on('exit', (code) => end(crashFailure(`exit code ${code}`)));
    worker.postMessage(job);
  });
}

/** One question after the other, so that `endThread` knows whether there is one. */
async function ask(seat: Seat, question: (worker: Worker) => Promise<number>): Promise<number> {
  while (seat.asked !== null) await seat.asked;
  const asked = question(seat.worker);
  seat.asked = asked;
  const answer = await asked;
  seat.asked = null;
  return answer;
}

/** Processor time of the thread so far, in seconds; where Node cannot tell it, time as it goes by. */
async function secondsComputed(worker: Worker): Promise<number> {
  if (typeof worker.cpuUsage !== 'function') return performance.now() / 1000;
  try {
    const { user, system } = await worker.cpuUsage();
    return (user + system) / 1e6;
  } catch {
    return 0; // the thread has just ended: its end is reported by itself
  }
}

/** Bytes held by the thread: its heap, and the buffers outside of it that `resourceLimits` does not count. */
async function memoryInUse(worker: Worker): Promise<number> {
  try {
    const { total_heap_size, external_memory, malloced_memory } = await worker.getHeapStatistics();
    return total_heap_size + external_memory + malloced_memory;
  } catch {
    return 0; // the thread has just ended: its end is reported by itself
  }
}

function failed(code: string, message: string): Outcome {
  return { kind: 'failed', reason: { code, message } };
}

function timeFailure(seconds: number): Outcome {
  return failed('time-limit', `处理超过${seconds}秒，已中止；可用 --time-limit 放宽后以 --retry 重试`);
}

function memoryFailure({ memoryLimit }: Limits): Outcome {
  return failed('memory-limit', `处理所需内存超过${memoryLimit} MB，已中止；可用 --memory-limit 放宽后以 --retry 重试`);
}

function crashFailure(cause: string): Outcome {
  return failed('worker-crashed', `处理线程意外终止（${cause}）；可用 --retry 重试`);
}

function stageFailure(stage: string, cause: string): Outcome {
  return failed('stage-failed', `程序在 ${stage} 阶段出错（${cause}）`);
}
