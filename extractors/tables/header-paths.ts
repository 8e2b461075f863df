import type { Grid } from './grid.ts';
import type { Head } from './header-rows.ts';

/** Header texts above each column, from top to bottom, equal neighbours once, without layout spaces and column numbers. */
export function headerPaths(grid: Grid, head: Head): readonly (readonly string[])[] {
  const rows: number[] = [];
  for (let r = head.top; r < head.body; r++) if (!head.numbering.has(r)) rows.push(r);
  const texts: (readonly string[])[] = [];
  for (const r of rows) texts.push(headerRowTexts(grid, r, rows, texts.at(-1) ?? []));
  return Array.from({ length: grid.columns }, (_, c) => {
    const path: string[] = [];
    for (const row of texts) {
      const text = row[c] ?? '';
      if (text !== '' && text !== path.at(-1)) path.push(text);
    }
    return path;
  });
}

/** Printed numbers of the columns (栏次): "1" of "1" and of "1=2+3", "" where none. */
export function columnNumbers(grid: Grid, head: Head): readonly string[] {
  return Array.from({ length: grid.columns }, (_, c) => {
    for (const r of head.numbering) {
      const number = /^\D?(\d{1,2})/.exec(grid.text(r, c))?.[1];
      if (number !== undefined) return number;
    }
    return '';
  });
}

/**
 * Texts of one header row by column. Readers that know no spans leave the columns of a merged header blank: a blank
 * position with a header below it then belongs to the header on its left ("收入||支出|" over "项目|决算数|项目|决算数").
 */
function headerRowTexts(grid: Grid, r: number, rows: readonly number[], above: readonly string[]): readonly string[] {
  const below = rows.filter((row) => row > r);
  const texts: string[] = [];
  for (let c = 0; c < grid.columns; c++) {
    const text = grid.printed(r, c);
    const isOpen = text === '' && c > 0 && (texts[c - 1] ?? '') !== '' && !isSpanned(grid, r, c - 1);
    const isWithin = above[c] === above[c - 1];
    const inherits =
      isOpen && isWithin && below.some((row) => grid.text(row, c) !== '') && hasOwnLeaf(grid, below, c - 1);
    texts.push(inherits ? (texts[c - 1] ?? '') : text);
  }
  return texts;
}

/** The header on the left is merged already (the reader knows spans), so that blanks beside it are blanks. */
function isSpanned(grid: Grid, r: number, c: number): boolean {
  const cell = grid.at(r, c);
  return cell !== null && cell.text !== '' && (cell.cs > 1 || cell.rs > 1);
}

/** A header reaches to the right only when it has headers of its own below. */
function hasOwnLeaf(grid: Grid, below: readonly number[], c: number): boolean {
  return below.some((row) => grid.text(row, c) !== '' && grid.at(row, c)?.r === row);
}
