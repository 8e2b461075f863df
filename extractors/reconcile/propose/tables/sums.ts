import type { Operand, Relation } from '../../../../schemas/index.ts';
import type { Grounds } from '../relations.ts';
import { absent, operand, relation } from '../relations.ts';
import type { CellValue } from './table-view.ts';

/**
 * Σ parts = whole over table cells. A blank part is nothing, as forms print it, as long as some part is printed. There
 * is no relation (null) where the whole is blank or no part is printed: then the form does not break the number down.
 * Zeros that add up to zero are no
 * check either. With a cell that could not be read the relation is undetermined, and is counted as not checked.
 */
export function sumOfCells(parts: readonly CellValue[], whole: CellValue, grounds: Grounds): Relation | null {
  if (whole.kind === 'blank' || !parts.some((part) => part.kind === 'number')) return null;
  if ([...parts, whole].every((cell) => cell.kind === 'blank' || (cell.kind === 'number' && cell.isZero))) return null;
  const operands = parts.flatMap((part) => cellOperand('part', part) ?? []);
  const total = cellOperand('whole', whole);
  return total && relation('sum', [...operands, total], grounds);
}

/** left = right over two cells; null where either is blank. */
export function equalCells(left: CellValue, right: CellValue, grounds: Grounds): Relation | null {
  const a = cellOperand('left', left);
  const b = cellOperand('right', right);
  return a && b && relation('equal', [a, b], grounds);
}

/** null for a blank cell. */
export function cellOperand(role: Operand['role'], value: CellValue, sign: 1 | -1 = 1): Operand | null {
  if (value.kind === 'blank') return null;
  if (value.kind === 'unread') return absent(role, value.name, 'operand-unreadable');
  return operand(role, value.observation, sign);
}
