import type { Store } from '../store/open.ts';

/** What was computed of the whole database, until the database changes. */
export interface Remembered {
  readonly of: <T>(name: string, compute: () => T) => T;
  /** To be called after this program has written what `names` are computed of: SQLite counts only changes of others. */
  readonly forget: (...names: readonly string[]) => void;
  /** The same, where what was computed can be brought up to date; nothing happens where it was not computed yet. */
  readonly change: <T>(name: string, change: (value: T) => T) => void;
}

interface Value {
  readonly value: unknown;
  readonly version: unknown;
  readonly at: number;
  readonly took: number;
}

/**
 * While another program writes, several times a second, a value is kept for as many times as long as it took to compute: so
 * that reading stays quick beside an ingest, and what is shown is never older than that.
 */
const KEPT_FOR = 10;

/** Most values that are kept; the one asked for last is the last to go. */
const MOST_VALUES = 48;

export function rememberFor({ db }: Store): Remembered {
  const values = new Map<string, Value>();
  const dataVersion = db.prepare<[], number>('PRAGMA data_version').pluck();
  /** The values that are being computed, each within the one before it. */
  const computing: { version: unknown }[] = [];
  /** What is computed of an older value is no newer than that, and is computed anew when the database stays as it is, too. */
  const takenFrom = (version: unknown, current: unknown) => {
    const outer = computing.at(-1);
    if (outer !== undefined && version !== current) outer.version = version;
  };
  return {
    of<T>(name: string, compute: () => T): T {
      const version = dataVersion.get();
      const known = values.get(name);
      const now = performance.now();
      values.delete(name);
      if (known !== undefined && (known.version === version || now - known.at < KEPT_FOR * known.took)) {
        values.set(name, known);
        takenFrom(known.version, version);
        return known.value as T; // computed by the same call: each name has one
      }
      const being = { version };
      computing.push(being);
      let value: T;
      try {
        value = compute();
      } finally {
        computing.pop();
      }
      takenFrom(being.version, version);
      const done = performance.now();
      values.set(name, { value, version: being.version, at: done, took: done - now });
      const [oldest] = values.keys();
      if (values.size > MOST_VALUES && oldest !== undefined) values.delete(oldest);
      return value;
    },
    forget: (...names) => {
      for (const name of names) values.delete(name);
    },
    change<T>(name: string, change: (value: T) => T) {
      const known = values.get(name);
      // The version stays: what others wrote since is not in it, and it is computed anew when it is asked for.
      if (known !== undefined) values.set(name, { ...known, value: change(known.value as T) });
    },
  };
}
