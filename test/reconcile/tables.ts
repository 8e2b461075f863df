import { readPrintedNumber } from '../../extractors/numbers/printed-number.ts';
import type {
  ExtractedFact,
  ExtractedTable,
  Extraction,
  TableCell,
  TableColumn,
  TableRow,
} from '../../schemas/index.ts';

/** Disclosures with hand-made tables, for tests of proposers. */

export interface RowGiven extends Partial<Pick<TableRow, 'code' | 'line' | 'level' | 'role' | 'entity' | 'lane'>> {
  readonly label: string;
  /** Printed texts of the value columns of the row's lane, from left to right. */
  readonly values: readonly string[];
}

export interface TableGiven extends Partial<Pick<ExtractedTable, 'title' | 'kind' | 'unit' | 'note' | 'unread'>> {
  /** Header paths of the value columns; "收入>决算数" is two headers; a number after # is the printed 栏次. */
  readonly columns: readonly string[];
  /** Lane of each column; all in lane 0 when left out. */
  readonly lanes?: readonly number[];
  readonly rows: readonly RowGiven[];
}

export function extractionOf(tables: readonly TableGiven[], rest: Partial<Extraction> = {}): Extraction {
  const made = tables.map((table, index) => tableOf(`t${index + 1}`, table));
  return {
    document: {
      sha256: '0'.repeat(64),
      mediaType: 'application/pdf',
      source: 'test.pdf',
      title: '',
      issuer: '某市某局',
      kind: 'final_accounts',
      fiscalYear: 2023,
      publishedOn: null,
      pages: 1,
    },
    status: { state: 'complete', reasons: [] },
    region: '',
    sections: [],
    tables: made.map(({ table }) => table),
    facts: made.flatMap(({ facts }) => facts),
    figures: [],
    links: [],
    remarks: [],
    ...rest,
  };
}

const PLACE = { page: 1, bbox: [0, 0, 1, 1] as [number, number, number, number] };

/** Column 0 holds labels; value columns follow. Each lane prints its rows from the top of the table. */
function tableOf(
  id: string,
  given: TableGiven,
): { readonly table: ExtractedTable; readonly facts: readonly ExtractedFact[] } {
  const unit = given.unit ?? '万元';
  const columns: TableColumn[] = given.columns.map((text, index) => {
    const [path = '', number = ''] = text.split('#');
    return { c: index + 1, path: path.split('>'), role: 'value', lane: given.lanes?.[index] ?? 0, number, unit };
  });
  const cells: TableCell[] = [];
  const facts: ExtractedFact[] = [];
  const rows: TableRow[] = [];
  const printed = new Map<number, number>();
  for (const row of given.rows) {
    const lane = row.lane ?? 0;
    const r = (printed.get(lane) ?? 0) + 1;
    printed.set(lane, r);
    const { label, code = '', line = '', level = 0, role = 'item', entity = '' } = row;
    rows.push({ r, lane, label, code, line, level, role, entity });
    const own = columns.filter((column) => column.lane === lane);
    for (const [index, text] of row.values.entries()) {
      const column = own[index];
      if (!column) continue;
      const value = readPrintedNumber(text)?.value ?? null;
      cells.push({ r, c: column.c, rs: 1, cs: 1, text, value });
      if (value === null) continue;
      facts.push({
        table: id,
        row: label,
        code,
        column: column.path.join('/'),
        value,
        unit,
        place: PLACE,
        r,
        c: column.c,
        lane,
      });
    }
  }
  const table: ExtractedTable = {
    id,
    title: given.title ?? id,
    kind: given.kind ?? null,
    unit,
    pages: [1],
    headerRows: 1,
    place: PLACE,
    note: given.note ?? '',
    cells,
    block: 0,
    financial: true,
    confidence: 1,
    columns,
    rows,
    unread: given.unread ?? [],
    section: '',
  };
  return { table, facts };
}
