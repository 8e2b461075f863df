import type { Account, EconomicItem, FunctionItem, ThreePublic } from './account.ts';
import { sum } from './amounts.ts';
import type { Random } from './random.ts';
import { totalsOf } from './totals.ts';

/** What the three public expenses are made of: it falls from year to year, all else grows. */
const FALLING: ReadonlySet<string> = new Set(['30217', '30231']);

/** The account of the year after: what was carried over and what it is compared with are those of the year before. */
export function followingYear(before: Account, random: Random): Account {
  const economic = before.economic.map((item) => ({ ...item, amount: nextAmount(item, random) }));
  const threePublicFinal = nextThreePublic(before, economic);
  return {
    ...before,
    economic,
    items: nextItems(before, sum(economic.map(({ amount }) => amount)), random),
    carriedIn: before.carriedOut,
    carriedOut: random.between(300, 4_000),
    priorTotal: totalsOf(before).grand,
    threePublicBudget: {
      ...threePublicFinal,
      carRunning: threePublicFinal.carRunning + random.between(20, 180),
      reception: threePublicFinal.reception + random.between(20, 120),
    },
    threePublicFinal,
    threePublicPrior: totalOf(before.threePublicFinal),
  };
}

function nextAmount({ code, amount }: EconomicItem, random: Random): number {
  const percent = FALLING.has(code) ? random.between(78, 94) : random.between(106, 109);
  return Math.floor((amount * percent) / 100);
}

function nextItems({ items }: Account, basicTotal: number, random: Random): FunctionItem[] {
  // The item with the most basic expenditure takes up what the staff costs more.
  const running = items.toSorted((a, b) => b.basic - a.basic)[0];
  const others = sum(items.filter((item) => item !== running).map(({ basic }) => basic));
  return items.map((item) => {
    const basic = item === running ? basicTotal - others : item.basic;
    const project = item.project === 0 ? 0 : Math.floor((item.project * random.between(103, 112)) / 100);
    return { ...item, basic, project, budget: basic + project - item.otherFunds + random.between(-900, 900) };
  });
}

function nextThreePublic(before: Account, economic: readonly EconomicItem[]): ThreePublic {
  const fall = (code: string) => {
    const amountIn = (items: readonly EconomicItem[]) => items.find((item) => item.code === code)?.amount ?? 0;
    return amountIn(before.economic) - amountIn(economic);
  };
  const { carRunning, reception, ...none } = before.threePublicFinal;
  return { ...none, carRunning: carRunning - fall('30231'), reception: reception - fall('30217') };
}

function totalOf({ overseas, carPurchase, carRunning, reception }: ThreePublic): number {
  return overseas + carPurchase + carRunning + reception;
}
