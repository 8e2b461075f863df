import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UnreadableError } from '../../extractors/errors.ts';
import type { Converter } from '../../extractors/readers/aids.ts';
import { converterProfile, SETTINGS_FILE } from './converter-profile.ts';
import { runGroup } from './run-group.ts';
import type { Tool } from './tools.ts';

/** LibreOffice takes seconds for the largest disclosures; what takes longer hangs. In milliseconds. */
const CONVERT_WITHIN = 60_000;

/**
 * LibreOffice as a converter. It gets a folder of its own for the file and for its profile, so that several can run at
 * once and nothing of the user's settings (macros, extensions) takes part.
 */
export function converterOf(tool: Tool, within = CONVERT_WITHIN): Converter {
  return async (bytes, to) => {
    const folder = await mkdtemp(join(tmpdir(), 'gouji-convert-'));
    try {
      const input = join(folder, 'document');
      const output = join(folder, 'converted');
      await writeFile(input, bytes);
      const profile = join(folder, 'profile');
      const settings = join(profile, ...SETTINGS_FILE);
      await mkdir(dirname(settings), { recursive: true });
      await writeFile(settings, converterProfile());
      const ownProfile = `-env:UserInstallation=${pathToFileURL(profile).href}`;
      const args = [ownProfile, '--headless', '--norestore', '--convert-to', to, '--outdir', output, input];
      await runGroup(tool.path, args, within);
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
