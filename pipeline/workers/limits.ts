import { availableParallelism } from 'node:os';

/** What one document may use. A document that exceeds a limit is recorded as unreadable; the others go on. */
export interface Limits {
  /** Documents processed at the same time. */
  readonly concurrency: number;
  /** Heap and buffers of one worker, in MB. */
  readonly memoryLimit: number;
  /** Seconds that a thread may compute for all stages of one document. */
  readonly timeLimit: number;
  /** Largest file that is loaded, in MB. */
  readonly sizeLimit: number;
}

/** A budget unit's disclosure has 20 to 300 pages and 0.2 to 10 MB: the limits leave a factor of ten above that. */
export const DEFAULT_LIMITS: Limits = {
  concurrency: availableParallelism(),
  memoryLimit: 1024,
  timeLimit: 120,
  sizeLimit: 100,
};

/** How many times its time limit a document may take where it waits for the processor, or for nothing. */
export const PATIENCE = 10;

/** Seconds that a document gets on top of its time limit for each page that is recognised: that takes 3 to 10. */
export const SECONDS_PER_RECOGNITION = 20;

/** PDF engines keep memory that only the end of their thread gives back. */
export const DOCUMENTS_PER_WORKER = 50;

/** How often a busy worker's memory is looked at, in milliseconds. */
export const MEMORY_WATCH_INTERVAL = 200;

/**
 * Space for new objects in a worker, in MB. A page is read with many short-lived objects: with little space for them
 * they are given up sooner, and a long document takes a quarter less memory in the same time.
 */
export const YOUNG_GENERATION = 12;
