import type { Place } from '../../../schemas/index.ts';
import type {
  DocumentFacts,
  DocumentFigures,
  FactsQuery,
  FiguresQuery,
  ServedFact,
  ServedFigure,
} from '../../../schemas/service/index.ts';
import { documentNamed } from '../catalogue.ts';
import { numberAfter, pageOfNumbered } from '../paging.ts';
import type { Service } from '../service.ts';
import { containsWords, wordsOf } from '../words.ts';

interface FactRow extends Omit<ServedFact, 'ref' | 'place'> {
  readonly n: number;
  readonly r: number;
  readonly c: number;
  readonly place: string;
}

const FACTS = `SELECT n, table_id AS "table", r, c, row_label AS "row", code, column_path AS "column", value, unit,
  value_yuan AS valueYuan, phase, block AS subUnit, confidence, place FROM facts`;

/** GET /api/documents/:id/facts */
export function factsAnswer(service: Service, id: string, { cursor, limit, table, q }: FactsQuery): DocumentFacts {
  documentNamed(service, id);
  const words = wordsOf(q);
  const matching = service.store.db
    .prepare<[string, string | null, string | null], FactRow>(
      `${FACTS} WHERE document = ? AND (? IS NULL OR table_id = ?) ORDER BY n`,
    )
    .all(id, table ?? null, table ?? null)
    .filter(({ row, code, column }) => words.length === 0 || containsWords(`${row} ${code} ${column}`, words));
  const after = numberAfter(cursor);
  const { items, next } = pageOfNumbered(
    matching.filter(({ n }) => n > after),
    limit,
  );
  return { items: items.map(factOf), next, total: matching.length };
}

/** The fact in one cell; null where it is none. */
export function factAt(service: Service, id: string, { table, r, c }: { table: string; r: number; c: number }) {
  const row = service.store.db
    .prepare<[string, string, number, number], FactRow>(
      `${FACTS} WHERE document = ? AND table_id = ? AND r = ? AND c = ?`,
    )
    .get(id, table, r, c);
  return row === undefined ? null : factOf(row);
}

function factOf({ n: _n, r, c, place, ...fact }: FactRow): ServedFact {
  return { ref: `cell:${fact.table}:${r}:${c}`, ...fact, place: JSON.parse(place) as Place };
}

interface FigureRow extends Omit<ServedFigure, 'ref' | 'place'> {
  readonly n: number;
  readonly id: string;
  readonly place: string;
}

const FIGURES = `SELECT n, id, raw, value, unit, value_yuan AS valueYuan, label, qualifier, period, measure, section,
  confidence, place, block FROM figures`;

/** GET /api/documents/:id/figures */
export function figuresAnswer(service: Service, id: string, { cursor, limit, q }: FiguresQuery): DocumentFigures {
  documentNamed(service, id);
  const words = wordsOf(q);
  const matching = service.store.db
    .prepare<[string], FigureRow>(`${FIGURES} WHERE document = ? ORDER BY n`)
    .all(id)
    .filter(({ label, qualifier, raw }) => words.length === 0 || containsWords(`${qualifier} ${label} ${raw}`, words));
  const after = numberAfter(cursor);
  const { items, next } = pageOfNumbered(
    matching.filter(({ n }) => n > after),
    limit,
  );
  return { items: items.map(figureOf), next, total: matching.length };
}

export function figureNamed(service: Service, document: string, id: string): ServedFigure | null {
  const row = service.store.db
    .prepare<[string, string], FigureRow>(`${FIGURES} WHERE document = ? AND id = ?`)
    .get(document, id);
  return row === undefined ? null : figureOf(row);
}

function figureOf({ n: _n, id, place, ...figure }: FigureRow): ServedFigure {
  return { ref: `figure:${id}`, ...figure, place: JSON.parse(place) as Place };
}
