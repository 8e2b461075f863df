import type { TableReading } from '../../extractors/tables/index.ts';
import { readTables } from '../../extractors/tables/index.ts';
import type { Block, Document, GridCell, Identity, ParagraphBlock, TableBlock } from '../../schemas/index.ts';

/** A cell in a drawn grid: a text, a text with its span, or `null` for a position that a span covers. */
export type Drawn =
  | string
  | { readonly text: string; readonly rs?: number; readonly cs?: number; readonly indent?: number }
  | null;

export function span(text: string, cs: number, rs = 1): Drawn {
  return { text, cs, rs };
}

export function down(text: string, rs: number): Drawn {
  return { text, rs };
}

/** A table block of rows drawn one below the other; positions left out at the end of a row are blank. */
export function table(rows: readonly (readonly Drawn[])[], more: Partial<TableBlock> = {}): TableBlock {
  const columns = Math.max(...rows.map((row) => row.length));
  const cells: GridCell[] = [];
  for (const [r, row] of rows.entries()) {
    for (let c = 0; c < columns; c++) {
      const drawn = c < row.length ? row[c] : '';
      if (drawn === null || drawn === undefined) continue;
      const { text, rs = 1, cs = 1, indent } = typeof drawn === 'string' ? { text: drawn } : drawn;
      cells.push({ r, c, rs, cs, text, place: null, ...(indent === undefined ? {} : { indent }) });
    }
  }
  return {
    kind: 'table',
    index: 0,
    page: 1,
    pages: [1],
    rows: rows.length,
    columns,
    cells,
    pageBreaks: [],
    place: { page: 1, bbox: [0, 0, 500, 700] },
    ...more,
  };
}

/** Rows written as lines, cells separated by "|". */
export function lines(...rows: readonly string[]): TableBlock {
  return table(rows.map((row) => row.split('|').map((text) => text.trim())));
}

export function paragraph(text: string): ParagraphBlock {
  return { kind: 'paragraph', index: 0, page: 1, text, spans: [] };
}

export function documentOf(blocks: readonly Block[]): Document {
  return {
    mediaType: 'application/pdf',
    pages: 1,
    pageSizes: [],
    blocks: blocks.map((block, index) => ({ ...block, index })),
    asides: [],
    metadata: {},
    links: [],
    reasons: [],
  };
}

/** Reads a document of these blocks; texts stand for paragraphs. */
export function reading(kind: Identity['kind'], ...blocks: readonly (Block | string)[]): TableReading {
  const document = documentOf(blocks.map((block) => (typeof block === 'string' ? paragraph(block) : block)));
  const identity: Identity = {
    sha256: '0'.repeat(64),
    mediaType: document.mediaType,
    source: 'test',
    title: '',
    issuer: '',
    kind,
    fiscalYear: 2024,
    publishedOn: null,
    pages: 1,
  };
  return readTables(document, { identity, sections: { list: [], of: () => '', pathOf: () => [] } });
}

/** Facts as "row code column value unit" lines, blanks left out. */
export function factLines({ facts }: TableReading): readonly string[] {
  return facts.map(({ row, code, column, value, unit }) =>
    [row, code, column, value, unit].filter((part) => part !== '').join(' '),
  );
}
