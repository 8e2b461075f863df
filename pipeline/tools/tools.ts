import type { Aid } from '../../extractors/readers/aids.ts';

/** Programs of other makers that help reading, as found on this machine. Plain values: they pass to worker threads. */
export type Tools = Readonly<Record<Aid, Tool | null>>;

export interface Tool {
  readonly path: string;
  /** As the program says of itself: another version may read differently, so it is part of what a reading depends on. */
  readonly version: string;
}

export const NO_TOOLS: Tools = { converter: null, recognizer: null };

/** The aid as part of what a reading depends on. */
export function fingerprintOf(tools: Tools, aid: Aid): string {
  return `${aid}: ${tools[aid]?.version ?? 'none'}`;
}
