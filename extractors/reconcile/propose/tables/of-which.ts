import type { Relation, TableRow } from '../../../../schemas/index.ts';
import type { Proposer } from '../proposer.ts';
import { relation } from '../relations.ts';
import { isAmount } from './code-hierarchy.ts';
import { cellOperand } from './sums.ts';
import type { TableView } from './table-view.ts';
import { financialTables } from './table-view.ts';

/** A row that says 其中 is part of the row above it, and never more than that. Negative amounts are no parts. */
export const ofWhich: Proposer = {
  name: 'of-which',
  propose: ({ extraction }) => financialTables(extraction).flatMap(partsOfTable),
};

function partsOfTable(view: TableView): readonly Relation[] {
  const relations: Relation[] = [];
  const hosts = new Map<string, TableRow>();
  for (const row of view.rows) {
    const block = `${row.lane} ${row.entity}`;
    const host = hosts.get(block);
    if (row.role !== 'of-which') hosts.set(block, row);
    else if (host) relations.push(...atMostHost(view, row, host));
  }
  return relations;
}

function atMostHost(view: TableView, row: TableRow, host: TableRow): readonly Relation[] {
  return view.columnsOf(row.lane).flatMap((column) => {
    const part = cellOperand('left', view.value(row, column));
    const whole = cellOperand('right', view.value(host, column));
    if (!part || !whole || !isAmount(view, column)) return [];
    const values = [part, whole].map(({ observation }) => observation?.value ?? '');
    if (values.some((value) => value.startsWith('-')) || values.every((value) => !/[1-9]/.test(value))) return [];
    return [
      relation('bound', [part, whole], {
        rule: 'of-which',
        type: 'sum',
        family: `of-which ${view.table.id}`,
        why: { zh: `“${row.label}”是“${host.label}”的一部分`, en: `“${row.label}” is part of “${host.label}”` },
      }),
    ];
  });
}
