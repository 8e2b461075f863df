import { EXIT } from './exit-codes.ts';

/** While it is in force, the first Ctrl-C (or SIGTERM) asks for a clean stop, the second ends the process at once. */
export interface Interrupt {
  readonly signal: AbortSignal;
  readonly dispose: () => void;
}

export function interruptible(): Interrupt {
  const controller = new AbortController();
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    controller.abort();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return {
    signal: controller.signal,
    dispose: () => {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
    },
  };
}
