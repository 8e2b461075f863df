import { indexedWords } from '../../../pipeline/search/words.ts';
import type { Store } from '../../../pipeline/store/open.ts';

/** Copies of documents inside their database, each under an id, a unit and a year of its own. */

/** As many copies are of one unit, each of another year. */
const YEARS = 8;

/** Tables whose rows belong to a document, in the order in which they may be written. */
const TABLES = [
  'status_reasons',
  'paragraphs',
  'document_links',
  'sections',
  'tables',
  'cells',
  'facts',
  'figures',
  'relations',
  'relation_operands',
  'findings',
  'finding_operands',
] as const;

/** The number of the copy stands in the id's last four digits. */
const ID = "substr(@artifact, 1, 12) || printf('%04x', @copy)";
const SHA256 = `${ID} || substr(@artifact, 17)`;

export function multiply(store: Store, copiesOf: (document: { readonly findings: number }) => number): void {
  const { db } = store;
  const documents = db
    .prepare<[], { artifact: string; id: string; findings: number }>(
      `SELECT artifact, id, (SELECT count(*) FROM findings WHERE document = documents.id) AS findings FROM documents`,
    )
    .all();
  const columns = (table: string) =>
    db
      .prepare<[string], string>('SELECT name FROM pragma_table_info(?)')
      .pluck()
      .all(table)
      .map((name) => `"${name}"`);
  const copyRows = (table: string, key: string, replaced: Readonly<Record<string, string>>) => {
    const names = columns(table);
    const values = names.map((name) => replaced[name.slice(1, -1)] ?? name);
    return db.prepare<[{ artifact: string; copy: number }]>(
      `INSERT INTO ${table} (${names.join(', ')}) SELECT ${values.join(', ')} FROM ${table} WHERE ${key}`,
    );
  };
  const copies = [
    copyRows('artifacts', 'sha256 = @artifact', { sha256: SHA256 }),
    copyRows('sources', 'artifact = @artifact', { artifact: SHA256, source: "source || '?copy=' || @copy" }),
    copyRows('stage_runs', 'artifact = @artifact', { artifact: SHA256 }),
    copyRows('documents', 'artifact = @artifact', {
      id: ID,
      artifact: SHA256,
      source: "source || '?copy=' || @copy",
      issuer: `issuer || (@copy / ${YEARS} + 1) || '处'`,
      fiscal_year: `fiscal_year - @copy % ${YEARS}`,
      dossier: ID,
    }),
    ...TABLES.map((table) => copyRows(table, 'document = substr(@artifact, 1, 16)', { document: ID })),
  ];
  const words = db
    .prepare<[], { id: number; document: string; text: string }>('SELECT id, document, text FROM passages')
    .all()
    .map((passage) => ({ ...passage, words: indexedWords(passage.text) }));
  const passage = db.prepare<[{ artifact: string; copy: number; passage: number }]>(
    `INSERT INTO passages (document, kind, n, r, page, text) SELECT ${ID}, kind, n, r, page, text FROM passages WHERE id = @passage`,
  );
  const index = db.prepare('INSERT INTO passage_words (rowid, words) VALUES (?, ?)');
  for (const { artifact, id, findings } of documents) {
    const passages = words.filter(({ document }) => document === id);
    for (let copy = 1; copy < copiesOf({ findings }); copy += 1) {
      store.transact(() => {
        for (const statement of copies) statement.run({ artifact, copy });
        for (const { id: of, words } of passages) {
          const { lastInsertRowid } = passage.run({ artifact, copy, passage: of });
          index.run(lastInsertRowid, words);
        }
      });
    }
  }
}
