import type { Store } from '../store/open.ts';
import { findTable, type TableExcerpt, tableExcerpt } from './table-excerpt.ts';

/** A number that an excerpt points at. */
export interface Mark {
  readonly mark: string;
  readonly isSuspect: boolean;
}

/** The words of a paragraph around its marked numbers; "…" stands for what is left out. */
export interface TextExcerpt {
  readonly kind: 'text';
  /** Of another document: its path. */
  readonly source: string | null;
  readonly pieces: readonly { readonly text: string; readonly marks: readonly Mark[] }[];
}

export type Excerpt = TextExcerpt | (TableExcerpt & { readonly kind: 'table'; readonly source: string | null });

interface Referring extends Mark {
  readonly ref: string;
  readonly source?: string | undefined;
}

interface MarkedStretch {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Mark[];
}

/** What stands around the operands of one finding: each paragraph and each table once, in the order of the operands. */
export function excerptsOf(store: Store, document: string, operands: readonly Referring[]): Excerpt[] {
  const found = new Map<
    string,
    { readonly located: Located; readonly source: string | null; readonly at: Located[] }
  >();
  for (const operand of operands) {
    const located = locate(store, document, operand);
    if (located === null) continue;
    const key = `${located.document} ${located.kind} ${located.kind === 'text' ? located.block : located.table}`;
    const group = found.get(key);
    if (group === undefined) found.set(key, { located, source: operand.source ?? null, at: [located] });
    else group.at.push(located);
  }
  return [...found.values()].flatMap(({ located, source, at }): Excerpt[] => {
    if (located.kind === 'text') {
      const text = paragraph(store, located.document, located.block);
      const stretches = at.flatMap((one) => (one.kind === 'text' ? [one] : []));
      return text === null ? [] : [{ kind: 'text', source, pieces: cut(text, joined(stretches)) }];
    }
    const table = findTable(store, located.document, located.table);
    const cells = at.flatMap((one) => (one.kind === 'cell' ? [one] : []));
    return table === null ? [] : [{ kind: 'table', source, ...tableExcerpt(table, cells) }];
  });
}

type Located = { readonly document: string; readonly marks: readonly Mark[] } & (
  | { readonly kind: 'text'; readonly block: number; readonly start: number; readonly end: number }
  | { readonly kind: 'cell'; readonly table: string; readonly r: number; readonly c: number }
);

/** Where the `ref` of an operand leads (schemas/disclosure.ts); null where it leads to nothing that is stored. */
function locate(store: Store, own: string, { ref, mark, isSuspect }: Referring): Located | null {
  const hash = ref.indexOf('#');
  const document = hash < 0 ? own : documentOf(store, ref.slice(0, hash));
  if (document === null) return null;
  const [kind, first = '', second = '', third = ''] = ref.slice(hash + 1).split(':');
  const common = { document, marks: [{ mark, isSuspect }] };
  switch (kind) {
    case 'text':
      return { ...common, kind: 'text', block: Number(first), start: Number(second), end: Number(second) };
    case 'cell':
      return { ...common, kind: 'cell', table: first, r: Number(second), c: Number(third) };
    case 'fact': {
      const sql = 'SELECT table_id AS "table", r, c FROM facts WHERE document = ? AND n = ?';
      type Fact = { table: string; r: number; c: number };
      const fact = store.db.prepare<[string, number], Fact>(sql).get(document, Number(first));
      return fact === undefined ? null : { ...common, kind: 'cell', ...fact };
    }
    case 'figure': {
      const sql = 'SELECT block, starts_at AS start, ends_at AS "end" FROM figures WHERE document = ? AND id = ?';
      type Figure = { block: number; start: number; end: number };
      const figure = store.db.prepare<[string, string], Figure>(sql).get(document, first);
      return figure === undefined ? null : { ...common, kind: 'text', ...figure };
    }
    default:
      return null;
  }
}

function documentOf(store: Store, sha256: string): string | null {
  return store.db.prepare<[string], string>('SELECT id FROM documents WHERE artifact = ?').pluck().get(sha256) ?? null;
}

function paragraph(store: Store, document: string, block: number): string | null {
  const sql = 'SELECT text FROM paragraphs WHERE document = ? AND block = ?';
  return store.db.prepare<[string, number], string>(sql).pluck().get(document, block) ?? null;
}

/** In the order of the text; the same stretch once, with all its marks. */
function joined(stretches: readonly MarkedStretch[]): MarkedStretch[] {
  const merged: MarkedStretch[] = [];
  for (const one of stretches.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last === undefined || one.start >= Math.max(last.end, last.start + 1)) merged.push(one);
    else
      merged[merged.length - 1] = {
        start: last.start,
        end: Math.max(last.end, one.end),
        marks: [...last.marks, ...one.marks],
      };
  }
  return merged;
}

/** Characters kept on each side of a number; a paragraph not longer than two of them is kept whole. */
const CONTEXT = 70;

function cut(text: string, stretches: readonly MarkedStretch[]): TextExcerpt['pieces'] {
  const pieces: { text: string; marks: readonly Mark[] }[] = [];
  const plain = (piece: string) => {
    if (piece !== '') pieces.push({ text: piece, marks: [] });
  };
  let at = 0;
  stretches.forEach(({ start, end, marks }, index) => {
    const gap = text.slice(at, start);
    const isFirst = index === 0;
    if (gap.length <= (isFirst ? CONTEXT : 2 * CONTEXT)) plain(gap);
    else plain(isFirst ? `…${gap.slice(-CONTEXT)}` : `${gap.slice(0, CONTEXT)}…${gap.slice(-CONTEXT)}`);
    pieces.push({ text: text.slice(start, end), marks });
    at = end;
  });
  const rest = text.slice(at);
  plain(rest.length <= CONTEXT ? rest : `${rest.slice(0, CONTEXT)}…`);
  return pieces;
}
