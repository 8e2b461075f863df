import { readLabel } from '../../extractors/reconcile/subjects/read-label.ts';
import { type Break, changesAlong, disagreements, successions } from './breaks.ts';
import { isNamed, type Line, lineOf } from './line.ts';
import { plainName } from './plain-name.ts';
import type { Statement } from './statements.ts';

/** One quantity of a unit over the years, and where it may not be read on without thought. */
export interface Series extends Line {
  readonly breaks: readonly Break[];
}

/**
 * The series that `row` names: a code, a name as printed or a part of it, or words that are understood ("三公" where the form
 * of these expenses calls the cell 合计). Those with most years come first.
 */
export function seriesOf(statements: readonly Statement[], row: string): Series[] {
  const { says, rest } = readLabel(row);
  const item = rest === '' ? says.item : undefined;
  return allSeries(statements, (statement) => isNamed(statement, row) || statement.subject.item === item)
    .map((one) => (one.code === '' && closeness(one, row) === Infinity ? { ...one, name: row } : one))
    .toSorted((a, b) => b.points.length - a.points.length || closeness(a, row) - closeness(b, row) || compare(a, b));
}

/** The series of exactly one quantity. */
export function seriesOfQuantity(statements: readonly Statement[], quantity: string): Series[] {
  return allSeries(statements, (statement) => statement.quantity === quantity);
}

/** The series of which some statement is meant; what goes on where one ends may be any of the others. */
function allSeries(statements: readonly Statement[], isMeant: (statement: Statement) => boolean): Series[] {
  const all = [...Map.groupBy(statements, ({ quantity }) => quantity)].map(([quantity, stated]) => {
    return { line: lineOf(quantity, stated, isMeant), stated };
  });
  const lines = all.map(({ line }) => line);
  return all
    .filter(({ line, stated }) => line.points.length > 0 && stated.some(isMeant))
    .map(({ line, stated }) => ({
      ...line,
      breaks: [...changesAlong(line), ...disagreements(stated), ...successions(line, lines)].toSorted(
        (a, b) => a.year - b.year,
      ),
    }));
}

/** How much longer than `row` the name of a series is that contains it. */
function closeness({ name }: Line, row: string): number {
  const [long, short] = [plainName(name), plainName(row)];
  return long.includes(short) ? long.length - short.length : Infinity;
}

function compare(a: Line, b: Line): number {
  return a.quantity < b.quantity ? -1 : 1;
}
