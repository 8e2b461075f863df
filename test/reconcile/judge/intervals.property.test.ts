import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge } from '../../../extractors/reconcile/judge/index.ts';
import { number, relate } from '../relations.ts';

/** An exact amount in units of 10⁻⁶ 万元, and how many decimals it is printed with. */
const exact = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
const decimals = fc.integer({ min: 0, max: 4 });

const amount = (micro: bigint): Big => new Big(micro.toString()).div(1_000_000);
const print = (value: Big, places: number): string => value.toFixed(places, Big.roundHalfUp);

describe('what is only rounded is never broken', () => {
  test('sums, each number rounded to decimals of its own', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(exact, decimals), { minLength: 1, maxLength: 12 }), decimals, (parts, places) => {
        const whole = parts.reduce((sum, [micro]) => sum.plus(amount(micro)), new Big(0));
        const relation = relate('sum', [
          ...parts.map(([micro, own], i) => ['part', number(print(amount(micro), own), '万元', `p${i}`)] as const),
          ['whole', number(print(whole, places))],
        ]);
        expect(judge(relation).outcome).not.toBe('broken');
      }),
    );
  });

  test('percentages of rounded numbers', () => {
    const positive = fc.bigInt({ min: 20_000n, max: 10n ** 11n });
    fc.assert(
      fc.property(positive, positive, decimals, (part, whole, places) => {
        const percent = print(amount(part).times(100).div(amount(whole)), places);
        const relation = relate('share', [
          ['part', number(print(amount(part), 2), '万元', 'part')],
          ['whole', number(print(amount(whole), 2), '万元', 'whole')],
          ['percent', number(percent, '%', 'percent')],
        ]);
        expect(judge(relation).outcome).not.toBe('broken');
      }),
    );
  });

  test('the same amount in 元 and in 万元', () => {
    fc.assert(
      fc.property(exact, decimals, decimals, (micro, a, b) => {
        const value = amount(micro);
        const relation = relate('equal', [
          ['left', number(print(value.times(10_000), a), '元', 'in 元')],
          ['right', number(print(value, b), '万元', 'in 万元')],
        ]);
        expect(judge(relation).outcome).not.toBe('broken');
      }),
    );
  });
});

describe('what cannot be rounding is broken', () => {
  test('one number off by more than all the half units together', () => {
    fc.assert(
      fc.property(
        fc.array(exact, { minLength: 1, maxLength: 12 }),
        fc.bigInt({ min: 1n, max: 1000n }),
        (parts, excess) => {
          const hundredths = parts.map((micro) => micro / 10_000n);
          const whole = hundredths.reduce((sum, part) => sum + part, 0n) + BigInt(parts.length) + 1n + excess;
          const write = (value: bigint): string => print(new Big(value.toString()).div(100), 2);
          const relation = relate('sum', [
            ...hundredths.map((part, i) => ['part', number(write(part), '万元', `p${i}`)] as const),
            ['whole', number(write(whole))],
          ]);
          expect(judge(relation).outcome).toBe('broken');
        },
      ),
    );
  });
});
