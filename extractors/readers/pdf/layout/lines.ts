import type { TextSpan } from '../../../../schemas/index.ts';
import { betweenPieces, closeBrokenNumbers, isWide } from '../../../text/joints.ts';
import { isBareNumber } from './numbering.ts';
import type { Piece } from './upright.ts';

/** A stretch of text on one baseline without wide gaps. */
export interface Line {
  readonly page: number;
  readonly text: string;
  readonly spans: readonly TextSpan[];
  readonly x0: number;
  readonly x1: number;
  readonly baseline: number;
  readonly size: number;
  /** All of its letters are bold. */
  readonly bold: boolean;
}

/** Baselines closer than this share of the larger type size are one line: raised marks, decimals set a little lower. */
const SAME_BASELINE = 0.4;
/** A gap of this many em parts a line: "部门：…" at the left and "单位：万元" at the right. */
const WIDE_GAP = 2;
/** Single letters are parted only by a wider gap: titles are letter-spaced ("部  门  决  算"). */
const WIDE_GAP_OF_LETTERS = 4;

/** The lines of a page from top to bottom; each row holds the stretches of one baseline from left to right. */
export function rowsOf(pieces: readonly Piece[], page: number): Line[][] {
  const sorted = [...pieces].sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0);
  const rows: Piece[][] = [];
  let anchor: Piece | null = null;
  for (const piece of sorted) {
    const row = rows.at(-1);
    if (row && anchor && piece.baseline - anchor.baseline <= SAME_BASELINE * Math.max(piece.size, anchor.size)) {
      row.push(piece);
      if (piece.size > anchor.size) anchor = piece;
    } else {
      rows.push([piece]);
      anchor = piece;
    }
  }
  return rows.map((row) => withNumberHeads(stretches(row).map((stretch) => lineOf(stretch, page))));
}

/** "第一部分      部门概况": a number that stands alone goes with what it numbers, unless that is far away. */
function withNumberHeads(row: Line[]): Line[] {
  const [head, next, ...rest] = row;
  if (head === undefined || next === undefined) return row;
  const near = next.x0 - head.x1 <= WIDE_GAP_OF_LETTERS * head.size && Math.abs(head.size - next.size) < 1;
  if (!near || !isBareNumber(head.text)) return row;
  const shift = head.text.length + 1;
  const spans = next.spans.map((span) => ({ ...span, start: span.start + shift, end: span.end + shift }));
  const text = `${head.text} ${next.text}`;
  return [{ ...head, text, spans: [...head.spans, ...spans], x1: next.x1, bold: head.bold && next.bold }, ...rest];
}

function stretches(row: readonly Piece[]): Piece[][] {
  const sorted = [...row].sort((a, b) => a.x0 - b.x0);
  const parts: Piece[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const piece of sorted) {
    const part = parts.at(-1);
    const last = part?.at(-1);
    if (part && last && piece.x0 - end <= allowedGap(last, piece)) part.push(piece);
    else parts.push([piece]);
    end = Math.max(end, piece.x1);
  }
  return parts;
}

function allowedGap(left: Piece, right: Piece): number {
  const letters = left.text.length === 1 && right.text.length === 1 && isWide(left.text) && isWide(right.text);
  return (letters ? WIDE_GAP_OF_LETTERS : WIDE_GAP) * Math.max(left.size, right.size);
}

function lineOf(pieces: readonly Piece[], page: number): Line {
  let text = '';
  const spans: TextSpan[] = [];
  let previous: Piece | null = null;
  let end = 0;
  let anchor = pieces[0];
  for (const piece of pieces) {
    if (previous) text += betweenPieces(text, piece.text, (piece.x0 - end) / Math.max(previous.size, piece.size));
    const printed = closeBrokenNumbers(piece.text);
    spans.push({ start: text.length, end: text.length + printed.length, place: { page, bbox: piece.bbox } });
    text += printed;
    end = previous ? Math.max(end, piece.x1) : piece.x1;
    previous = piece;
    if (anchor && piece.text.length * piece.size > anchor.text.length * anchor.size) anchor = piece;
  }
  return {
    page,
    text,
    spans,
    x0: pieces[0]?.x0 ?? 0,
    x1: end,
    baseline: anchor?.baseline ?? 0,
    size: anchor?.size ?? 0,
    bold: pieces.every((piece) => piece.bold || !/[\p{L}\p{N}]/u.test(piece.text)),
  };
}
