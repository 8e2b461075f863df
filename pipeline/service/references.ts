/** What a reference names (schemas/service/numbers.ts); numbers of other documents have their SHA-256 before them. */
export type Reference =
  | { readonly kind: 'cell'; readonly table: string; readonly r: number; readonly c: number }
  | { readonly kind: 'figure'; readonly id: string }
  | { readonly kind: 'text'; readonly block: number; readonly start: number; readonly end: number }
  | { readonly kind: 'block'; readonly block: number }
  | { readonly kind: 'table'; readonly table: string }
  | { readonly kind: 'row'; readonly table: string; readonly r: number }
  | { readonly kind: 'page'; readonly page: number };

export interface NamedNumber {
  /** SHA-256 of the other document; null for this one. */
  readonly other: string | null;
  readonly ref: string;
}

/** "<sha256>#cell:t1:3:4" is a number of another document. */
export function withoutDocument(ref: string): NamedNumber {
  const at = ref.indexOf('#');
  return at < 0 ? { other: null, ref } : { other: ref.slice(0, at), ref: ref.slice(at + 1) };
}

const WHOLE = /^\d{1,9}$/;

/** null for what is none. */
export function readReference(ref: string): Reference | null {
  const [kind, first = '', ...rest] = ref.split(':');
  const numbers = rest.map((part) => (WHOLE.test(part) ? Number(part) : Number.NaN));
  const [a = Number.NaN, b = Number.NaN] = numbers;
  const n = WHOLE.test(first) ? Number(first) : Number.NaN;
  if (kind === 'cell' && rest.length === 2 && a >= 0 && b >= 0) return { kind, table: first, r: a, c: b };
  if (kind === 'row' && rest.length === 1 && a >= 0) return { kind, table: first, r: a };
  if (kind === 'figure' && rest.length === 0 && first !== '') return { kind, id: first };
  if (kind === 'table' && rest.length === 0 && first !== '') return { kind, table: first };
  if (kind === 'text' && n >= 0 && a >= 0 && rest.length <= 2)
    return { kind, block: n, start: a, end: rest.length === 2 && b >= a ? b : a };
  if (kind === 'block' && n >= 0 && rest.length === 0) return { kind, block: n };
  if (kind === 'page' && n > 0 && rest.length === 0) return { kind, page: n };
  return null;
}
