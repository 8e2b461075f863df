import type { GridCell, OnePlace } from '../../../../schemas/index.ts';

/**
 * A merged cell that the page end cuts in two is one cell: its text stands on one page, the other half is blank. Only
 * cells that are merged over rows on at least one of the pages are taken for halves; a blank amount stays a blank.
 */
export function joinCutSpans(upper: readonly GridCell[], lower: readonly GridCell[], border: number): GridCell[] {
  const halves = new Map<string, GridCell>();
  for (const cell of lower) if (cell.r === border) halves.set(`${cell.c}+${cell.cs}`, cell);
  const joined = new Set<GridCell>();
  const above = upper.map((cell) => {
    const half = cell.r + cell.rs === border ? halves.get(`${cell.c}+${cell.cs}`) : undefined;
    if (!half || !areHalves(cell, half)) return cell;
    joined.add(half);
    return oneCell(cell, half);
  });
  return [...above, ...lower.filter((cell) => !joined.has(cell))];
}

function areHalves(upper: GridCell, lower: GridCell): boolean {
  return upper.text !== '' && lower.text === '' && (upper.rs > 1 || lower.rs > 1);
}

function oneCell(upper: GridCell, lower: GridCell): GridCell {
  const places: OnePlace[] = [upper.place ?? [], lower.place ?? []].flat();
  return { ...upper, rs: upper.rs + lower.rs, place: places };
}
