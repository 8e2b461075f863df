import type { ExtractedTable } from '../../../schemas/index.ts';
import type { Check, NumberDetail, Reading as NumberReading } from '../../../schemas/service/index.ts';
import { type CataloguedDocument, documentNamed } from '../catalogue.ts';
import { CHECK_COLUMNS, type CheckRow, checkReader } from '../checks.ts';
import { placeOfReference } from '../places.ts';
import { ServiceProblem } from '../problems.ts';
import { readReference } from '../references.ts';
import type { Service } from '../service.ts';
import { tablesOf } from './detail.ts';
import { factAt, figureNamed } from './facts.ts';
import { OUTCOMES } from './outcomes.ts';
import type { Reading } from './readings.ts';

/** GET /api/documents/:id/numbers/:ref: what a number was taken for, and everything it was checked against. */
export function numberAnswer(service: Service, id: string, ref: string): NumberDetail {
  const document = documentNamed(service, id);
  const reading = service.readings.of(document.artifact);
  const place = placeOfReference(reading, ref);
  const taken = readingOf(service, id, ref, reading);
  if (place === null || taken === null) throw new ServiceProblem('not-found', ref);
  return {
    ref,
    text: taken.text,
    place,
    reading: taken.reading,
    checks: checksOf(service, document, ref),
    findings: service.store.db
      .prepare<[string, string], string>(
        `SELECT DISTINCT findings.id FROM finding_operands
         JOIN findings ON findings.document = finding_operands.document AND findings.n = finding
         WHERE finding_operands.document = ? AND ref = ? ORDER BY findings.n`,
      )
      .pluck()
      .all(id, ref),
  };
}

interface Taken {
  readonly text: string;
  readonly reading: NumberReading;
}

function readingOf(service: Service, id: string, ref: string, { document, extraction }: Reading): Taken | null {
  const named = readReference(ref);
  if (named?.kind === 'cell') {
    const table = extraction?.tables.find((one) => one.id === named.table);
    return table === undefined ? null : cellReading(service, id, table, named);
  }
  if (named?.kind === 'figure') {
    const figure = figureNamed(service, id, named.id);
    const stated = extraction?.figures.find((one) => one.id === named.id);
    if (figure === null || stated === undefined) return null;
    const block = document?.blocks[stated.block];
    const text = block === undefined || block.kind === 'table' ? '' : block.text;
    const sectionTitle = extraction?.sections.find((section) => section.id === figure.section)?.title ?? '';
    const context = { text, start: stated.start, end: stated.end };
    return { text: figure.raw, reading: { kind: 'figure', figure, sectionTitle, context } };
  }
  if (named?.kind === 'text') {
    const block = document?.blocks[named.block];
    if (block === undefined || block.kind === 'table') return null;
    return { text: block.text.slice(named.start, named.end), reading: { kind: 'other', block: named.block } };
  }
  return null;
}

function cellReading(
  service: Service,
  id: string,
  table: ExtractedTable,
  { r, c }: { readonly r: number; readonly c: number },
): Taken | null {
  const cell = table.cells.find((one) => one.r === r && one.c === c);
  const summary = tablesOf(service.store, id).find((one) => one.id === table.id);
  if (cell === undefined || summary === undefined) return null;
  const column = table.columns.find((one) => one.c === c);
  const columnPath = [...(column?.path ?? [])];
  const fact = factAt(service, id, { table: table.id, r, c });
  if (fact !== null) return { text: cell.text, reading: { kind: 'fact', fact, table: summary, columnPath, r, c } };
  const row = table.rows.find((one) => one.r === r && one.lane === (column?.lane ?? 0));
  return {
    text: cell.text,
    reading: {
      kind: 'cell',
      table: summary,
      columnPath,
      row: row?.label ?? '',
      columnRole: column?.role ?? null,
      r,
      c,
      value: cell.value,
      isUnread: table.unread.includes(`${r}:${c}`),
    },
  };
}

/** Relations of this document before those of others, the worst outcome first. */
function checksOf(service: Service, { id, artifact }: CataloguedDocument, ref: string): Check[] {
  // Two steps: as one query with a list of pairs SQLite goes through all relations of the database.
  const named = service.store.db
    .prepare<[string, string, string], { document: string; relation: number }>(
      `SELECT document, relation FROM relation_operands WHERE document = ? AND ref = ?
       UNION SELECT document, relation FROM relation_operands WHERE instr(ref, '#') > 0 AND ref = ?
       ORDER BY document, relation`,
    )
    .all(id, ref, `${artifact}#${ref}`)
    .toSorted((a, b) => Number(a.document !== id) - Number(b.document !== id));
  const relation = service.store.db.prepare<[string, number], CheckRow>(
    `SELECT ${CHECK_COLUMNS} FROM relations WHERE document = ? AND n = ?`,
  );
  return named
    .flatMap((one) => relation.get(one.document, one.relation) ?? [])
    .toSorted((a, b) => OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome))
    .map(checkReader(service));
}
