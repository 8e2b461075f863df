import type { Checks, Disclosure, Identity, StatusReason, Table, TableCell } from '../../schemas/index.ts';
import type { Store } from './open.ts';
import { reading } from './statements.ts';

/**
 * The public JSON of a stored document, rebuilt from its rows: the same object that `gouji extract` printed for the bytes.
 * Findings explained by rounding are in it only with `all`.
 */
export function disclosureOf(store: Store, document: string, { all }: { readonly all: boolean }): Disclosure {
  const { state, holds, rounding, broken, undetermined, ...identity } = identityRow(store, document);
  return {
    format: 'gouji.disclosure/1',
    document: identity,
    status: { state, reasons: reasonsOf(store, document) },
    sections: rows<Disclosure['sections'][number]>(
      store,
      'SELECT id, level, number, title, place FROM sections WHERE document = ? ORDER BY n',
      document,
    ),
    tables: tables(store, document),
    facts: rows<Disclosure['facts'][number]>(
      store,
      `SELECT table_id AS "table", row_label AS "row", code, column_path AS "column", value, unit, place, block, confidence
       FROM facts WHERE document = ? ORDER BY n`,
      document,
    ),
    figures: rows<Disclosure['figures'][number]>(
      store,
      `SELECT id, raw, value, unit, label, qualifier, period, measure, section, place, confidence
       FROM figures WHERE document = ? ORDER BY n`,
      document,
    ),
    checks: { holds, rounding, broken, undetermined },
    findings: findingsOf(store, document, 'message').filter(({ status }) => all || status !== 'rounding'),
  };
}

/** The findings of a document with their operands, worded in the language of `column`. */
export function findingsOf(store: Store, document: string, column: 'message' | 'message_en'): Disclosure['findings'] {
  const operands = reading<[string, number], Record<string, unknown>>(
    store.db,
    'SELECT value, unit, label, ref, place, source FROM finding_operands WHERE document = ? AND finding = ? ORDER BY n',
  );
  const findings = reading<[string], { n: number } & Omit<Disclosure['findings'][number], 'operands'>>(
    store.db,
    `SELECT n, id, rule, type, status, severity, ${column} AS message, formula, expected, actual, difference, unit
       FROM findings WHERE document = ? ORDER BY n`,
  ).all(document);
  return findings.map(({ n, ...finding }) => ({
    ...finding,
    operands: operands.all(document, n).map((row) => parsed<Disclosure['findings'][number]['operands'][number]>(row)),
  }));
}

type IdentityRow = Identity & Checks & { readonly state: Disclosure['status']['state'] };

function identityRow(store: Store, document: string): IdentityRow {
  const row = reading<[string], IdentityRow>(
    store.db,
    `SELECT artifact AS sha256, media_type AS mediaType, source, title, issuer, kind, fiscal_year AS fiscalYear,
              published_on AS publishedOn, pages, state, holds, rounding, broken, undetermined
       FROM documents WHERE id = ?`,
  ).get(document);
  if (row === undefined) throw new RangeError(`No document ${document}: ids come from the table "documents"`);
  return row;
}

export function reasonsOf(store: Store, document: string): StatusReason[] {
  return rows<StatusReason>(
    store,
    'SELECT code, page, message FROM status_reasons WHERE document = ? ORDER BY n',
    document,
  );
}

function tables(store: Store, document: string): Table[] {
  const cells = reading<[string, string], TableCell>(
    store.db,
    'SELECT r, c, rs, cs, text, value FROM cells WHERE document = ? AND table_id = ? ORDER BY n',
  );
  const sql = `SELECT id, title, kind, unit, pages, header_rows AS headerRows, place, note FROM tables WHERE document = ? ORDER BY n`;
  return rows<Omit<Table, 'cells'>>(store, sql, document).map((table) => ({
    ...table,
    cells: cells.all(document, table.id),
  }));
}

function rows<T>(store: Store, sql: string, document: string): T[] {
  return reading<[string], Record<string, unknown>>(store.db, sql)
    .all(document)
    .map((row) => parsed<T>(row));
}

/** Columns that hold JSON, and those that are absent from the public JSON when they are null. */
const JSON_COLUMNS: readonly string[] = ['place', 'pages'];
const OPTIONAL_COLUMNS: readonly string[] = ['page', 'source', 'block', 'confidence'];

/** A row as the value it was made from. The caller names the type: the rows were made from values of it (rows.ts). */
function parsed<T>(row: Readonly<Record<string, unknown>>): T {
  const entries = Object.entries(row)
    .filter(([key, value]) => value !== null || !OPTIONAL_COLUMNS.includes(key))
    .map(([key, value]) => [key, JSON_COLUMNS.includes(key) && typeof value === 'string' ? JSON.parse(value) : value]);
  return Object.fromEntries(entries) as T;
}
