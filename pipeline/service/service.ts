import type { Language } from '../cli/messages/index.ts';
import type { Store } from '../store/open.ts';
import { type Readings, readingsOf } from './documents/readings.ts';
import { type Remembered, rememberFor } from './remember.ts';

/** What every answer is made from. */
export interface Service {
  readonly store: Store;
  /** False where the database is read-only. */
  readonly canWrite: boolean;
  /** Language the program was started in. */
  readonly language: Language;
  /** The operator's file of sources; it need not be there. */
  readonly sourcesFile: string;
  readonly clock: () => Date;
  readonly remembered: Remembered;
  readonly readings: Readings;
}

export type ServiceOptions = Pick<Service, 'store' | 'canWrite' | 'language' | 'sourcesFile' | 'clock'>;

export function serviceOf(options: ServiceOptions): Service {
  return { ...options, remembered: rememberFor(options.store), readings: readingsOf(options.store) };
}
