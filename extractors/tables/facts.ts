import type { ExtractedFact, OnePlace, Place, TableColumn, TableRow } from '../../schemas/index.ts';
import { isUnreadNumber, readPrintedNumber } from '../numbers/printed-number.ts';
import type { Grid } from './grid.ts';

export interface FactReading {
  readonly facts: readonly ExtractedFact[];
  /** Positions "r:c" of value cells whose text looks like a number and could not be read. */
  readonly unread: readonly string[];
}

/** One fact per number in the value columns of the rows, row by row, with the label of its own side. */
export function readFacts(
  grid: Grid,
  table: { readonly id: string; readonly place: Place },
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
): FactReading {
  const facts: ExtractedFact[] = [];
  const unread: string[] = [];
  const values = columns.filter(({ role }) => role === 'value');
  const headers = values.map(({ path }) => path.join('/'));
  for (const row of rows) {
    if (row.role === 'note') continue;
    for (const [index, column] of values.entries()) {
      if (column.lane !== row.lane) continue;
      const text = grid.own(row.r, column.c);
      const number = readPrintedNumber(text);
      if (number === null) {
        if (isUnreadNumber(text)) unread.push(`${row.r}:${column.c}`);
        continue;
      }
      facts.push({
        table: table.id,
        row: row.label,
        code: row.code,
        column: headers[index] ?? '',
        value: number.value,
        unit: number.percent ? '%' : column.unit,
        place: placeOf(grid.at(row.r, column.c)?.place ?? null, table.place),
        ...(row.entity === '' ? {} : { block: row.entity }),
        r: row.r,
        c: column.c,
        lane: row.lane,
      });
    }
  }
  return { facts, unread };
}

/** A cell the medium gives no place for stands where its table stands. */
function placeOf(place: OnePlace | readonly OnePlace[] | null, table: Place): Place {
  if (place === null) return table;
  return Array.isArray(place) ? [...place] : (place as OnePlace);
}
