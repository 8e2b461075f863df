import type { Check, CheckOperand, ChecksQuery, DocumentChecks } from '../../schemas/service/index.ts';
import { documentId } from '../store/rows.ts';
import { catalogueOf, documentNamed } from './catalogue.ts';
import type { Reading } from './documents/readings.ts';
import { numberAfter, pageOfNumbered } from './paging.ts';
import { placeOfReference } from './places.ts';
import { withoutDocument } from './references.ts';
import type { Service } from './service.ts';

export interface CheckRow extends Omit<Check, 'operands' | 'why'> {
  readonly why_zh: string;
  readonly why_en: string;
}

export const CHECK_COLUMNS = `document, n, rule, kind, type, strength, direction, outcome, reason, expected, actual, difference,
  unit, formula, why_zh, why_en`;

/** GET /api/documents/:id/checks */
export function checksAnswer(service: Service, id: string, query: ChecksQuery): DocumentChecks {
  documentNamed(service, id);
  const { db } = service.store;
  const wanted = {
    id,
    after: numberAfter(query.cursor),
    ref: query.ref ?? null,
    n: query.n ?? null,
    outcomes: JSON.stringify(query.outcome),
    types: JSON.stringify(query.type),
    limit: query.limit + 1,
  };
  const rows = db
    .prepare<[typeof wanted], CheckRow>(`SELECT ${CHECK_COLUMNS} ${MATCHING} AND n > @after ORDER BY n LIMIT @limit`)
    .all(wanted);
  const total = db.prepare<[typeof wanted], number>(`SELECT count(*) ${MATCHING}`).pluck().get(wanted);
  const { items, next } = pageOfNumbered(rows, query.limit);
  const read = checkReader(service);
  return { items: items.map(read), next, total: total ?? 0 };
}

const MATCHING = `
  FROM relations
  WHERE document = @id
    AND (@outcomes = '[]' OR outcome IN (SELECT value FROM json_each(@outcomes)))
    AND (@types = '[]' OR type IN (SELECT value FROM json_each(@types)))
    AND (@n IS NULL OR n = @n)
    AND (@ref IS NULL OR n IN (SELECT relation FROM relation_operands WHERE document = @id AND ref = @ref))`;

type OperandRow = Omit<CheckOperand, 'place' | 'otherDocument'>;

/** Makes relations of rows. Places are read of whole documents: lists over many documents are made without them. */
export function checkReader(
  service: Service,
  { places }: { readonly places: boolean } = { places: true },
): (row: CheckRow) => Check {
  const { byId } = catalogueOf(service);
  const operands = service.store.db.prepare<[string, number], OperandRow>(
    'SELECT role, sign, name, ref, value, unit FROM relation_operands WHERE document = ? AND relation = ? ORDER BY n',
  );
  const readings = new Map<string, Reading | null>();
  const readingOf = (document: string): Reading | null => {
    const known = readings.get(document);
    if (known !== undefined) return known;
    const artifact = byId.get(document)?.artifact;
    const reading = artifact === undefined ? null : service.readings.of(artifact);
    readings.set(document, reading);
    return reading;
  };
  const operand = (row: OperandRow, document: string): CheckOperand => {
    if (row.ref === null) return { ...row, place: null, otherDocument: null };
    const { other, ref } = withoutDocument(row.ref);
    const otherDocument = other === null ? null : documentId(other);
    const reading = places ? readingOf(otherDocument ?? document) : null;
    return { ...row, place: reading === null ? null : placeOfReference(reading, ref), otherDocument };
  };
  return ({ why_zh: zh, why_en: en, ...row }) => ({
    ...row,
    why: { zh, en },
    operands: operands.all(row.document, row.n).map((one) => operand(one, row.document)),
  });
}
