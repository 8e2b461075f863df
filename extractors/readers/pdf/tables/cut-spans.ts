import type { GridCell, OnePlace } from '../../../../schemas/index.ts';

/** A cell that the page end cut, and its other half. */
interface Cut {
  readonly cell: GridCell;
  readonly half: GridCell;
}

/**
 * A merged cell that the page end cuts in two is one cell: its text stands on one page, the other half is blank. Cells
 * that are merged over rows on at least one of the pages are taken for halves; of single rows only names of groups, right of
 * another that was cut, in a column that has groups of several rows. A blank amount stays a blank, but for one that is
 * merged over just the rows of the cell at its left.
 */
export function joinCutSpans(upper: readonly GridCell[], lower: readonly GridCell[], border: number): GridCell[] {
  const halves = new Map<string, GridCell>();
  for (const cell of lower) if (cell.r === border) halves.set(keyOf(cell), cell);
  const groups = new Set([...upper, ...lower].filter(({ rs, text }) => rs > 1 && text !== '').map(keyOf));
  const joined = new Map<GridCell, GridCell>();
  let left: Cut | null = null;
  for (const cell of upper.filter(({ r, rs }) => r + rs === border).toSorted((a, b) => a.c - b.c)) {
    const half = halves.get(keyOf(cell));
    if (!half) continue;
    const beside: Cut | null = left !== null && left.cell.c + left.cell.cs === cell.c ? left : null;
    const isGroup = beside !== null && groups.has(keyOf(cell)) && !/\d/.test(cell.text);
    if (!areHalves(cell, half, isGroup) && !isBlankBeside(cell, half, beside)) continue;
    joined.set(cell, half);
    left = { cell, half };
  }
  const taken = new Set(joined.values());
  const above = upper.map((cell) => {
    const half = joined.get(cell);
    return half === undefined ? cell : oneCell(cell, half);
  });
  return [...above, ...lower.filter((cell) => !taken.has(cell))];
}

function areHalves(upper: GridCell, lower: GridCell, isGroup: boolean): boolean {
  return upper.text !== '' && lower.text === '' && (upper.rs > 1 || lower.rs > 1 || isGroup);
}

function isBlankBeside(upper: GridCell, lower: GridCell, left: Cut | null): boolean {
  const isBlank = upper.text === '' && lower.text === '' && (upper.rs > 1 || lower.rs > 1);
  return isBlank && left !== null && left.cell.rs === upper.rs && left.half.rs === lower.rs;
}

function keyOf({ c, cs }: GridCell): string {
  return `${c}+${cs}`;
}

function oneCell(upper: GridCell, lower: GridCell): GridCell {
  const places: OnePlace[] = [upper.place ?? [], lower.place ?? []].flat();
  return { ...upper, rs: upper.rs + lower.rs, place: places };
}
