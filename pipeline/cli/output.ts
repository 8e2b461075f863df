/** Everything the command line writes goes through here. */

/** Resolves when the text has been handed over, so that a slow reader of a pipe is waited for. */
export function print(text: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(text, () => resolve()));
}

/** Bytes of a file that goes to standard output; rejects when they cannot be written there. */
export function printBytes(bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) =>
    process.stdout.write(bytes, (error) => (error === null || error === undefined ? resolve() : reject(error))),
  );
}

export function printError(text: string): void {
  process.stderr.write(text);
}

/** JSON for programs. C1 controls are escaped as well, so that it may be looked at on a terminal. */
export function printJson(value: unknown, { pretty }: { readonly pretty: boolean }): Promise<void> {
  const json = JSON.stringify(value, null, pretty ? 2 : undefined);
  const escaped = json.replace(
    /[\u007f-\u009f]/g,
    (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return print(`${escaped}\n`);
}

/**
 * A reader that goes away (`| head`) is no error: we stop quietly with what it has seen. Exit code 0, as the output that
 * was asked for was given. Anything else (a full disk behind `>`) ends the program with what `report` says of it.
 */
export function endWhenOutputEnds(report: (error: NodeJS.ErrnoException) => number): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) =>
    process.exit(error.code === 'EPIPE' ? 0 : report(error)),
  );
}
