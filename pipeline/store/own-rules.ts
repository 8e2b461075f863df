import type { Store } from './open.ts';

/** The text of the rules that this database is computed with; null where there are none. */
export function keptRules(store: Store): string | null {
  return store.db.prepare<[], string>('SELECT text FROM own_rules').pluck().get() ?? null;
}

/** Keeps the rules for this and later runs, in place of those that were kept before; null keeps none. */
export function keepRules(store: Store, text: string | null): void {
  store.transact(() => {
    store.db.prepare('DELETE FROM own_rules').run();
    if (text !== null) store.db.prepare('INSERT INTO own_rules VALUES (1, ?)').run(text);
  });
}
