import type { Passage } from '../search/passages.ts';
import type { Store } from './open.ts';
import { writing } from './statements.ts';

/** Writes what a document is found by, inside a transaction of the caller. What goes away takes its words with it. */
export function insertPassages(store: Store, document: string, passages: readonly Passage[]): void {
  const place = writing(store.db, 'INSERT INTO passages (document, kind, n, r, page, text) VALUES (?, ?, ?, ?, ?, ?)');
  const index = writing(store.db, 'INSERT INTO passage_words (rowid, words) VALUES (?, ?)');
  for (const { kind, n, r, page, text, words } of passages) {
    const { lastInsertRowid } = place.run(document, kind, n, r, page, text);
    index.run(lastInsertRowid, words);
  }
}
