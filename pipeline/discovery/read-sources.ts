import { fetchFile } from '../fetch/file.ts';
import { problemCode } from '../fetch/find-files.ts';
import { loadSources, SourcesFileError } from './load-sources.ts';
import type { Source } from './source.ts';

/** In MB. */
const LARGEST = 16;

/** The sources of a file. Throws a SourcesFileError: with every mistake, or with the code of why it cannot be opened. */
export async function readSourcesFile(file: string): Promise<readonly Source[]> {
  return loadSources(await sourcesText(file), file);
}

/** Its text. Throws a SourcesFileError with the code of why it cannot be opened. */
export async function sourcesText(file: string): Promise<string> {
  try {
    const { bytes } = await fetchFile(file, { sizeLimit: LARGEST });
    return new TextDecoder().decode(bytes);
  } catch (error) {
    throw new SourcesFileError(file, [], problemCode(error));
  }
}
