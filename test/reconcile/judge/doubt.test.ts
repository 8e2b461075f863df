import { expect, test } from 'vitest';
import { withoutDoubtful } from '../../../extractors/reconcile/judge/doubt.ts';
import { judge } from '../../../extractors/reconcile/judge/index.ts';
import type { Relation } from '../../../schemas/index.ts';
import { relate } from '../relations.ts';

const row = (part: string, other: string, whole: string): Relation =>
  relate(
    'sum',
    [
      ['part', part],
      ['part', other],
      ['whole', whole],
    ],
    { family: 'columns' },
  );

const outcomes = (...relations: readonly Relation[]): readonly string[] =>
  withoutDoubtful(relations.map(judge)).map(({ outcome, reason }) => reason ?? outcome);

test('one row that fails among rows that hold is a misprint', () => {
  expect(outcomes(row('1.00', '2.00', '3.00'), row('1.00', '2.00', '4.00'))).toEqual(['holds', 'broken']);
});

test('a reading that no row bears out is doubted', () => {
  expect(outcomes(row('1.00', '2.00', '4.00'))).toEqual(['ambiguous-subject']);
});

test('rows that fail together refute the reading', () => {
  const failing = [row('1.00', '2.00', '4.00'), row('1.00', '3.00', '5.10'), row('1.00', '4.00', '6.20')];
  expect(outcomes(row('1.00', '2.00', '3.00'), ...failing)).toEqual(['holds', ...Array(3).fill('ambiguous-subject')]);
});

test('one amount left out of every sum refutes the reading however many rows hold', () => {
  const holding = Array.from({ length: 20 }, () => row('1.00', '2.00', '3.00'));
  const failing = [row('1.00', '2.00', '8.00'), row('2.00', '2.00', '9.00'), row('3.00', '2.00', '10.00')];
  expect(outcomes(...holding, ...failing).slice(20)).toEqual(Array(3).fill('ambiguous-subject'));
});

test('the same misprint printed again in other columns counts once', () => {
  const again = Array.from({ length: 3 }, () => row('1.00', '2.00', '4.00'));
  expect(outcomes(row('1.00', '2.00', '3.00'), ...again).slice(1)).toEqual(Array(3).fill('broken'));
});

test('relations without a family stand for themselves', () => {
  const relation = { ...row('1.00', '2.00', '4.00') };
  const { family: _, ...alone } = relation;
  expect(outcomes(alone)).toEqual(['broken']);
});
