import Big from 'big.js';
import type { ExtractedTable, Extraction, Observation, Relation, TableCell } from '../../../../schemas/index.ts';
import { quantityOf, readQuantity } from '../../judge/quantity.ts';
import { scaleOf } from '../../judge/units.ts';
import { titleOf } from '../../observations.ts';
import type { Proposer } from '../proposer.ts';
import { equal } from '../relations.ts';
import { isMoney, proseOf } from './prose.ts';

const RULE = 'performance-form-unit';

/** Amounts of a form whose unit stands in a label ("项目预算执行情况（万元）"). */
const AMOUNT_LABEL = /预算数|执行数|资金总额|财政拨款|预算资金/;
const UNIT_IN_LABEL = /[（(](?:单位[:：])?(万元|元)[）)]/;
const PLAIN_NUMBER = /^\d{1,12}(?:\.\d{1,6})?$/;

/**
 * "480000" under （万元）, where the text speaks of 48万元 and the whole unit spent less than that: the number is in 元. Only
 * forms that give no facts are looked at; the units of the others are compared form by form.
 */
export const performanceUnits: Proposer = {
  name: RULE,
  propose: (context) => {
    const { extraction } = context;
    const prose = proseOf(context);
    const figures = extraction.figures.filter(isMoney).flatMap(({ id }) => prose.observe(id) ?? []);
    const greatest = greatestAmount(extraction, figures);
    return extraction.tables
      .filter(({ financial }) => !financial)
      .flatMap((table) =>
        amountsOf(table)
          .filter((amount) => quantityOf(amount).printed.gt(greatest))
          .flatMap((amount) => inOtherUnit(amount, figures)),
      );
  },
};

function inOtherUnit(amount: Observation, figures: readonly Observation[]): readonly Relation[] {
  const inYuan = readQuantity(amount.value, scaleOf('元')).printed;
  const twin = figures.find((figure) => quantityOf(figure).printed.eq(inYuan));
  if (twin === undefined) return [];
  return [
    equal(twin, amount, {
      rule: RULE,
      type: 'unit',
      why: {
        zh: `表中“${amount.label}”按所标单位超过全部收支，与正文所述金额相差一万倍`,
        en: `In the unit that is printed "${amount.label}" exceeds all there is; the text gives a ten-thousandth`,
      },
    }),
  ];
}

function greatestAmount({ facts }: Extraction, figures: readonly Observation[]): Big {
  let greatest = new Big(0);
  for (const { value, unit } of facts) greatest = larger(greatest, readQuantity(value, scaleOf(unit)).printed);
  for (const figure of figures) greatest = larger(greatest, quantityOf(figure).printed);
  return greatest;
}

function larger(a: Big, b: Big): Big {
  return b.gt(a) ? b : a;
}

/** Numbers with an amount's label to their left, in rows that a label with a unit stands beside. */
function amountsOf(table: ExtractedTable): readonly Observation[] {
  const units = table.cells.flatMap((cell) => {
    const unit = UNIT_IN_LABEL.exec(cell.text)?.[1];
    return unit === undefined ? [] : [{ unit, from: cell.r, to: cell.r + cell.rs }];
  });
  if (units.length === 0) return [];
  const byRow = Map.groupBy(table.cells, ({ r }) => r);
  return table.cells.flatMap((cell): Observation[] => {
    const unit = units.find(({ from, to }) => cell.r >= from && cell.r < to)?.unit;
    const label = byRow.get(cell.r)?.findLast((left) => left.c < cell.c && left.text !== '')?.text ?? '';
    if (unit === undefined || !PLAIN_NUMBER.test(cell.text) || !AMOUNT_LABEL.test(label)) return [];
    return [observe(table, cell, { unit, label })];
  });
}

function observe(
  table: ExtractedTable,
  cell: TableCell,
  { unit, label }: { unit: string; label: string },
): Observation {
  const name = [titleOf(table), label.replace(/[:：]$/, '')].filter((part) => part !== '').join('·');
  return { ref: `cell:${table.id}:${cell.r}:${cell.c}`, value: cell.text, unit, label: name, place: table.place };
}
