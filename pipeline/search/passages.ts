import type { Extraction, Place } from '../../schemas/index.ts';
import { indexedWords } from './words.ts';

/** What a search may find: a text block, the title of a table, or one of its rows by the words in it. */
export interface Passage {
  readonly kind: 'paragraph' | 'table' | 'row';
  /** Index of the block, or of the table. */
  readonly n: number;
  /** Row of the table, null for the others. */
  readonly r: number | null;
  readonly page: number | null;
  readonly text: string;
  /** As written into the index. */
  readonly words: string;
}

interface Paragraph {
  readonly block: number;
  readonly page: number | null;
  readonly text: string;
}

/** The passages of a document that have words at all, in order. */
export function passagesOf(paragraphs: readonly Paragraph[], { tables, facts }: Extraction): Passage[] {
  // A table may go on over pages: where a row has facts, they say on which it stands.
  const pages = new Map(facts.map(({ table, r, place }) => [`${table}:${r}`, pageOf(place)]));
  return [
    ...paragraphs.map(({ block, page, text }) => {
      return { kind: 'paragraph', n: block, r: null, page, text, words: indexedWords(text) } as const;
    }),
    ...tables.flatMap(({ id, title, place, cells }, n) => {
      const page = pageOf(place);
      const rows = Map.groupBy(
        cells.filter(({ text }) => text !== ''),
        ({ r }) => r,
      );
      return [
        { kind: 'table', n, r: null, page, text: title, words: indexedWords(title) } as const,
        ...[...rows].map(([r, row]) => {
          const words = indexedWords(textOf(row.filter(({ value }) => value === null)));
          return { kind: 'row', n, r, page: pages.get(`${id}:${r}`) ?? page, text: textOf(row), words } as const;
        }),
      ];
    }),
  ].filter(({ words }) => words !== '');
}

function textOf(cells: readonly { readonly text: string }[]): string {
  return cells.map(({ text }) => text).join(' ');
}

function pageOf(place: Place): number | null {
  const first = Array.isArray(place) ? place[0] : place;
  return first !== undefined && 'page' in first ? first.page : null;
}
