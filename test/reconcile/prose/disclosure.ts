import type {
  ExtractedFact,
  ExtractedFigure,
  ExtractedTable,
  Extraction,
  Link,
  Section,
  TableColumn,
  TableRow,
  Words,
} from '../../../schemas/index.ts';

/** Small disclosures for tests, written as tables and sentences are read: heads, rows, figures. */

const place = { block: 0, start: 0, end: 1 };

interface RowSpec {
  readonly label: string;
  readonly code?: string;
  readonly role?: TableRow['role'];
  readonly entity?: string;
  /** One text per value column, "" for a blank cell. */
  readonly values: readonly string[];
}

interface TableSpec {
  readonly title: string;
  readonly kind?: string;
  readonly unit?: string;
  /** Header path of each value column: "本年支出/基本支出". */
  readonly heads: readonly string[];
  readonly rows: readonly RowSpec[];
}

export interface MadeTable {
  readonly table: ExtractedTable;
  readonly facts: readonly ExtractedFact[];
}

/** A table of one lane. */
export function table(id: string, spec: TableSpec): MadeTable {
  const unit = spec.unit ?? '万元';
  const columns = spec.heads.map(
    (head, i): TableColumn => ({ c: i + 2, path: head.split('/'), role: 'value', lane: 0, number: '', unit }),
  );
  const rows = spec.rows.map(
    (row, i): TableRow => ({
      r: i + 1,
      lane: 0,
      label: row.label,
      code: row.code ?? '',
      line: '',
      level: Math.max(0, ((row.code ?? '').length - 3) / 2),
      role: row.role ?? (/合计|总计/.test(row.label) ? 'total' : 'item'),
      entity: row.entity ?? '',
    }),
  );
  const facts = spec.rows.flatMap((row, i) =>
    row.values.flatMap((value, j): ExtractedFact[] =>
      value === ''
        ? []
        : [
            {
              table: id,
              row: row.label,
              code: row.code ?? '',
              column: spec.heads[j] ?? '',
              value,
              unit,
              place,
              r: i + 1,
              c: j + 2,
              lane: 0,
            },
          ],
    ),
  );
  const made: ExtractedTable = {
    id,
    title: spec.title,
    kind: spec.kind ?? null,
    unit,
    pages: [],
    headerRows: 1,
    place,
    note: '',
    cells: [],
    block: 0,
    financial: true,
    confidence: 1,
    columns,
    rows,
    unread: [],
    section: '',
  };
  return { table: made, facts };
}

type FigureSpec = Partial<Omit<ExtractedFigure, 'id' | 'raw' | 'value' | 'unit'>>;

/** A figure as printed: figure('f1', '2855.85万元', { label: '财政拨款收入' }). */
export function figure(id: string, raw: string, spec: FigureSpec = {}): ExtractedFigure {
  const [, value = '', unit = ''] = /^(-?[\d.]+)(.*)$/.exec(raw) ?? [];
  const number = Number(id.slice(1));
  return {
    id,
    raw,
    value,
    unit,
    label: '',
    qualifier: '',
    period: '2023',
    measure: unit === '%' ? 'share_percent' : 'amount',
    section: '',
    place,
    block: 1,
    start: number * 20,
    end: number * 20 + raw.length,
    sentence: 1,
    ...spec,
  };
}

export function words(text = '', start = 0): Words {
  return { text, block: 1, start, end: start + text.length, place };
}

export function section(id: string, title: string, level = 1): Section {
  return { id, level, number: '', title, place };
}

interface DisclosureSpec {
  readonly kind?: Extraction['document']['kind'];
  readonly year?: number;
  readonly sections?: readonly Section[];
  readonly tables?: readonly MadeTable[];
  readonly figures?: readonly ExtractedFigure[];
  readonly links?: readonly Link[];
}

export function disclosure(spec: DisclosureSpec): Extraction {
  return {
    document: {
      sha256: '0'.repeat(64),
      mediaType: 'text/plain',
      source: 'made.txt',
      title: '',
      issuer: '河阳市档案馆',
      kind: spec.kind ?? 'final_accounts',
      fiscalYear: spec.year ?? 2023,
      publishedOn: null,
      pages: null,
    },
    status: { state: 'complete', reasons: [] },
    region: '',
    sections: spec.sections ?? [],
    tables: (spec.tables ?? []).map((made) => made.table),
    facts: (spec.tables ?? []).flatMap((made) => made.facts),
    figures: spec.figures ?? [],
    links: spec.links ?? [],
    remarks: [],
  };
}
