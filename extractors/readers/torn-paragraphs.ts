import type { Block, ParagraphBlock, TextSpan } from '../../schemas/index.ts';
import { readNumbering } from '../sections/numbering.ts';
import { joinLines } from './whitespace.ts';

/**
 * Paragraphs torn in the middle of a sentence, where a line or page of the original ended ("其中：基本支" + "出617.45
 * 万元，…。"): the first is prose without an end, the second goes on in the middle and comes to one.
 */
export function joinTornParagraphs(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last?.kind === 'paragraph' && block.kind === 'paragraph' && isTorn(last.text, block.text)) {
      joined[joined.length - 1] = join(last, block);
    } else joined.push(block);
  }
  return joined;
}

const MIN_TORN_LENGTH = 20;
const HAS_CLAUSES = /[，,。；;]/;
const BREAKS_OFF = /[\p{Script=Han}\d，、,（(“]$/u;
const GOES_ON = /^[\p{Script=Han}\d）)”％%，。、]/u;
const COMES_TO_AN_END = /[。；;]/;
/** Beginnings of paragraphs of their own: notes, captions, dates, labels ("监理单位：…"), enumerations in words. */
const OWN_BEGINNING =
  /^(?:注|附|表|图|单位|其中|截至|截止|说明|备注|[一二三四五六七八九十]是|首先|其次|同时|此外|另外|\d{4}\s?年)|^[^，。；]{1,14}[：:]/;

function isTorn(first: string, second: string): boolean {
  if (first.length < MIN_TORN_LENGTH || !HAS_CLAUSES.test(first) || !BREAKS_OFF.test(first.slice(-2))) return false;
  if (!GOES_ON.test(second) || OWN_BEGINNING.test(second.slice(0, 20)) || readNumbering(second) !== null) return false;
  return COMES_TO_AN_END.test(second);
}

function join(first: ParagraphBlock, second: ParagraphBlock): ParagraphBlock {
  const text = joinLines([first.text, second.text]);
  const shift = text.length - second.text.length;
  const moved = second.spans.map((span) => shifted(span, shift, first.index));
  return { ...first, text, spans: [...first.spans, ...moved] };
}

/** Its place keeps the offsets in the element it came from, but speaks of the block it is now part of. */
function shifted(span: TextSpan, by: number, block: number): TextSpan {
  const start = span.start + by;
  const end = span.end + by;
  const place = 'block' in span.place ? { ...span.place, block, start, end } : span.place;
  return { start, end, place };
}
