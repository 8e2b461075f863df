import { createLogUpdate } from 'log-update';
import type { Messages } from './messages/index.ts';
import { printError } from './output.ts';
import { tone } from './terminal.ts';

/** Tells how far a run is: a bar that stays at the bottom of a terminal, plain lines elsewhere. On standard error. */
export interface Progress {
  /** One file more is done; its line stays above the bar. */
  readonly advance: (line: string) => void;
  /** A line about something else than a file. */
  readonly note: (line: string) => void;
  readonly end: () => void;
}

const BAR_WIDTH = 28;

export function createProgress(total: number, messages: Messages): Progress {
  if (!process.stderr.isTTY) {
    const line = (text: string) => printError(`${text}\n`);
    return { advance: line, note: line, end: () => undefined };
  }
  const bar = createLogUpdate(process.stderr);
  let done = 0;
  const draw = () => {
    const filled = Math.round((BAR_WIDTH * done) / Math.max(total, 1));
    const drawn =
      tone('accent', '━'.repeat(filled), process.stderr) + tone('dim', '─'.repeat(BAR_WIDTH - filled), process.stderr);
    bar(`${drawn} ${messages.ingest.progress(done, total)}`);
  };
  const above = (line: string) => {
    bar.clear();
    printError(`${line}\n`);
    draw();
  };
  draw();
  return {
    advance: (line) => {
      done += 1;
      above(line);
    },
    note: above,
    end: () => bar.clear(),
  };
}
