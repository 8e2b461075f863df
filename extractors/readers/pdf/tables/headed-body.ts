import { matchAlignedColumns } from './column-match.ts';
import type { TablePart } from './found.ts';
import { roundedBox } from './grid-cells.ts';
import { hasAmounts, headerRowsOf } from './part-head.ts';

/** A body begins at most so many of its row heights below the rules of its header. */
const NEAREST = 1;

/** Parts of one page, top to bottom, with each ruled header and the body without rules right below it as one part. */
export function withHeadedBodies(parts: readonly TablePart[]): TablePart[] {
  const joined: TablePart[] = [];
  for (const part of parts) {
    const above = joined.at(-1);
    if (above && isHeaderOf(above, part)) joined[joined.length - 1] = underHeader(above, part);
    else joined.push(part);
  }
  return joined;
}

function isHeaderOf(header: TablePart, body: TablePart): boolean {
  if (header.kind !== 'ruled' || body.kind !== 'aligned' || hasAmounts(header) || headerRowsOf(body) > 0) return false;
  const gap = body.top - header.bottom;
  const near = gap <= (NEAREST * (body.bottom - body.top)) / body.rows && gap > -1;
  return near && matchAlignedColumns(header.columnEdges, body.columnEdges) !== null;
}

function underHeader(header: TablePart, body: TablePart): TablePart {
  const [x0, y0, x1] = header.bbox;
  const [left, , right, bottom] = body.bbox;
  return {
    ...body,
    bbox: roundedBox(Math.min(x0, left), y0, Math.max(x1, right), bottom),
    top: header.top,
    rows: header.rows + body.rows,
    cells: [...header.cells, ...body.cells.map((cell) => ({ ...cell, r: cell.r + header.rows }))],
    columnEdges: header.columnEdges,
    consumedRuns: new Set([...header.consumedRuns, ...body.consumedRuns]),
  };
}
