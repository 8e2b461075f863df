import type { Observation } from '../../../../schemas/index.ts';
import { mayBeEqual, totalOf } from '../../judge/linear.ts';
import { quantityOf } from '../../judge/quantity.ts';

/**
 * Which of the cells that may measure a figure's subject it is to be compared with.
 *
 * - All cells agree with one another: with them, whatever the figure says.
 * - They disagree: the words do not decide between them, or one of the tables is wrong (which the tables themselves
 *   show). Then the cells that the figure agrees with are taken, and failing that the ones that most others bear out.
 * - None of this: "ambiguous", no comparison is made.
 */
export function chooseCells(figure: Observation, cells: readonly Observation[]): readonly Observation[] | 'ambiguous' {
  const groups = groupAlike(cells);
  if (groups.length <= 1) return cells;
  const agreeing = cells.filter((cell) => alike(cell, figure));
  if (agreeing.length > 0) return agreeing;
  const [largest, second] = groups.toSorted((a, b) => b.length - a.length);
  if (largest && largest.length > (second?.length ?? 0) && largest.length * 2 > cells.length) return largest;
  return 'ambiguous';
}

/** Cells by value, in the order in which each value is first met. Few cells measure one subject. */
function groupAlike(cells: readonly Observation[]): readonly (readonly Observation[])[] {
  const groups: Observation[][] = [];
  for (const cell of cells) {
    const group = groups.find(([first]) => first !== undefined && alike(first, cell));
    if (group) group.push(cell);
    else groups.push([cell]);
  }
  return groups;
}

/** Whether two printed numbers may stand for the same value. */
export function alike(a: Observation, b: Observation): boolean {
  const left = quantityOf(a);
  const right = quantityOf(b);
  if (left.scale.dimension !== right.scale.dimension) return false;
  return mayBeEqual(totalOf([{ quantity: left, sign: 1 }]), totalOf([{ quantity: right, sign: 1 }]));
}
