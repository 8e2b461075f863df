import { plainName } from './plain-name.ts';
import type { Statement } from './statements.ts';

/** What was budgeted for one quantity in each year, and what it came to. */
export interface Line {
  /** Fund, side, item and nature: what is the same in every year. */
  readonly quantity: string;
  readonly name: string;
  readonly code: string;
  /** In order of years. */
  readonly points: readonly Point[];
}

export interface Point {
  readonly year: number;
  readonly budget: Value | null;
  readonly final: Value | null;
}

export interface Value {
  readonly value: string;
  readonly unit: string;
  readonly name: string;
  readonly code: string;
  readonly form: string;
  readonly document: string;
  readonly source: string;
  readonly place: Statement['place'];
}

export const PHASES = ['budget', 'final'] as const;
export type Phase = (typeof PHASES)[number];

/** The line of a quantity from all that is stated of it, named as in what is meant. */
export function lineOf(
  quantity: string,
  stated: readonly Statement[],
  isMeant: (statement: Statement) => boolean,
): Line {
  const years = [...new Set(stated.map(({ year }) => year))].toSorted((a, b) => a - b);
  const value = (year: number, phase: Phase) => asValue(inOrderOfTrust(stated, year, phase)[0]);
  const points = years
    .map((year) => ({ year, budget: value(year, 'budget'), final: value(year, 'final') }))
    .filter(({ budget, final }) => budget !== null || final !== null);
  // The latest name it was asked for by: in a table of its own the row may be called 合计 only.
  const { name, code } = stated.findLast(isMeant) ?? stated.at(-1) ?? { name: '', code: '' };
  return { quantity, name, code, points };
}

/** What is said of one year and stage: what the year's own document says before others, a table before prose. */
export function inOrderOfTrust(stated: readonly Statement[], year: number, phase: Phase): Statement[] {
  const rank = ({ documentYear, form }: Statement) => (documentYear === year ? 0 : 2) + (form === '' ? 1 : 0);
  return stated
    .filter((statement) => statement.year === year && statement.phase === phase)
    .toSorted((a, b) => rank(a) - rank(b) || (a.source < b.source ? -1 : a.source > b.source ? 1 : 0));
}

function asValue(statement: Statement | undefined): Value | null {
  if (statement === undefined) return null;
  const { value, unit, name, code, form, document, source, place } = statement;
  return { value, unit, name, code, form, document, source, place };
}

/** Does it bear this code, or this name or a part of it? */
export function isNamed({ code, name }: Statement, row: string): boolean {
  return /^\d+$/.test(row) ? code === row : plainName(name).includes(plainName(row));
}
