import Big from 'big.js';
import { scaleOf } from '../../../extractors/reconcile/judge/units.ts';
import type { Break } from '../../series/breaks.ts';
import type { Value } from '../../series/line.ts';
import type { Series } from '../../series/series.ts';
import type { Messages } from '../messages/index.ts';
import { printable, tone } from '../terminal.ts';
import { tableLines } from './table.ts';

/** Columns of the longest bar. */
const LONGEST = 24;

/** Every series as a table with a bar for each year, then what to mind when reading it. */
export function seriesLines(unit: string, series: readonly Series[], messages: Messages): string[] {
  const { columns } = messages.series;
  return [
    tone('strong', printable(unit)),
    ...series.flatMap((one) => {
      const code = one.code === '' ? '' : `${one.code} `;
      const largest = maximum(one.points.flatMap(({ budget, final }) => [budget, final]));
      const rows = one.points.map(({ year, budget, final }) => [
        String(year),
        amount(budget),
        amount(final),
        bar(final ?? budget, largest),
      ]);
      return [
        '',
        tone('strong', `${printable(code + one.name)}  ${tone('dim', scope(one.quantity, messages))}`),
        ...tableLines(
          [
            { title: columns.year, align: 'end' },
            { title: columns.budget, align: 'end' },
            { title: columns.final, align: 'end' },
            { title: '', align: 'start' },
          ],
          rows,
        ),
        ...one.breaks.map((found) => tone('warning', `▲ ${printable(wording(found, messages))}`)),
      ];
    }),
  ];
}

/** Whose money and which side, in the reader's words. */
function scope(quantity: string, { series }: Messages): string {
  const [fund = '', flow = '', , nature = ''] = quantity.split('|');
  const words: Readonly<Record<string, string>> = series.scopes;
  return [fund, flow, nature].flatMap((part) => (part === '' ? [] : [words[part] ?? part])).join(' · ');
}

function wording({ kind, year, from, to }: Break, messages: Messages): string {
  const describe = kind === 'scope' ? (quantity: string) => scope(quantity, messages) : (text: string) => text;
  return messages.series.breaks[kind](year, describe(from), describe(to));
}

function amount(value: Value | null): string {
  return value === null ? '' : printable(`${value.value} ${value.unit}`);
}

function bar(value: Value | null, largest: Big): string {
  if (value === null || largest.lte(0)) return '';
  const length = exact(value).times(LONGEST).div(largest).round(0, Big.roundHalfUp).toNumber();
  return '█'.repeat(Math.max(0, length));
}

function maximum(values: readonly (Value | null)[]): Big {
  return values.reduce((most, value) => (value !== null && exact(value).gt(most) ? exact(value) : most), new Big(0));
}

function exact({ value, unit }: Value): Big {
  return new Big(value).times(new Big(10).pow(scaleOf(unit).exponent));
}
