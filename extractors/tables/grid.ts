import type { GridCell, TableBlock } from '../../schemas/index.ts';
import { printedLabel, withoutLayout } from './names.ts';

/** A grid above this many positions is kept as cells only: its columns and rows are not worked out. */
export const MOST_POSITIONS = 20_000_000;

/** Reading access to a table block by position. A merged cell answers at every position it covers. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly GridCell[];
  /** The cell that covers a position, null where the reader gave none. */
  readonly at: (r: number, c: number) => GridCell | null;
  /** Text of the covering cell as it is compared (half-width, without layout spaces), "" where blank. */
  readonly text: (r: number, c: number) => string;
  /** Text of the covering cell as printed, without layout spaces. */
  readonly printed: (r: number, c: number) => string;
  /** As `text`, but a merged cell answers at its top-left position only. */
  readonly own: (r: number, c: number) => string;
  /** The distinct non-blank cells of a row that begin in it, left to right. */
  readonly starting: (r: number) => readonly GridCell[];
}

export function gridOf(block: TableBlock): Grid {
  const { rows, columns, cells } = block;
  const owners = new Int32Array(rows * columns);
  const byRow: GridCell[][] = Array.from({ length: rows }, () => []);
  const texts = cells.map((cell) => withoutLayout(cell.text));
  for (const [index, cell] of cells.entries()) {
    if (texts[index] !== '') byRow[cell.r]?.push(cell);
    const lastRow = Math.min(cell.r + cell.rs, rows);
    const lastColumn = Math.min(cell.c + cell.cs, columns);
    for (let r = cell.r; r < lastRow; r++) {
      owners.fill(index + 1, r * columns + cell.c, r * columns + lastColumn);
    }
  }
  const indexAt = (r: number, c: number): number =>
    r < 0 || c < 0 || r >= rows || c >= columns ? -1 : (owners[r * columns + c] ?? 0) - 1;
  return {
    rows,
    columns,
    cells,
    at: (r, c) => cells[indexAt(r, c)] ?? null,
    text: (r, c) => texts[indexAt(r, c)] ?? '',
    printed: (r, c) => printedLabel(cells[indexAt(r, c)]?.text ?? ''),
    own: (r, c) => {
      const index = indexAt(r, c);
      const cell = cells[index];
      return cell !== undefined && cell.r === r && cell.c === c ? (texts[index] ?? '') : '';
    },
    starting: (r) => byRow[r] ?? [],
  };
}
