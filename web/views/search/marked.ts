export interface Piece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** A passage cut at its marks; marks that overlap or lie outside of it are taken as far as they go. */
export function pieces(text: string, marks: readonly (readonly [number, number])[]): Piece[] {
  const cut: Piece[] = [];
  let at = 0;
  for (const [from, to] of marks) {
    const start = Math.max(at, from);
    const end = Math.min(text.length, to);
    if (end <= start) continue;
    if (start > at) cut.push({ text: text.slice(at, start), isMarked: false });
    cut.push({ text: text.slice(start, end), isMarked: true });
    at = end;
  }
  if (at < text.length) cut.push({ text: text.slice(at), isMarked: false });
  return cut;
}
