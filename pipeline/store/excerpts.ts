import type { Store } from './open.ts';

/** The words around a number in prose, cut out of its paragraph. */
export interface Excerpt {
  readonly before: string;
  readonly number: string;
  readonly after: string;
}

/** Characters shown on each side. */
const CONTEXT = 18;

/** Gives the excerpt a `ref` of a finding's operand leads to; null for cells and for other documents. */
export function excerptFinder(store: Store, document: string): (ref: string) => Excerpt | null {
  const figure = store.db.prepare<[string, string], { text: string; start: number; end: number }>(
    `SELECT text, starts_at AS start, ends_at AS end FROM figures
     JOIN paragraphs ON paragraphs.document = figures.document AND paragraphs.block = figures.block
     WHERE figures.document = ? AND figures.id = ?`,
  );
  const paragraph = store.db
    .prepare<[string, number], string>('SELECT text FROM paragraphs WHERE document = ? AND block = ?')
    .pluck();

  return (ref) => {
    const [kind, first = '', second = ''] = ref.split(':');
    if (kind === 'figure') {
      const found = figure.get(document, first);
      return found === undefined ? null : cut(found.text, found.start, found.end);
    }
    if (kind === 'text') {
      const text = paragraph.get(document, Number(first));
      return text === undefined ? null : cut(text, Number(second), Number(second));
    }
    return null;
  };
}

function cut(text: string, start: number, end: number): Excerpt {
  // An excerpt ends at a full stop: the neighbouring sentence says nothing about this number.
  const before =
    text
      .slice(Math.max(0, start - CONTEXT), start)
      .split(/[。；]/)
      .at(-1) ?? '';
  const after = text.slice(end, end + CONTEXT).split(/[。；]/)[0] ?? '';
  return { before, number: text.slice(start, end), after };
}
