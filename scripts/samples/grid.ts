import type { SampleTable } from './document.ts';

/** A cell with its rectangle, relative to the table's top left corner, in points. */
export interface PlacedCell {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
  readonly align: 'left' | 'center' | 'right';
}

/** What is kept together on a page: the header, or one body row. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
  readonly cells: readonly PlacedCell[];
}

export interface LaidGrid {
  readonly header: { readonly cells: readonly PlacedCell[]; readonly height: number };
  /** The header band first, then one band for each row. */
  readonly bands: readonly Band[];
}

export type MeasureHeight = (text: string, width: number) => number;

interface GridCell {
  readonly r: number;
  readonly c: number;
  readonly rs: number;
  readonly cs: number;
  readonly text: string;
}

/** Columns by their shares of `width`, row heights by the tallest wrapped text that stands in one row. */
export function layGrid(table: SampleTable, width: number, measure: MeasureHeight): LaidGrid {
  const shares = table.widths.reduce((total, share) => total + share, 0);
  const edges = [0];
  for (const share of table.widths) edges.push((edges.at(-1) ?? 0) + (share / shares) * width);
  const edge = (column: number): number => edges[column] ?? width;
  const headerCells = headerGrid(table);
  const bodyCells = table.rows.flatMap((row, r) =>
    row.map((text, c) => ({ r: table.header.length + r, c, rs: 1, cs: 1, text })),
  );
  const heights = Array.from({ length: table.header.length + table.rows.length }, () => 0);
  for (const cell of [...headerCells, ...bodyCells]) {
    if (cell.rs === 1)
      heights[cell.r] = Math.max(
        heights[cell.r] ?? 0,
        measure(cell.text || '空', edge(cell.c + cell.cs) - edge(cell.c)),
      );
  }
  const tops = [0];
  for (const height of heights) tops.push((tops.at(-1) ?? 0) + height);
  const top = (row: number): number => tops[row] ?? 0;
  const place = (cell: GridCell): PlacedCell => ({
    x: edge(cell.c),
    y: top(cell.r),
    width: edge(cell.c + cell.cs) - edge(cell.c),
    height: top(cell.r + cell.rs) - top(cell.r),
    text: cell.text,
    align: alignmentOf(cell, table.header.length),
  });
  const header = { cells: headerCells.map(place), height: top(table.header.length) };
  const bands = table.rows.map((_, index) => {
    const r = table.header.length + index;
    return { top: top(r), bottom: top(r + 1), cells: bodyCells.filter((cell) => cell.r === r).map(place) };
  });
  return { header, bands: [{ top: 0, bottom: header.height, cells: header.cells }, ...bands] };
}

function alignmentOf(cell: GridCell, headerRows: number): PlacedCell['align'] {
  if (cell.r < headerRows || /合计$|总计$/.test(cell.text)) return 'center';
  return /^-?[\d,]+\.\d+$/.test(cell.text) ? 'right' : 'left';
}

/** Header cells on the grid: each takes the first positions that spans from above leave free. */
/** Header cells with their positions. */
export function headerGrid(table: SampleTable): GridCell[] {
  const taken = new Set<string>();
  const cells: GridCell[] = [];
  table.header.forEach((row, r) => {
    let c = 0;
    for (const { text, rs = 1, cs = 1 } of row) {
      while (taken.has(`${r}:${c}`)) c++;
      for (let dr = 0; dr < rs; dr++) for (let dc = 0; dc < cs; dc++) taken.add(`${r + dr}:${c + dc}`);
      cells.push({ r, c, rs, cs, text });
      c += cs;
    }
  });
  return cells;
}
