import type { ExtractedFact, ExtractedTable, Identity } from '../../../schemas/index.ts';
import { phasesOf, yearOf } from './periods.ts';
import type { RowIndex } from './row-index.ts';
import type { Subject } from './subject.ts';
import { isStandalone } from './subject.ts';
import type { ColumnReading, RowReading, TableReading } from './table-reading.ts';
import { readTable } from './table-reading.ts';
import type { Says } from './vocabulary.ts';

/** A cell with everything it may be said to measure: one 合计 may be both 本年合计 and 总计 where nothing is carried over. */
export interface CellSubjects {
  readonly fact: ExtractedFact;
  readonly subjects: readonly Subject[];
}

/** What each numeric cell of a table measures; cells whose head or row is not understood are left out. */
export function cellSubjects(
  table: ExtractedTable,
  facts: readonly ExtractedFact[],
  context: { readonly identity: Identity; readonly index: RowIndex },
): readonly CellSubjects[] {
  if (!table.financial) return [];
  const reading = readTable(table, context.index);
  return facts.flatMap((fact) => {
    const subjects = subjectsOfCell(fact, reading, context.identity);
    return subjects.length === 0 ? [] : [{ fact, subjects }];
  });
}

function subjectsOfCell(fact: ExtractedFact, table: TableReading, identity: Identity): readonly Subject[] {
  const column = table.columns.get(fact.c);
  const row = table.rows.get(`${fact.lane}:${fact.r}`);
  if (!column || !row || !column.understood) return [];
  const says = combine(table, row, column);
  if (says === null) return [];
  const items = itemsOf(row, says, column.says, table);
  if (items.some(isStandalone) && !(table.standalone && isOfAllFunds(says))) return [];
  return items.flatMap((item) =>
    phasesOf(says.phase, identity.kind).map((phase) => ({
      fund: says.fund ?? 'all',
      flow: says.flow === 'both' ? '' : (says.flow ?? ''),
      item,
      nature: says.nature ?? '',
      phase,
      year: yearOf(column.years, says.year, identity),
    })),
  );
}

/** 三公 of one fund other than the general budget is a part of what is spoken of as 三公. */
function isOfAllFunds({ fund }: Says): boolean {
  return fund === undefined || fund === 'all' || fund === 'fiscal' || fund === 'general';
}

/** Head, row and title together. null where head and row contradict each other or both count something of their own. */
function combine(
  table: TableReading,
  { says: row, item }: RowReading,
  { says: column, lane }: ColumnReading,
): Says | null {
  const { title } = table;
  if (row.fund && column.fund && row.fund !== column.fund) return null;
  if (column.item && (row.item || item !== '')) return null;
  if (row.nature && column.nature && row.nature !== column.nature) return null;
  const side: Says['flow'] = lane === 0 ? 'income' : 'expenditure';
  const sides = [row.flow, column.flow, title.flow, ...(table.balance ? [side] : [])];
  const flow = sides.find((stated) => stated !== undefined && stated !== 'both');
  return { ...title, ...row, ...column, ...(flow && { flow }) };
}

function itemsOf(row: RowReading, says: Says, column: Says, table: TableReading): readonly string[] {
  const includesCarryOver = column.extent !== 'current' && table.withCarryOver && table.withCurrent;
  if (row.item !== '') return includesCarryOver ? [] : [row.item];
  const item = row.says.item ?? column.item ?? (column.nature === undefined ? table.title.item : undefined);
  if (item !== undefined) return [item];
  if (table.balance) return totalsOfBalance(row.says, says);
  if (includesCarryOver) return ['grand_total'];
  if (says.nature !== undefined || column.extent === 'current') return ['total'];
  return says.phase === 'final' ? ['total'] : ['total', 'grand_total'];
}

/** 总计 is the grand total, 本年收入合计 this year's; a fund or a nature as a row is this year's total of it. */
function totalsOfBalance(row: Says, says: Says): readonly string[] {
  if (row.extent === 'grand') return ['grand_total'];
  if (row.extent === 'current' || row.fund !== undefined || row.nature !== undefined) return ['total'];
  return row.extent === undefined || says.phase === 'final' ? ['total'] : ['total', 'grand_total'];
}
