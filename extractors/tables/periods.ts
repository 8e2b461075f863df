import type { Lane } from './columns.ts';
import type { Grid } from './grid.ts';

/** Makes the label of a row, given the name it prints and its position. */
export type PeriodNamer = (name: string, r: number) => string;

/**
 * Rows of one name that only a column of years tells apart (2025年, 2026年, 增减变化): name and year are their label, and a
 * name that is printed once, at the first of them, is the name of all. Where every row has a name of its own, that is its label.
 */
export function periodNamer(grid: Grid, body: number, lane: Lane, nameAt: (r: number) => string): PeriodNamer {
  const column = lane.periods[0];
  if (column === undefined || !areToldApart(grid, body, column, nameAt)) return (name) => name;
  let owner = '';
  return (name, r) => {
    const period = grid.text(r, column) === '' ? '' : grid.printed(r, column);
    if (name !== '') owner = name;
    return [period === '' ? name : owner, period].filter((part) => part !== '').join('/');
  };
}

/** Some row with a year has no name, or one that another year has too. */
function areToldApart(grid: Grid, body: number, column: number, nameAt: (r: number) => string): boolean {
  const years = new Map<string, string>();
  for (let r = body; r < grid.rows; r++) {
    const year = grid.text(r, column);
    if (year === '') continue;
    const name = nameAt(r);
    if (name === '' || (years.get(name) ?? year) !== year) return true;
    years.set(name, year);
  }
  return false;
}
