import { placeOf } from '../../../extractors/text/place.ts';
import type { Block, ExtractedFigure, OnePlace, TextBlock } from '../../../schemas/index.ts';
import type { NumbersQuery, PrintedNumber, PrintedNumbers } from '../../../schemas/service/index.ts';
import { documentNamed } from '../catalogue.ts';
import type { Service } from '../service.ts';
import { outcomesOf } from './outcomes.ts';
import type { Reading } from './readings.ts';

/** GET /api/documents/:id/numbers */
export function numbersAnswer(service: Service, id: string, query: NumbersQuery): PrintedNumbers {
  const { artifact } = documentNamed(service, id);
  const numbers = numbersOf(service.readings.of(artifact));
  const wanted = numbers.filter(({ block, place }) =>
    'page' in query ? 'page' in place && place.page === query.page : block >= query.from && block <= query.to,
  );
  const outcomes = outcomesOf(service, { id, artifact });
  return {
    items: wanted.map(({ block: _block, ...number }) => ({ ...number, outcome: outcomes.get(number.ref) ?? null })),
  };
}

/** A printed number and the block it stands in. */
type Printed = Omit<PrintedNumber, 'outcome'> & { readonly block: number };

const found = new WeakMap<Reading, readonly Printed[]>();

function numbersOf(reading: Reading): readonly Printed[] {
  const known = found.get(reading) ?? findNumbers(reading);
  found.set(reading, known);
  return known;
}

function findNumbers(reading: Reading): Printed[] {
  const figures = Map.groupBy(reading.extraction?.figures ?? [], ({ block }) => block);
  const facts = new Set((reading.extraction?.facts ?? []).map(({ table, r, c }) => `cell:${table}:${r}:${c}`));
  return (reading.document?.blocks ?? []).flatMap((block) =>
    block.kind === 'table' ? inTable(block, reading, facts) : inText(block, figures.get(block.index) ?? []),
  );
}

const DIGIT = /[\d０-９]/;

function inTable(block: Extract<Block, { kind: 'table' }>, reading: Reading, facts: ReadonlySet<string>): Printed[] {
  const tables = reading.tablesOfBlock(block.index);
  return block.cells.flatMap(({ r, c, text, place }) => {
    const table = tables.findLast(({ firstRow }) => firstRow <= r);
    if (table === undefined || place === null || !DIGIT.test(text)) return [];
    const ref = `cell:${table.id}:${r - table.firstRow}:${c}`;
    return each(place, { ref, kind: facts.has(ref) ? 'fact' : 'cell', text, block: block.index });
  });
}

/** Digits with what may stand between them in one number. */
const DIGITS = /[\d０-９](?:[\d０-９,，.．]*[\d０-９])?/g;

/** The quantities of a block, and what digits there are beside them: years, numbers of documents, numbering. */
function inText(block: TextBlock, figures: readonly ExtractedFigure[]): Printed[] {
  const stated = figures.flatMap(({ id, raw, place }) =>
    each(place, { ref: `figure:${id}`, kind: 'figure', text: raw, block: block.index }),
  );
  const others = [...block.text.matchAll(DIGITS)].flatMap(({ 0: text, index: start }) => {
    const end = start + text.length;
    if (figures.some((figure) => figure.start < end && start < figure.end)) return [];
    const ref = `text:${block.index}:${start}:${end}`;
    return each(placeOf(block, start, end), { ref, kind: 'other', text, block: block.index });
  });
  return [...stated, ...others];
}

function each(place: OnePlace | OnePlace[], number: Omit<Printed, 'place'>): Printed[] {
  return (Array.isArray(place) ? place : [place]).map((one) => ({ ...number, place: one }));
}
