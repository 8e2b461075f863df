import type { GridCell, TableBlock } from '../../schemas/index.ts';
import { isTitleText } from './caption.ts';
import { isKnownTitle } from './classify.ts';
import { canonicalTitle } from './names.ts';

/** A form must have at least this many rows to be taken for one of several on a sheet. */
const FEWEST_ROWS = 3;

/**
 * Several forms in one grid (a sheet that holds them one below the other): the grid is cut before each row whose only
 * text is the title of a form other than the one above. Rows are numbered anew in each piece.
 */
export function splitForms(block: TableBlock): readonly TableBlock[] {
  const starts = [0, ...titleRows(block)];
  if (starts.length === 1) return [block];
  return starts.map((start, i) => slice(block, start, starts[i + 1] ?? block.rows));
}

function titleRows(block: TableBlock): readonly number[] {
  const lone = new Map<number, GridCell | null>();
  for (const cell of block.cells) {
    if (cell.text.trim() === '') continue;
    lone.set(cell.r, lone.has(cell.r) ? null : cell);
  }
  const rows: number[] = [];
  let current = '';
  for (const [r, cell] of [...lone].sort(([a], [b]) => a - b)) {
    if (cell === null || cell.rs > 2 || !isTitleText(cell.text) || !isKnownTitle(cell.text)) continue;
    const title = canonicalTitle(cell.text);
    if (title !== current && r - (rows.at(-1) ?? 0) >= FEWEST_ROWS && block.rows - r > FEWEST_ROWS) rows.push(r);
    current = title;
  }
  return rows;
}

function slice(block: TableBlock, start: number, end: number): TableBlock {
  const cells = block.cells
    .filter((cell) => cell.r >= start && cell.r < end)
    .map((cell) => ({ ...cell, r: cell.r - start, rs: Math.min(cell.rs, end - cell.r) }));
  const { markedHeaderRows, ...rest } = block;
  const breaks = block.pageBreaks.filter((r) => r > start && r < end).map((r) => r - start);
  const piece: TableBlock = { ...rest, rows: end - start, cells, pageBreaks: breaks };
  return start === 0 && markedHeaderRows !== undefined ? { ...piece, markedHeaderRows } : piece;
}
