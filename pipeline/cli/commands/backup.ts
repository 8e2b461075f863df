import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { backUp } from '../../store/backup.ts';
import { openForReading } from '../../store/open.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { print } from '../output.ts';
import type { CliContext } from '../program.ts';
import { printable } from '../terminal.ts';

/** `gouji backup FILE`: a copy of the database as it is now, also while others write into it. */
export async function backupCommand(file: string, db: string, { messages }: CliContext): Promise<ExitCode> {
  const store = openForReading(db); // refuses what is not ours, or damaged
  store.close();
  const copy = resolve(file);
  backUp(store.path, copy);
  const megabytes = (statSync(copy).size / 2 ** 20).toFixed(1);
  await print(`${printable(messages.backup.done(copy, megabytes))}\n`);
  return EXIT.complete;
}
