import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { allDatasets, versionsOf } from '../../../pipeline/exports/datasets.ts';
import { openStore, type Store } from '../../../pipeline/store/open.ts';
import { temporaryFolder } from '../made-pages.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/DATABASE.md'), 'utf8');

function opened<T>(work: (store: Store) => T): T {
  const store = openStore(join(temporaryFolder(), 'a.sqlite'));
  try {
    return work(store);
  } finally {
    store.close();
  }
}

const schema = opened(({ db }) =>
  db
    .prepare<[], { name: string; type: string }>(
      `SELECT name, type FROM pragma_table_list
       WHERE schema = 'main' AND type IN ('table', 'view', 'virtual') AND name NOT LIKE 'sqlite_%'`,
    )
    .all()
    .map(({ name, type }) => ({
      name,
      type,
      columns: db
        .prepare<[string], { name: string; type: string }>('SELECT name, type FROM pragma_table_info(?)')
        .all(name),
    })),
);

/** Columns of one heading of the page, as "name TYPE"; "The columns of `other`, and:" stands for those of another. */
function described(name: string): string[] {
  const section = page.split(/^### /m).find((text) => text.startsWith(`${name}\n`)) ?? '';
  const [, other] = /^The columns of `(\w+)`, and:$/m.exec(section) ?? [];
  const own = [...section.matchAll(/^\| `(\w+)` \| (\S+) \| ./gm)].map(([, column, type]) => `${column} ${type}`);
  return [...(other === undefined ? [] : described(other)), ...own];
}

test.each(schema)('docs/DATABASE.md describes every column of the $type $name', ({ name, columns }) => {
  // A view's computed columns have no type.
  expect(described(name)).toEqual(columns.map((column) => `${column.name} ${column.type || '—'}`));
});

test('docs/DATABASE.md describes nothing that is not there', () => {
  const names = [...page.matchAll(/^### (\w+)$/gm)].map(([, name]) => name);
  expect(names.toSorted()).toEqual(schema.map(({ name }) => name).toSorted());
});

const exportedDatasets = allDatasets().flatMap((dataset) => [dataset, versionsOf(dataset, 'all')]);
test.each(exportedDatasets.map((dataset) => [dataset.view, dataset] as const))(
  'the columns of %s are those that are exported',
  (view, { columns }) => {
    expect(columns.map(({ name }) => name)).toEqual(
      schema.find(({ name }) => name === view)?.columns.map(({ name }) => name),
    );
  },
);

test('the queries on the page run', () => {
  const queries = [...page.matchAll(/```sql\n([\s\S]*?)```/g)].map(([, sql = '']) => sql);
  expect(queries.length).toBeGreaterThan(0);
  opened(({ db }) => {
    for (const sql of queries) db.exec(sql);
  });
});
