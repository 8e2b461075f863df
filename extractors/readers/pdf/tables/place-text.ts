import { type CellShape, type GridShape, intervalOf, ownersOf } from './grid-shape.ts';
import { type Piece, wordsOf } from './pieces.ts';

export interface FilledCell extends CellShape {
  readonly pieces: readonly Piece[];
  /** True when a piece stuck out of its cell so far that alignment had to decide. */
  readonly doubtful: boolean;
}

export interface FilledGrid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Row-major; tiles the grid. */
  readonly cells: readonly FilledCell[];
}

/** A piece may stick out of its cell by this share of its type size before it counts as crossing the border. */
const OVERHANG = 0.6;
/** A piece with at least this share of its width in one cell belongs there without doubt. */
const CLEAR_SHARE = 0.85;
/** Words of one run go to different cells when the border runs through the gap between them, give or take this in em. */
const GAP_SLACK = 0.4;
/** Settled pieces of a column looked at to learn its alignment. */
const ALIGNMENT_SAMPLE = 60;

/** Puts text into the cells of a grid by its position. Pieces outside the grid are left alone. */
export function placeText(shape: GridShape, pieces: readonly Piece[]): FilledGrid {
  const columns = shape.xs.length - 1;
  const owners = ownersOf(shape.cells, shape.ys.length - 1, columns);
  const cells = shape.cells.map((cell) => ({ ...cell, pieces: [] as Piece[], doubtful: false }));
  const unsettled: { piece: Piece; row: number; first: number; last: number }[] = [];

  const settle = (piece: Piece, row: number, column: number, doubtful: boolean) => {
    const cell = cells[owners[row * columns + column] ?? -1];
    if (!cell) return;
    cell.pieces.push(piece);
    cell.doubtful ||= doubtful;
  };
  const place = (piece: Piece, whole: boolean) => {
    const span = gridSpan(shape, piece);
    if (!span) return;
    const { row, first, last } = span;
    if (owners[row * columns + first] === owners[row * columns + last]) {
      settle(piece, row, first, false);
      return;
    }
    const stretches = whole ? cutAtBorders(wordsOf(piece), shape.xs) : [piece];
    if (stretches.length > 1) for (const stretch of stretches) place(stretch, false);
    else unsettled.push({ piece, row, first, last });
  };
  for (const piece of pieces) place(piece, true);

  const settled = cells.map((cell) => cell.pieces.slice());
  const byColumn = unsettled.length > 0 ? columnPieces(cells, settled) : [];
  for (const { piece, row, first, last } of unsettled) {
    const candidates = candidatesOf(piece, shape.xs, first, last, (column) => owners[row * columns + column] ?? -1);
    const best = candidates[0];
    if (!best) continue;
    if (best.share >= CLEAR_SHARE) {
      settle(piece, row, best.column, false);
      continue;
    }
    const column = byAlignment(piece, candidates, (candidate) => ({
      occupied: (settled[candidate.owner] ?? []).some((other) => overlaps(other, piece)),
      neighbours: byColumn[candidate.column] ?? [],
    }));
    settle(piece, row, column, true);
  }
  return { xs: shape.xs, ys: shape.ys, cells };
}

/** Row and columns a piece touches, null when it stands outside the grid. */
function gridSpan(shape: GridShape, piece: Piece): { row: number; first: number; last: number } | null {
  const rows = shape.ys.length - 1;
  const columns = shape.xs.length - 1;
  const row = intervalOf(shape.ys, middleOf(piece));
  if (row < 0 || row >= rows) return null;
  const slack = Math.min(OVERHANG * piece.size, (piece.x1 - piece.x0) * 0.3);
  const first = intervalOf(shape.xs, piece.x0 + slack);
  const last = intervalOf(shape.xs, piece.x1 - slack);
  if (last < 0 || first >= columns) return null;
  return { row, first: Math.max(0, first), last: Math.min(columns - 1, Math.max(first, last)) };
}

/** Height at which a piece stands: the middle of its letters, not of its em box. */
export function middleOf(piece: Piece): number {
  return piece.rotation === 0 ? piece.baseline - 0.35 * piece.size : (piece.y0 + piece.y1) / 2;
}

/** Runs the words between two cuts together again; a cut is a gap that a border runs through. */
function cutAtBorders(words: readonly Piece[], xs: readonly number[]): Piece[] {
  const stretches: Piece[] = [];
  for (const word of words) {
    const last = stretches.at(-1);
    const slack = GAP_SLACK * word.size;
    const cut = last && xs.some((x) => last.x1 - slack <= x && x <= word.x0 + slack);
    if (last && !cut) stretches[stretches.length - 1] = { ...last, text: `${last.text} ${word.text}`, x1: word.x1 };
    else stretches.push(word);
  }
  return stretches;
}

interface Candidate {
  readonly column: number;
  readonly owner: number;
  readonly share: number;
}

/** The cells a piece overlaps, the largest share first. */
function candidatesOf(
  piece: Piece,
  xs: readonly number[],
  first: number,
  last: number,
  ownerOf: (column: number) => number,
): Candidate[] {
  const width = piece.x1 - piece.x0 || 1;
  const byOwner = new Map<number, Candidate>();
  for (let column = first; column <= last; column++) {
    const owner = ownerOf(column);
    const inside = Math.min(xs[column + 1] ?? 0, piece.x1) - Math.max(xs[column] ?? 0, piece.x0);
    const known = byOwner.get(owner);
    byOwner.set(owner, { column: known?.column ?? column, owner, share: (known?.share ?? 0) + inside / width });
  }
  return [...byOwner.values()].sort((a, b) => b.share - a.share || a.column - b.column);
}

/** The free candidate whose column is aligned like the piece; of equals the one it overlaps most. */
function byAlignment(
  piece: Piece,
  candidates: readonly Candidate[],
  look: (candidate: Candidate) => { occupied: boolean; neighbours: readonly Piece[] },
): number {
  let best = { column: candidates[0]?.column ?? 0, cost: Number.POSITIVE_INFINITY };
  for (const candidate of candidates) {
    const { occupied, neighbours } = look(candidate);
    const distance = Math.min(piece.size * 3, ...neighbours.map((other) => misalignment(piece, other)));
    const cost = distance / piece.size + (occupied ? 10 : 0) + (1 - candidate.share);
    if (cost < best.cost) best = { column: candidate.column, cost };
  }
  return best.column;
}

function misalignment(a: Piece, b: Piece): number {
  return Math.min(Math.abs(a.x0 - b.x0), Math.abs(a.x1 - b.x1), Math.abs(a.x0 + a.x1 - b.x0 - b.x1) / 2);
}

/** Per column some of the pieces that stand in it for certain. */
function columnPieces(cells: readonly CellShape[], settled: readonly (readonly Piece[])[]): Piece[][] {
  const found: Piece[][] = [];
  cells.forEach((cell, index) => {
    if (cell.cs !== 1) return;
    const column = found[cell.c] ?? [];
    found[cell.c] = column;
    if (column.length < ALIGNMENT_SAMPLE) column.push(...(settled[index] ?? []));
  });
  return found;
}

function overlaps(a: Piece, b: Piece): boolean {
  const sideways = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  return sideways > 0 && Math.abs(a.baseline - b.baseline) < 0.5 * Math.max(a.size, b.size);
}
