import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeRows, makeAccount } from '../../scripts/samples/account.ts';
import { percent, sum, wan, wanGrouped } from '../../scripts/samples/amounts.ts';
import { raiseDigit, shiftPoint, swapDigits } from '../../scripts/samples/misprints.ts';
import { SAMPLE_PLANS } from '../../scripts/samples/planted.ts';
import { seededRandom } from '../../scripts/samples/random.ts';
import { totalsOf } from '../../scripts/samples/totals.ts';
import { writeSample } from '../../scripts/samples/write.ts';

const SEED = 20_250;
const committed = (name: string): Uint8Array => readFileSync(new URL(`../../data/samples/${name}`, import.meta.url));

describe('invented accounts agree with themselves', () => {
  const accounts = fc.tuple(
    fc.integer({ min: 0, max: 2 ** 31 }),
    fc.constantFrom('archives', 'water', 'science', 'disabled'),
  );

  test('expenditure is basic plus project; income and expenditure balance', () => {
    fc.assert(
      fc.property(accounts, ([seed, field]) => {
        const account = makeAccount(seededRandom(seed), field as 'archives');
        const totals = totalsOf(account);
        expect(totals.basic + totals.project).toBe(totals.expenditure);
        expect(totals.income + account.carriedIn).toBe(totals.expenditure + account.carriedOut);
        expect(totals.personnel + totals.operating).toBe(totals.basic);
        expect(sum(account.items.map(totals.fiscalIncomeOf))).toBe(totals.fiscalIncome);
        expect(Math.min(...account.items.map((item) => item.basic))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('类 is the sum of its 款, 款 of its 项', () => {
    const account = makeAccount(seededRandom(3), 'water');
    const rows = new Map(
      codeRows(account.items, (item) => [item.basic + item.project]).map((row) => [row.code, row.amounts[0] ?? 0]),
    );
    for (const [code, amount] of rows) {
      const children = [...rows].filter(([child]) => child.length === code.length + 2 && child.startsWith(code));
      if (children.length > 0) expect(sum(children.map(([, value]) => value))).toBe(amount);
    }
  });
});

describe('printing amounts', () => {
  test('two decimals, thousands grouped', () => {
    expect([wan(5), wan(123_456), wan(-70), wanGrouped(123_456_789)]).toEqual([
      '0.05',
      '1234.56',
      '-0.70',
      '1,234,567.89',
    ]);
  });

  test('percentages are rounded half up to two decimals', () => {
    expect([percent(1, 3), percent(2, 3), percent(1, 8_000), percent(5, 5)]).toEqual([
      '33.33',
      '66.67',
      '0.01',
      '100.00',
    ]);
  });
});

describe('misprints', () => {
  test('raise one digit, swap two, shift the point', () => {
    expect(raiseDigit(1, 4)('1,208.39')).toBe('1,208.33');
    expect(swapDigits('12.34')).toBe('21.34');
    expect(shiftPoint('1234.56')).toBe('123.45');
  });
});

describe('data/samples', () => {
  test('at least eight samples, each planted slot differs from what is right', () => {
    const planted = JSON.parse(new TextDecoder().decode(committed('planted.json')));
    expect(planted.length).toBeGreaterThanOrEqual(8);
    for (const { misprints } of planted)
      for (const { printed, correct } of misprints) expect(printed).not.toBe(correct);
  });

  test.each(SAMPLE_PLANS.map((plan) => [plan.name, plan] as const))('%s is what the makers write', async (_, plan) => {
    const { spoilt, clean } = await writeSample(plan, SEED);
    expect(Buffer.from(spoilt).equals(committed(`${plan.name}.${plan.medium}`))).toBe(true);
    if (plan.since === undefined)
      expect(Buffer.from(clean).equals(committed(`${plan.name}-clean.${plan.medium}`))).toBe(true);
  });
});
