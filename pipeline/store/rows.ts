import { statusAfter } from '../../extractors/disclosure.ts';
import type { ReconcileOutput } from '../../extractors/index.ts';
import type { Judgement, Place } from '../../schemas/index.ts';
import { versionOf } from '../version.ts';
import type { Processed } from '../workers/protocol.ts';
import type { SqlValue } from './insert.ts';
import { phaseReader, yuanOf } from './tidy.ts';

const PROGRAM = versionOf();

type Row = Readonly<Record<string, SqlValue>>;

/** One table of the database and the rows of one document in it. */
export interface TableRows {
  readonly table: string;
  readonly rows: readonly Row[];
}

/** Length of a document's id, in hex digits of its SHA-256: 64 bits, short enough to be typed. */
const ID_LENGTH = 16;

export function documentId(sha256: string): string {
  return sha256.slice(0, ID_LENGTH);
}

/** A document as rows, parents before children. */
export function rowsOf(processed: Processed): TableRows[] {
  const { extraction, reconciliation } = processed;
  const document = documentId(extraction.document.sha256);
  const status = statusAfter(extraction.status, reconciliation.zh.failures);
  return [
    { table: 'documents', rows: [documentRow(processed, status.state)] },
    {
      table: 'status_reasons',
      rows: status.reasons.map(({ code, page, message }, n) => ({ document, n, code, page: page ?? null, message })),
    },
    { table: 'paragraphs', rows: processed.paragraphs.map((paragraph) => ({ document, ...paragraph })) },
    { table: 'document_links', rows: processed.links.map(({ href, text }, n) => ({ document, n, href, text })) },
    {
      table: 'sections',
      rows: extraction.sections.map(({ id, level, number, title, place }, n) => {
        return { document, n, id, level, number, title, place: json(place) };
      }),
    },
    { table: 'tables', rows: tableRows(processed, document) },
    {
      table: 'cells',
      rows: extraction.tables.flatMap((table) =>
        table.cells.map(({ r, c, rs, cs, text, value }, n) => {
          return { document, table_id: table.id, n, r, c, rs, cs, text, value };
        }),
      ),
    },
    { table: 'facts', rows: factRows(processed, document) },
    { table: 'figures', rows: figureRows(processed, document) },
    ...reconciliationRows(document, reconciliation),
  ];
}

/** What reconciling gave, as rows of one document. */
export function reconciliationRows(document: string, { zh, en }: ReconcileOutput): TableRows[] {
  const englishOf = new Map(en.findings.map((finding) => [finding.id, finding.message]));
  return [
    { table: 'relations', rows: zh.judgements.map((judgement, n) => relationRow(judgement, document, n)) },
    {
      table: 'relation_operands',
      rows: zh.judgements.flatMap((judgement, n) => relationOperands(judgement, document, n)),
    },
    {
      table: 'findings',
      rows: zh.findings.map((finding, n) => {
        const { id, rule, type, status, severity, message, formula, expected, actual, difference, unit } = finding;
        const message_en = englishOf.get(id) ?? message;
        return {
          document,
          n,
          id,
          rule,
          type,
          status,
          severity,
          message,
          message_en,
          formula,
          expected,
          actual,
          difference,
          unit,
        };
      }),
    },
    {
      table: 'finding_operands',
      rows: zh.findings.flatMap((finding, index) =>
        finding.operands.map(({ value, unit, label, ref, place, source }, n) => {
          return { document, finding: index, n, value, unit, label, ref, place: json(place), source: source ?? null };
        }),
      ),
    },
  ];
}

function documentRow({ extraction, reconciliation }: Processed, state: string): Row {
  const { sha256, source, mediaType, title, issuer, kind, fiscalYear, publishedOn, pages } = extraction.document;
  return {
    id: documentId(sha256),
    artifact: sha256,
    source,
    media_type: mediaType,
    title,
    issuer,
    region: extraction.region,
    kind,
    fiscal_year: fiscalYear,
    published_on: publishedOn,
    pages,
    state,
    program: PROGRAM,
    tables: extraction.tables.length,
    facts: extraction.facts.length,
    figures: extraction.figures.length,
    ...reconciliation.zh.checks,
  };
}

function tableRows({ extraction }: Processed, document: string): Row[] {
  return extraction.tables.map(({ id, title, kind, unit, pages, headerRows, place, note, financial, section }, n) => ({
    document,
    n,
    id,
    title,
    kind,
    unit,
    pages: json(pages),
    header_rows: headerRows,
    place: json(place),
    note,
    financial: financial ? 1 : 0,
    section,
  }));
}

function factRows({ extraction }: Processed, document: string): Row[] {
  const phaseOf = phaseReader(extraction);
  return extraction.facts.map((fact, n) => {
    const { table, r, c, lane, row, code, column, value, unit, place, block, confidence } = fact;
    return {
      document,
      n,
      table_id: table,
      r,
      c,
      lane,
      row_label: row,
      code,
      column_path: column,
      value,
      unit,
      place: json(place),
      block: block ?? null,
      confidence: confidence ?? null,
      value_yuan: yuanOf(value, unit),
      phase: phaseOf(fact),
    };
  });
}

function figureRows({ extraction }: Processed, document: string): Row[] {
  return extraction.figures.map((figure, n) => {
    const { id, raw, value, unit, label, qualifier, period, measure, section, place, block, start, end } = figure;
    const position = { block, starts_at: start, ends_at: end };
    return {
      document,
      n,
      id,
      raw,
      value,
      unit,
      label,
      qualifier,
      period,
      measure,
      section,
      place: json(place),
      ...position,
      confidence: figure.confidence ?? null,
      value_yuan: yuanOf(value, unit),
    };
  });
}

function relationRow({ relation, ...judged }: Judgement, document: string, n: number): Row {
  const { rule, kind, type, strength, direction, why } = relation;
  const { outcome, reason, expected, actual, difference, unit, formula } = judged;
  const result = { outcome, reason, expected, actual, difference, unit, formula };
  return { document, n, rule, kind, type, strength, direction, ...result, why_zh: why.zh, why_en: why.en };
}

function relationOperands({ relation }: Judgement, document: string, index: number): Row[] {
  return relation.operands.map(({ role, sign, name, observation }, n) => ({
    document,
    relation: index,
    n,
    role,
    sign,
    name,
    ref: observation?.ref ?? null,
    value: observation?.value ?? null,
    unit: observation?.unit ?? null,
  }));
}

function json(value: Place | readonly number[]): string {
  return JSON.stringify(value);
}
