import type { Quantity } from '../quantities/quantity.ts';
import type { Stretch } from './sentences.ts';
import { matchingBrackets } from './sentences.ts';

/**
 * One quantity and the words around it. A clause is what stands between ，；：。 and brackets that hold quantities;
 * brackets without any ("（以合同签订为准）") do not part clauses.
 */
export interface Statement {
  readonly quantity: Quantity;
  /** Words of its clause before the number, since the clause began or the quantity before it. */
  readonly lead: string;
  readonly leadStart: number;
  /** Words of its clause behind it, up to the next quantity. */
  readonly tail: string;
  /** Clauses without a quantity since the last one with, the nearest last; at most MOST_PREFACES. */
  readonly preface: readonly Clause[];
  /** False where another quantity stands before it in the same clause. */
  readonly opensClause: boolean;
  /** The separator its clause began with: "，", "；", "：", "（" … or "" at the beginning of the sentence. */
  readonly opener: string;
  /** A semicolon stands between it and the quantity before: it begins another item. */
  readonly opensItem: boolean;
  /** Depth of brackets that hold quantities. */
  readonly depth: number;
  /** Words that follow its clause, for looking ahead. */
  readonly after: string;
}

export interface Clause extends Stretch {
  readonly text: string;
  /** The separator behind it. */
  readonly closer: string;
}

const SEPARATOR = /[，；：。！？!?]/;
const MOST_PREFACES = 4;
/** Words farther than this from the number never name it. */
const FARTHEST = 160;
const LOOK_AHEAD = 48;

/** The statements of one sentence; `text` is the readable text of the block. */
export function statementsOf(text: string, sentence: Stretch, quantities: readonly Quantity[]): readonly Statement[] {
  const boundaries = clauseBoundaries(text, sentence, quantities);
  const statements: Statement[] = [];
  let clause = 0;
  let earlier: Quantity | null = null;
  let prefaceFrom = 0;
  for (const [index, quantity] of quantities.entries()) {
    while ((boundaries[clause + 1]?.start ?? Number.POSITIVE_INFINITY) <= quantity.start) clause++;
    const boundary = boundaries[clause] ?? { start: sentence.start, opener: '', depth: 0 };
    const opensClause = earlier === null || earlier.end <= boundary.start;
    const goesOn: Statement | undefined =
      !opensClause && earlier && insideName(text, earlier) ? statements.at(-1) : undefined;
    const from = opensClause ? boundary.start : (goesOn?.leadStart ?? earlier?.end ?? 0);
    const leadStart = Math.max(from, quantity.start - FARTHEST);
    const clauseEnd = boundaries[clause + 1]?.start ?? sentence.end;
    const next = quantities[index + 1];
    const tailEnd = Math.min(next && next.start < clauseEnd ? next.start : clauseEnd, quantity.end + FARTHEST);
    statements.push({
      quantity,
      lead: text.slice(leadStart, quantity.start),
      leadStart,
      tail: tailOf(text, quantity.end, tailEnd, tailEnd === clauseEnd),
      preface: opensClause ? prefaces(text, boundaries, prefaceFrom, clause) : [],
      opensClause,
      opener: boundary.opener,
      opensItem: opensItem(boundaries, prefaceFrom, clause),
      depth: boundary.depth,
      after: text.slice(tailEnd, Math.min(sentence.end, tailEnd + LOOK_AHEAD)),
    });
    earlier = quantity;
    prefaceFrom = clause + 1;
  }
  return statements;
}

const LIMIT_BEHIND = /^(?:（[^）]{1,6}）)?(?:及)?(?:以上|以下|以内)/;
const LIMIT_BEFORE = /(?:单价|价值|单台|单件|单套)(?:在|为|超过)?(?:人民币)?$/;

/** A quantity that is part of a name: "出口链路年费（70M）7.5万元", "单价50万元以上通用设备0台". */
function insideName(text: string, quantity: Quantity): boolean {
  if (quantity.measures === 'other' && text[quantity.end] === '）') return true;
  if (quantity.measures !== 'amount') return false;
  return (
    LIMIT_BEHIND.test(text.slice(quantity.end, quantity.end + 12)) &&
    LIMIT_BEFORE.test(text.slice(Math.max(0, quantity.start - 10), quantity.start))
  );
}

interface Boundary {
  /** Offset behind the separator. */
  readonly start: number;
  readonly opener: string;
  readonly depth: number;
}

function clauseBoundaries(text: string, sentence: Stretch, quantities: readonly Quantity[]): readonly Boundary[] {
  const boundaries: Boundary[] = [{ start: sentence.start, opener: '', depth: 0 }];
  const brackets = matchingBrackets(text.slice(sentence.start, sentence.end));
  const held = new Set<number>();
  let next = 0;
  for (let at = sentence.start; at < sentence.end; at++) {
    while (next < quantities.length && (quantities[next]?.end ?? 0) <= at) next++;
    const inside = quantities[next];
    if (inside && at >= inside.start) {
      at = inside.end - 1;
      continue;
    }
    const character = text.charAt(at);
    const closing = brackets.get(at - sentence.start);
    if (closing !== undefined) {
      const end = closing + sentence.start;
      const holds = inside !== undefined && inside.start < end && !continuesName(text, inside, end);
      if (!holds) {
        at = end;
        continue;
      }
      held.add(end);
      boundaries.push({ start: at + 1, opener: '（', depth: held.size });
      continue;
    }
    if (held.delete(at)) boundaries.push({ start: at + 1, opener: '）', depth: held.size });
    else if (SEPARATOR.test(character)) boundaries.push({ start: at + 1, opener: character, depth: held.size });
  }
  return boundaries;
}

/** "（70M）7.5万元", "（2024年12项）": a short quantity in brackets that specifies the name it stands in, no statement. */
function continuesName(_text: string, inside: Quantity, bracketEnd: number): boolean {
  return inside.end === bracketEnd && inside.measures === 'other';
}

/** The separator that ends the clause is no part of its words; a bracket before the next quantity is. */
function tailOf(text: string, start: number, end: number, endsClause: boolean): string {
  const tail = text.slice(start, end);
  return endsClause ? tail.replace(/[，；：。！？!?（）]$/, '') : tail;
}

function opensItem(boundaries: readonly Boundary[], from: number, clause: number): boolean {
  for (let i = clause; i >= from && i > clause - MOST_PREFACES - 2; i--)
    if (boundaries[i]?.opener === '；') return true;
  return false;
}

function prefaces(text: string, boundaries: readonly Boundary[], from: number, clause: number): readonly Clause[] {
  const list: Clause[] = [];
  for (let i = Math.max(from, clause - MOST_PREFACES); i < clause; i++) {
    const start = boundaries[i]?.start ?? 0;
    const end = (boundaries[i + 1]?.start ?? start + 1) - 1;
    const near = Math.max(start, end - FARTHEST);
    if (end > start)
      list.push({ start: near, end, text: text.slice(near, end), closer: boundaries[i + 1]?.opener ?? '' });
  }
  return list;
}
