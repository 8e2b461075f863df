import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { allForms } from '../../extractors/tables/forms.ts';
import type { Store } from '../store/open.ts';
import { versionOf } from '../version.ts';
import { allDatasets, type Column, type Dataset, versionsOf } from './datasets.ts';
import { makeFolder, writeFileWhole } from './destination.ts';
import { exported, type Tally } from './export.ts';
import { csv } from './formats/csv.ts';
import type { Cell, Filters } from './rows.ts';

type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** The codebook is a table like the others: what a dataset, a column or a form is, in both languages. */
const CODEBOOK: readonly Column[] = ['dataset', 'name', 'type', 'zh', 'en'].map((name) => {
  return { name, type: 'text', zh: name, en: name };
});

/**
 * A Frictionless Data Package with the column types of the Fiscal Data Package: every dataset as CSV, a codebook, and
 * datapackage.json, which is written last and names size and hash of each file: a folder that was left half-way shows it.
 */
export async function writePackage(
  store: Store,
  folder: string,
  filters: Filters,
  watched: (pieces: Pieces) => Pieces,
): Promise<Tally> {
  await makeFolder(folder);
  const resources: unknown[] = [];
  const total: Tally = { rows: 0, documents: 0, notFullyRead: 0 };
  const datasets = allDatasets().map((dataset) => versionsOf(dataset, filters.versions));
  for (const dataset of datasets) {
    const { pieces, tally } = exported(store, { dataset, format: 'csv', columns: [], filters, bom: false });
    const file = await writeHashed(folder, `${dataset.name}.csv`, watched(pieces));
    resources.push(resourceOf(dataset, file));
    Object.assign(total, { ...tally, rows: total.rows + tally.rows });
  }
  const codebook = csv({ name: 'codebook', columns: CODEBOOK, rows: codebookRows(datasets) });
  const file = await writeHashed(folder, 'codebook.csv', codebook);
  resources.push({ ...describe('codebook', 'What each column and each form is', file), schema: schemaOf(CODEBOOK) });
  const descriptor = {
    profile: 'fiscal-data-package',
    name: 'gouji-export',
    title: '政府预算、决算公开数据（勾稽）',
    description: `Numbers of published government budgets and final accounts with their places, made by gouji ${versionOf()}.`,
    resources,
  };
  await writeFileWhole(join(folder, 'datapackage.json'), [Buffer.from(`${JSON.stringify(descriptor, null, 2)}\n`)]);
  return total;
}

interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
}

async function writeHashed(folder: string, path: string, pieces: Pieces): Promise<WrittenFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* passing() {
    for await (const piece of pieces) {
      hash.update(piece);
      bytes += piece.length;
      yield piece;
    }
  }
  await writeFileWhole(join(folder, path), passing());
  return { path, bytes, hash: `sha256:${hash.digest('hex')}` };
}

function resourceOf({ name, zh, en, columns }: Dataset, file: WrittenFile): unknown {
  const primaryKey = name === 'documents' ? ['document'] : ['document', 'n'];
  const foreignKeys = [{ fields: 'document', reference: { resource: 'documents', fields: 'document' } }];
  const keys = name === 'documents' ? { primaryKey } : { primaryKey, foreignKeys };
  return { ...describe(name, `${zh} / ${en}`, file), schema: { ...schemaOf(columns), ...keys } };
}

function describe(name: string, description: string, file: WrittenFile): Readonly<Record<string, unknown>> {
  return {
    profile: 'tabular-data-resource',
    name,
    path: file.path,
    description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\r\n', doubleQuote: true, header: true },
    bytes: file.bytes,
    hash: file.hash,
  };
}

const FRICTIONLESS_TYPES: Readonly<Record<Column['type'], string>> = {
  text: 'string',
  integer: 'integer',
  number: 'number',
  amount: 'number',
  printed: 'number',
};

function schemaOf(columns: readonly Column[]): {
  readonly fields: readonly unknown[];
  readonly missingValues: string[];
} {
  const fields = columns.map(({ name, type, fiscal, zh, en }) => ({
    name,
    type: FRICTIONLESS_TYPES[type],
    description: zh === en ? zh : `${zh} / ${en}`,
    ...(fiscal === undefined ? {} : { columnType: fiscal }),
  }));
  return { fields, missingValues: [''] };
}

function* codebookRows(datasets: readonly Dataset[]): Generator<readonly Cell[]> {
  for (const dataset of datasets) {
    yield [dataset.name, '', '', dataset.zh, dataset.en];
    for (const { name, type, zh, en } of dataset.columns) yield [dataset.name, name, type, zh, en];
  }
  for (const { key, name } of allForms().values()) yield ['form', key, 'text', name, ''];
}
