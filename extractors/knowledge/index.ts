/** Loaders of `data/`: what is knowledge and not code. Files are checked when they are loaded, and loaded once. */
export { listDataFiles, readDataFile } from './data-folder.ts';
export { loadTsv, parseTsv } from './load-tsv.ts';
export { loadYaml, parseYaml } from './load-yaml.ts';
