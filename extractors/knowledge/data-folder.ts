import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GoujiError } from '../errors.ts';

/** The folder `data/` of this package: beside the package.json nearest above this file, in a checkout as in dist/. */
export const dataFolder: string = findDataFolder(dirname(fileURLToPath(import.meta.url)));

/** Text of a file of `data/`; `name` is its path inside it, with forward slashes ("forms/concepts.yaml"). */
export function readDataFile(name: string): string {
  try {
    return readFileSync(join(dataFolder, name), 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    throw new GoujiError('data-file-missing', `data/${name} cannot be read`, {
      remedy: 'Restore the file from the package: gouji cannot work without its data folder.',
      cause,
    });
  }
}

/** Names of the files of a folder of `data/` with the given ending, sorted, to be passed to the loaders. */
export function listDataFiles(folder: string, ending: string): readonly string[] {
  const path = join(dataFolder, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => `${folder}/${name}`);
}

function findDataFolder(from: string): string {
  let folder = from;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) return join(from, 'data');
    folder = parent;
  }
  return join(folder, 'data');
}
