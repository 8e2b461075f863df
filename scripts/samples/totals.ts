import { type Account, type FunctionItem, fiscalOf } from './account.ts';
import { sum } from './amounts.ts';

export interface AccountTotals {
  readonly income: number;
  readonly expenditure: number;
  readonly grand: number;
  readonly basic: number;
  readonly project: number;
  /** Expenditure from the general public budget. */
  readonly fiscal: number;
  readonly fiscalIncome: number;
  readonly fiscalGrand: number;
  /** Fiscal income of one item: its expenditure, with the change of the carry-over booked on the first project item. */
  readonly fiscalIncomeOf: (item: FunctionItem) => number;
  readonly personnel: number;
  readonly operating: number;
}

export function totalsOf(account: Account): AccountTotals {
  const basic = sum(account.items.map((item) => item.basic));
  const project = sum(account.items.map((item) => item.project));
  const fiscal = sum(account.items.map(fiscalOf));
  const fiscalIncome = fiscal + account.carriedOut - account.carriedIn;
  const carrier = account.items.find((item) => item.project > 0);
  const personnel = sum(account.economic.filter((item) => !item.code.startsWith('302')).map((item) => item.amount));
  return {
    income: fiscalIncome + account.otherIncome,
    expenditure: basic + project,
    grand: basic + project + account.carriedOut,
    basic,
    project,
    fiscal,
    fiscalIncome,
    fiscalGrand: fiscal + account.carriedOut,
    fiscalIncomeOf: (item) => fiscalOf(item) + (item === carrier ? account.carriedOut - account.carriedIn : 0),
    personnel,
    operating: basic - personnel,
  };
}
