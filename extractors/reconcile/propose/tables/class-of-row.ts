import type { TableRow } from '../../../../schemas/index.ts';
import { classNamed, isNameOf } from '../../codes/classification.ts';

/**
 * The functional class (类) a row stands for, by its code or, in the balances, by its name; "" where it is none. Units have
 * codes of three digits too: the name must be that of the class.
 */
export function classOfRow(row: TableRow): string {
  if (row.code !== '') return row.code.length === 3 && isNameOf(row.code, row.label) ? row.code : '';
  return row.role === 'item' ? (classNamed(row.label) ?? '') : '';
}
