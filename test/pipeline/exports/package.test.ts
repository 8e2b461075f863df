import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { writePackage } from '../../../pipeline/exports/package.ts';
import { disclosurePage, temporaryFolder, writePage } from '../made-pages.ts';
import { SAMPLES } from '../stored-samples.ts';
import { duckdb } from './duckdb.ts';
import { ingested, reading } from './ingested.ts';

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly schema: {
    readonly fields: readonly { readonly name: string; readonly type: string }[];
    readonly missingValues: readonly string[];
    readonly primaryKey?: readonly string[];
    readonly foreignKeys?: readonly {
      readonly fields: string;
      readonly reference: { readonly resource: string; readonly fields: string };
    }[];
  };
}

const folder = join(temporaryFolder(), 'package');
let resources: readonly Resource[] = [];
beforeAll(async () => {
  const page = writePage(temporaryFolder(), 'a.html', disclosurePage());
  const db = await ingested([[page, join(SAMPLES, 'final-accounts-3.html')]]);
  const filters = { unit: [], region: [], year: [], kind: [], form: [], document: [], versions: 'current' } as const;
  await reading(db, (store) => writePackage(store, folder, filters, (pieces) => pieces));
  resources = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')).resources;
});

const table = (name: string) => {
  const path = resources.find((resource) => resource.name === name)?.path ?? '';
  return `read_csv('${join(folder, path)}', all_varchar = true, header = true)`;
};
const count = async (sql: string) => Number((await duckdb(`SELECT count(*) FROM ${sql}`))[0]?.[0]);

/** How Table Schema writes values of these types; any text is a string. */
const LEXICAL: Readonly<Record<string, string>> = { integer: '-?[0-9]+', number: '-?[0-9]+(\\.[0-9]+)?' };

test('resources are named as Data Package names them, and their files stay inside the folder', () => {
  const names = resources.map(({ name }) => name);
  expect(names.toSorted()).toEqual(['codebook', 'documents', 'facts', 'figures', 'findings']);
  for (const { name, path } of resources) {
    expect(name).toMatch(/^[a-z0-9._-]+$/);
    expect(path).not.toMatch(/^\/|\.\./);
    expect(existsSync(join(folder, path))).toBe(true);
  }
});

test('every value is written as the type of its field says', async () => {
  for (const { name, schema } of resources) {
    for (const field of schema.fields) {
      const lexical = LEXICAL[field.type];
      if (lexical === undefined) expect(field.type).toBe('string');
      else {
        const wrong = `${table(name)} WHERE "${field.name}" <> '' AND NOT regexp_full_match("${field.name}", '${lexical}')`;
        expect(await count(wrong), `${name}.${field.name}`).toBe(0);
      }
    }
  }
});

test('keys hold: rows are told apart by theirs, and every row belongs to a document that is there', async () => {
  for (const { name, schema } of resources) {
    const rows = await count(table(name));
    expect(rows, name).toBeGreaterThan(0);
    const { primaryKey, foreignKeys = [] } = schema;
    if (primaryKey !== undefined)
      expect(await count(`(SELECT DISTINCT ${primaryKey.join()} FROM ${table(name)})`), name).toBe(rows);
    for (const { fields, reference } of foreignKeys) {
      const there = `SELECT ${reference.fields} FROM ${table(reference.resource)}`;
      expect(await count(`${table(name)} WHERE ${fields} NOT IN (${there})`), name).toBe(0);
    }
  }
});
