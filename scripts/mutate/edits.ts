import type { Block, Document, ExtractedFigure, ExtractedTable, TextSpan } from '../../schemas/index.ts';

/** Documents with one place changed. The block tree is copied where it changes, never altered. */

/** Replaces [start, end) of a text block; places behind it move along. */
export function withText(document: Document, block: number, start: number, end: number, replacement: string): Document {
  return withBlock(document, block, (old) => {
    if (old.kind === 'table') throw new TypeError(`block ${block}: expected text, found a table`);
    const shift = replacement.length - (end - start);
    return {
      ...old,
      text: old.text.slice(0, start) + replacement + old.text.slice(end),
      spans: moveSpans(old.spans, end, shift),
    };
  });
}

export interface CellText {
  readonly r: number;
  readonly c: number;
  readonly text: string;
}

/** Replaces the texts of cells of a table block. */
export function withCells(document: Document, block: number, texts: readonly CellText[]): Document {
  const wanted = new Map(texts.map(({ r, c, text }) => [`${r}:${c}`, text]));
  return withBlock(document, block, (old) => {
    if (old.kind !== 'table') throw new TypeError(`block ${block}: expected a table, found a ${old.kind}`);
    return {
      ...old,
      cells: old.cells.map((cell) => ({ ...cell, text: wanted.get(`${cell.r}:${cell.c}`) ?? cell.text })),
    };
  });
}

function withBlock(document: Document, index: number, change: (block: Block) => Block): Document {
  return { ...document, blocks: document.blocks.map((block) => (block.index === index ? change(block) : block)) };
}

function moveSpans(spans: readonly TextSpan[], from: number, shift: number): TextSpan[] {
  return spans.map((span) => ({
    ...span,
    start: span.start >= from ? span.start + shift : span.start,
    end: span.end >= from ? span.end + shift : span.end,
  }));
}

/** Where a number that relations cover is printed. */
export type PrintedAt =
  | {
      readonly kind: 'cell';
      readonly table: ExtractedTable;
      readonly r: number;
      readonly c: number;
      readonly text: string;
    }
  | { readonly kind: 'figure'; readonly figure: ExtractedFigure; readonly text: string };
