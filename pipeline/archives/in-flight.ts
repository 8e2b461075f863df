/** Work that is begun in order and ends in any, so much at a time that what waits fits into memory. */
export interface InFlight {
  /** Resolves when there is room for more. Throws what earlier work threw. */
  readonly begin: (work: () => Promise<void>) => Promise<void>;
  /** Resolves when all is done. */
  readonly end: () => Promise<void>;
}

export function inFlight(limit: number): InFlight {
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const complain = () => {
    if (failures.length > 0) throw failures[0];
  };
  return {
    begin: async (work) => {
      while (running.size >= limit) await Promise.race(running);
      complain();
      const piece: Promise<void> = work()
        .catch((error: unknown) => void failures.push(error))
        .finally(() => running.delete(piece));
      running.add(piece);
    },
    end: async () => {
      await Promise.all(running);
      complain();
    },
  };
}
