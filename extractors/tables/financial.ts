import { readPrintedNumber } from '../numbers/printed-number.ts';
import type { Columns } from './columns.ts';
import type { Form } from './forms.ts';
import type { Grid } from './grid.ts';
import type { Head } from './header-rows.ts';

const QUESTIONNAIRE = /[一二三]级指标|绩效(?:目标|指标)|指标值|分值|得分|自评分|满意度指标|产出指标|考核/;

/**
 * Whether a table is one of accounts, whose numbers are facts. A known form says so itself. An unknown table is taken for
 * one when it has named columns of amounts: money by its unit, or by decimals throughout; a questionnaire never is.
 */
export function isFinancial(form: Form | null, grid: Grid, head: Head, columns: Columns, unit: string): boolean {
  if (form !== null) return form.financial;
  if (columns.list.every(({ role }) => role !== 'value')) return false;
  if (columns.list.every(({ role }) => role !== 'label' && role !== 'code')) return false;
  if (grid.cells.some(({ text }) => text.length < 40 && QUESTIONNAIRE.test(text.replace(/\s/g, '')))) return false;
  const { amounts, numbers } = countAmounts(grid, head, columns);
  const money =
    unit !== '' || columns.list.some(({ role, unit: own }) => role === 'value' && own !== '' && own !== '%');
  return numbers > 0 && (money || (numbers >= 4 && amounts / numbers >= 0.8));
}

function countAmounts(grid: Grid, head: Head, columns: Columns): { amounts: number; numbers: number } {
  let amounts = 0;
  let numbers = 0;
  for (const { c, role } of columns.list) {
    if (role !== 'value') continue;
    for (let r = head.body; r < grid.rows; r++) {
      const text = grid.own(r, c);
      if (text === '' || readPrintedNumber(text) === null) continue;
      numbers++;
      if (/\.\d{2}$|,\d{3}/.test(text)) amounts++;
    }
  }
  return { amounts, numbers };
}
