import { z } from 'zod';
import { loadYaml } from '../../extractors/knowledge/index.ts';

const column = z.strictObject({
  name: z.string().regex(/^[a-z_0-9]+$/),
  type: z.enum(['text', 'integer', 'number', 'amount', 'printed']),
  fiscal: z.string().optional(),
  zh: z.string().min(1),
  en: z.string().min(1),
});
const name = z.enum(['facts', 'figures', 'findings', 'documents']);
const datasetsFile = z.strictObject({
  superseded: column,
  datasets: z.array(
    z.strictObject({
      name,
      view: z.string().regex(/^[a-z_]+$/),
      zh: z.string().min(1),
      en: z.string().min(1),
      columns: z.array(column).min(1),
    }),
  ),
});

export type Column = z.infer<typeof column>;
export type Dataset = z.infer<typeof datasetsFile>['datasets'][number];
/** Those that nothing has replaced where they were found, or all. */
export type Versions = 'current' | 'all';
export type DatasetName = z.infer<typeof name>;

export const DATASET_NAMES: readonly DatasetName[] = name.options;

/** What can be exported: the entries of data/exports/datasets.yaml. */
export function allDatasets(): readonly Dataset[] {
  return loadYaml('exports/datasets.yaml', datasetsFile).datasets;
}

/** A dataset of documents in force, or of all versions that ever were, each marked as superseded or not. */
export function versionsOf(dataset: Dataset, versions: Versions): Dataset {
  if (versions === 'current') return dataset;
  const { superseded } = loadYaml('exports/datasets.yaml', datasetsFile);
  return { ...dataset, view: `${dataset.name}_all_versions`, columns: [...dataset.columns, superseded] };
}

export function datasetOf(wanted: DatasetName): Dataset {
  const found = allDatasets().find((dataset) => dataset.name === wanted);
  if (found === undefined) throw new RangeError(`data/exports/datasets.yaml has no dataset ${wanted}`);
  return found;
}
