import type { Document, Extraction, Judgement, TableBlock } from '../../schemas/index.ts';
import type { Random } from '../samples/random.ts';
import { type PrintedAt, withCells, withText } from './edits.ts';
import { decimalPoint, digitOrder, oppositeWord, otherDigit, type SpoilText } from './misprint-kinds.ts';

export const MISPRINT_KINDS = [
  'digit',
  'digit order',
  'decimal point',
  'direction word',
  'unit',
  'swapped cells',
] as const;
export type MisprintKind = (typeof MISPRINT_KINDS)[number];

export interface Mutant {
  readonly kind: MisprintKind;
  readonly document: Document;
  /** Numbers that may be named as the wrong one (both cells where two were swapped). */
  readonly at: readonly PrintedAt[];
  readonly was: string;
  readonly is: string;
  /** What each of the numbers reads now. */
  readonly texts: readonly string[];
}

/** Numbers that some relation covers and none contradicts, in a stable order. */
export function coveredPlaces(
  document: Document,
  extraction: Extraction,
  judgements: readonly Judgement[],
): PrintedAt[] {
  const [covered, accused] = [new Set<string>(), new Set<string>()];
  for (const { outcome, relation } of judgements) {
    const target = outcome === 'broken' ? accused : outcome === 'undetermined' ? null : covered;
    for (const { observation } of relation.operands) if (observation) target?.add(observation.ref);
  }
  const refs = [...covered].filter((ref) => !accused.has(ref)).sort();
  return refs.flatMap((ref) => printedAt(document, extraction, ref) ?? []);
}

function printedAt(document: Document, extraction: Extraction, ref: string): PrintedAt | null {
  const [kind, id, r, c] = ref.split(':');
  if (kind === 'figure') {
    const figure = extraction.figures.find((candidate) => candidate.id === id);
    const block = document.blocks[figure?.block ?? -1];
    if (!figure || !block || block.kind === 'table') return null;
    return { kind, figure, text: block.text.slice(figure.start, figure.end) };
  }
  const table = extraction.tables.find((candidate) => candidate.id === id);
  const block = document.blocks[table?.block ?? -1];
  if (kind !== 'cell' || !table || block?.kind !== 'table') return null;
  const cell = block.cells.find(
    (candidate) => candidate.r === Number.parseInt(r ?? '', 10) && candidate.c === Number.parseInt(c ?? '', 10),
  );
  return cell && /\d/.test(cell.text) ? { kind, table, r: cell.r, c: cell.c, text: cell.text } : null;
}

/** A mutant of the wanted kind at a place, or null where that kind does not apply there. */
export function mutate(document: Document, at: PrintedAt, kind: MisprintKind, random: Random): Mutant | null {
  switch (kind) {
    case 'digit':
      return respell(document, at, kind, otherDigit, random);
    case 'digit order':
      return respell(document, at, kind, digitOrder, random);
    case 'decimal point':
      return respell(document, at, kind, decimalPoint, random);
    case 'direction word':
      return turnWord(document, at);
    case 'unit':
      return respell(
        document,
        at,
        kind,
        (text) => (/万\s*元$/.test(text) ? text.replace(/万\s*元$/, '元') : null),
        random,
      );
    case 'swapped cells':
      return swapCells(document, at);
  }
}

function respell(
  document: Document,
  at: PrintedAt,
  kind: MisprintKind,
  spoil: SpoilText,
  random: Random,
): Mutant | null {
  const text = spoil(at.text, random);
  if (text === null || text === at.text) return null;
  const changed =
    at.kind === 'cell'
      ? withCells(document, at.table.block, [{ r: at.r, c: at.c, text }])
      : withText(document, at.figure.block, at.figure.start, at.figure.end, text);
  return { kind, document: changed, at: [at], was: at.text, is: text, texts: [text] };
}

function turnWord(document: Document, at: PrintedAt): Mutant | null {
  if (at.kind !== 'figure' || !at.figure.measure.startsWith('change_')) return null;
  const block = document.blocks[at.figure.block];
  if (!block || block.kind === 'table') return null;
  const word = oppositeWord(block.text.slice(0, at.figure.start));
  if (!word) return null;
  const was = block.text.slice(word.start, word.end);
  return {
    kind: 'direction word',
    document: withText(document, block.index, word.start, word.end, word.word),
    at: [at],
    was,
    is: word.word,
    texts: [at.text],
  };
}

function swapCells(document: Document, at: PrintedAt): Mutant | null {
  if (at.kind !== 'cell') return null;
  const block = document.blocks[at.table.block] as TableBlock;
  const other = block.cells.find(
    (cell) => cell.r === at.r && cell.c > at.c && /^[\d,]+\.\d\d$/.test(cell.text) && cell.text !== at.text,
  );
  if (!other || !/^[\d,]+\.\d\d$/.test(at.text)) return null;
  const changed = withCells(document, block.index, [
    { r: at.r, c: at.c, text: other.text },
    { r: other.r, c: other.c, text: at.text },
  ]);
  const there: PrintedAt = { kind: 'cell', table: at.table, r: other.r, c: other.c, text: other.text };
  return {
    kind: 'swapped cells',
    document: changed,
    at: [at, there],
    was: at.text,
    is: other.text,
    texts: [other.text, at.text],
  };
}
