import { linesOf } from './cell-text.ts';
import { type Phrase, phrasesOf } from './phrases.ts';
import type { FilledCell, FilledGrid } from './place-text.ts';
import { partCell } from './refine-columns.ts';

/** Share of the cells of a kind whose text must keep to the borders drawn elsewhere. */
const KEEPING = 0.8;

/**
 * Cuts body cells that run over columns because their vertical rules are missing, while other rows (the header) draw
 * them: when the text of such cells stands in several of these columns, most of it numbers, and crosses no border.
 */
export function applyImpliedBorders(grid: FilledGrid): FilledGrid {
  const groups = new Map<string, FilledCell[]>();
  for (const cell of grid.cells) {
    if (cell.cs < 2) continue;
    const key = `${cell.c}+${cell.cs}`;
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  const cut = new Set([...groups.values()].filter((cells) => areRowsOfData(cells, grid.xs)).flat());
  if (cut.size === 0) return grid;
  return {
    ...grid,
    cells: grid.cells.flatMap((cell) => (cut.has(cell) ? partCell(cell, grid.xs, cell.c, cell.cs) : [cell])),
  };
}

function areRowsOfData(cells: readonly FilledCell[], xs: readonly number[]): boolean {
  const rows = cells.map((cell) => ({ cell, phrases: linesOf(cell.pieces).flatMap(phrasesOf) }));
  const filled = rows.filter((row) => row.phrases.length > 0);
  const lines = filled.flatMap((row) => linesOf(row.cell.pieces).map(phrasesOf));
  if (lines.length < 2) return false;
  const several = lines.filter((line) => line.length > 1);
  const values = several.flatMap((line) => line.slice(1));
  const keeping = filled.filter(({ cell, phrases }) => phrases.every((phrase) => !crosses(phrase, cell, xs)));
  return (
    several.length >= KEEPING * lines.length * 0.75 &&
    keeping.length >= KEEPING * filled.length &&
    values.filter((phrase) => phrase.numeric).length >= 0.5 * values.length
  );
}

function crosses(phrase: Phrase, cell: FilledCell, xs: readonly number[]): boolean {
  const slack = Math.min(phrase.size * 0.5, (phrase.x1 - phrase.x0) * 0.3);
  for (let border = cell.c + 1; border < cell.c + cell.cs; border++) {
    const x = xs[border] ?? 0;
    if (phrase.x0 + slack < x && phrase.x1 - slack > x) return true;
  }
  return false;
}
