import type { SearchHit, SearchQuery, SearchResult } from '../../schemas/service/index.ts';
import { queriedWords, termsOf } from '../search/words.ts';
import { type Hit, searchPassages } from '../store/search.ts';
import { catalogueOf, headingOf } from './catalogue.ts';
import type { Service } from './service.ts';

/** Characters of a passage that are shown, and how many of them before the first word found. */
const SHOWN = 240;
const BEFORE = 60;

/** GET /api/search */
export function searchAnswer(service: Service, { q, limit, ...filter }: SearchQuery): SearchResult {
  const { byId } = catalogueOf(service);
  const { hits, total, more, notIndexed } = searchPassages(service.store, q, filter, limit);
  const terms = [...new Set([...termsOf(q), ...queriedWords(q)])].toSorted((a, b) => b.length - a.length);
  return {
    query: q,
    hits: hits.flatMap((hit) => {
      const document = byId.get(hit.document);
      return document === undefined ? [] : [{ heading: headingOf(document), ...shown(hit, terms) }];
    }),
    total,
    more,
    notIndexed,
  };
}

function shown(hit: Hit, terms: readonly string[]): Omit<SearchHit, 'heading'> {
  const { kind, page, text } = hit;
  const marks = marksIn(text, terms);
  const start = Math.max(0, Math.min((marks[0]?.[0] ?? 0) - BEFORE, text.length - SHOWN));
  const end = Math.min(text.length, start + SHOWN);
  const lead = start > 0 ? '…' : '';
  const shift = lead.length - start;
  return {
    kind,
    ref: referenceOf(hit, marks[0]),
    page,
    tableTitle: hit.tableTitle ?? '',
    text: `${lead}${text.slice(start, end)}${end < text.length ? '…' : ''}`,
    marks: marks
      .filter(([from, to]) => from >= start && to <= end)
      .map(([from, to]): [number, number] => [from + shift, to + shift]),
  };
}

/** In prose the first word found; in tables the row, or the table by its title. */
function referenceOf({ kind, block, table, row }: Hit, [start, end]: readonly [number, number] = [0, 0]): string {
  if (kind === 'paragraph') return `text:${block ?? 0}:${start}:${end}`;
  return kind === 'row' ? `row:${table ?? ''}:${row ?? 0}` : `table:${table ?? ''}`;
}

/** Where terms stand, longer ones first where they overlap. Letters and digits are compared in one width. */
function marksIn(text: string, terms: readonly string[]): [number, number][] {
  const compared = oneWidth(text);
  const marks: [number, number][] = [];
  for (const term of terms.map(oneWidth)) {
    if (term === '') continue;
    for (let at = compared.indexOf(term); at >= 0; at = compared.indexOf(term, at + term.length)) {
      const end = at + term.length;
      if (!marks.some(([from, to]) => from < end && at < to)) marks.push([at, end]);
    }
  }
  return marks.toSorted(([a], [b]) => a - b);
}

/** Full-width letters and digits as half-width ones, small: as many characters as before. */
function oneWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
