import type { ExtractedTable, Observation, Relation, TableCell } from '../../../../schemas/index.ts';
import { titleOf } from '../../observations.ts';
import type { Proposer } from '../proposer.ts';
import { sum } from '../relations.ts';

/**
 * Self-evaluation forms print weights in the names of groups of indicators: 绩效指标（60分） beside 产出指标（36分）,
 * 效益指标（16分）, 满意度指标（8分）. The weights of the groups that stand beside it add up to that of the whole.
 */
export const indicatorWeights: Proposer = {
  name: 'indicator-weights',
  propose: ({ extraction }) => extraction.tables.filter((table) => !table.financial).flatMap(weightsOfTable),
};

const WHOLE = /^绩效指标\((?<weight>\d{1,3}(?:\.\d{1,2})?)分\)$/;
const GROUP = /^(?:产出|效益|满意度|成本|服务对象满意度|社会公众满意度)指标\((?<weight>\d{1,3}(?:\.\d{1,2})?)分\)$/;

function weightsOfTable(table: ExtractedTable): readonly Relation[] {
  return table.cells.flatMap((cell) => {
    const whole = weightIn(cell, WHOLE, table);
    if (whole === null || cell.rs < 2) return [];
    const beside = table.cells.filter(({ r, c }) => c > cell.c && r >= cell.r && r < cell.r + cell.rs);
    const groups = beside.flatMap((other) => weightIn(other, GROUP, table) ?? []);
    if (groups.length < 2) return [];
    return [
      sum(groups, whole, {
        rule: 'indicator-weights',
        type: 'sum',
        why: {
          zh: '绩效指标的分值应等于各类指标分值之和',
          en: 'the weight of all indicators is the sum of the groups',
        },
      }),
    ];
  });
}

function weightIn(cell: TableCell, pattern: RegExp, table: ExtractedTable): Observation | null {
  if (!cell.text.includes('指标')) return null;
  const text = cell.text.normalize('NFKC').replace(/\s/g, '');
  const value = pattern.exec(text)?.groups?.weight;
  if (value === undefined) return null;
  const label = [titleOf(table), text.slice(0, text.indexOf('('))].filter((part) => part !== '').join('·');
  return { ref: `cell:${table.id}:${cell.r}:${cell.c}`, value, unit: '分', label, place: table.place };
}
