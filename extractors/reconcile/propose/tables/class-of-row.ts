import type { TableRow } from '../../../../schemas/index.ts';
import { classNamed } from '../../codes/classification.ts';

/** The functional class (类) a row stands for, by its code or, in the balances, by its name; "" where it is none. */
export function classOfRow(row: TableRow): string {
  if (row.code !== '') return row.code.length === 3 ? row.code : '';
  return row.role === 'item' ? (classNamed(row.label) ?? '') : '';
}
