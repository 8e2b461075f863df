import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { UnreadableError } from '../../extractors/errors.ts';
import type { Converter } from '../../extractors/readers/aids.ts';
import type { Tool } from './tools.ts';

const run = promisify(execFile);

/** LibreOffice takes seconds for the largest disclosures; what takes longer hangs. In milliseconds. */
const CONVERT_WITHIN = 60_000;

/**
 * LibreOffice as a converter. It gets a folder of its own for the file and for its profile, so that several can run at
 * once and nothing of the user's settings (macros, extensions) takes part. Macros are not run in headless conversion.
 */
export function converterOf(tool: Tool): Converter {
  return async (bytes, to) => {
    const folder = await mkdtemp(join(tmpdir(), 'gouji-convert-'));
    try {
      const input = join(folder, 'document');
      const output = join(folder, 'converted');
      await writeFile(input, bytes);
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
      const args = [profile, '--headless', '--norestore', '--convert-to', to, '--outdir', output, input];
      await run(tool.path, args, { timeout: CONVERT_WITHIN, killSignal: 'SIGKILL' });
      const [name] = await readdir(output);
      if (name === undefined) throw new Error('it gave no file');
      return new Uint8Array(await readFile(join(output, name)));
    } catch (cause) {
      throw new UnreadableError('converter-failed', `LibreOffice could not convert the document to ${to}`, {
        remedy: 'Open it in an office program, save it as PDF and give that file.',
        cause,
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}
