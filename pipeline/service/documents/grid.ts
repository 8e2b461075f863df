import type { ExtractedTable } from '../../../schemas/index.ts';
import type { ServedGridCell, TableGrid } from '../../../schemas/service/index.ts';
import { documentNamed } from '../catalogue.ts';
import { ServiceProblem } from '../problems.ts';
import type { Service } from '../service.ts';
import { tablesOf } from './detail.ts';
import { outcomesOf } from './outcomes.ts';
import type { Reading } from './readings.ts';

/** GET /api/documents/:id/tables/:table/grid */
export function gridAnswer(service: Service, id: string, name: string): TableGrid {
  const document = documentNamed(service, id);
  const reading = service.readings.of(document.artifact);
  const table = reading.extraction?.tables.find((one) => one.id === name);
  const summary = tablesOf(service.store, id).find((one) => one.id === name);
  if (table === undefined || summary === undefined) throw new ServiceProblem('not-found', name);
  const outcomes = outcomesOf(service, document);
  const roleOf = roleReader(table, reading);
  const doubtful = doubtfulCells(table, reading);
  const unread = new Set(table.unread);
  return {
    table: summary,
    rows: Math.max(0, ...table.cells.map(({ r, rs }) => r + rs)),
    columns: columnsOf(table),
    headerRows: table.headerRows,
    pageBreaks: pageBreaksOf(table, reading),
    cells: table.cells.map((cell) => {
      const at = `${cell.r}:${cell.c}`;
      return {
        ...cell,
        place: reading.placeOfCell(table.id, cell.r, cell.c),
        role: roleOf(cell.r, cell.c),
        isDoubtful: doubtful.has(at),
        isUnread: unread.has(at),
        outcome: outcomes.get(`cell:${table.id}:${at}`) ?? null,
      };
    }),
  };
}

function columnsOf(table: ExtractedTable): TableGrid['columns'] {
  const count = Math.max(0, ...table.cells.map(({ c, cs }) => c + cs));
  return Array.from({ length: count }, (_, c) => {
    const column = table.columns.find((one) => one.c === c);
    return { path: [...(column?.path ?? [])], role: column?.role ?? 'none', unit: column?.unit ?? table.unit };
  });
}

function roleReader(table: ExtractedTable, { extraction }: Reading): (r: number, c: number) => ServedGridCell['role'] {
  const facts = new Set(
    (extraction?.facts ?? []).filter((fact) => fact.table === table.id).map(({ r, c }) => `${r}:${c}`),
  );
  const roles = new Map(table.columns.map(({ c, role }) => [c, role]));
  return (r, c) => (facts.has(`${r}:${c}`) ? 'fact' : r < table.headerRows ? 'header' : (roles.get(c) ?? 'none'));
}

function doubtfulCells(table: ExtractedTable, { document, tablesOfBlock }: Reading): ReadonlySet<string> {
  const block = document?.blocks[table.block];
  const firstRow = tablesOfBlock(table.block).find(({ id }) => id === table.id)?.firstRow ?? 0;
  if (block?.kind !== 'table') return new Set();
  return new Set(block.cells.filter(({ doubtful }) => doubtful).map(({ r, c }) => `${r - firstRow}:${c}`));
}

function pageBreaksOf(table: ExtractedTable, { document, tablesOfBlock }: Reading): number[] {
  const block = document?.blocks[table.block];
  const firstRow = tablesOfBlock(table.block).find(({ id }) => id === table.id)?.firstRow ?? 0;
  if (block?.kind !== 'table') return [];
  const rows = Math.max(0, ...table.cells.map(({ r, rs }) => r + rs));
  return block.pageBreaks.map((r) => r - firstRow).filter((r) => r > 0 && r < rows);
}
