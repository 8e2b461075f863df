import type { Line } from './lines.ts';
import type { Margins } from './margins.ts';
import { beginsItem, isContentsEntry, numberDepth, numberedName } from './numbering.ts';

/** A line where it stands: what decides whether the next line goes on with its paragraph. */
export interface PlacedLine {
  readonly line: Line;
  readonly margins: Margins;
  /** Stands beside other text on its baseline: a paragraph of its own. */
  readonly apart: boolean;
  /** Number of the column (and page) in reading order: leading means something only within one. */
  readonly column: number;
  /** Usual distance of baselines in the column, 0 when unknown. */
  readonly leading: number;
  /** Type size of the body text of the document. */
  readonly bodySize: number;
}

/** Numbers down to this depth (第一部分, 一、, （一）) always begin something new. */
const OUTER_DEPTH = 3;
/** Without any of these a numbered line is a heading, not the beginning of running text. */
const PAUSE = /[，,。；;：:]/;

/** Type of one paragraph differs in size by no more than this share. */
const SAME_SIZE = 0.12;
/** A distance of baselines beyond this share of the usual one parts paragraphs. */
const EXTRA_LEADING = 1.35;
/** Lines of one paragraph are never further apart than this many type sizes. */
const MAX_LEADING = 3;
/** A line set in by at least this many em is indented. */
const INDENT = 1;
/** Titles are set in type larger than the body by at least this factor. */
const TITLE_SIZE = 1.15;
/** How far from the right margin (em) a full line may end beyond the room the next word needs. */
const RAGGED = 0.6;

/** Lines begin at the same place when they differ by less than this, in em. */
const SAME_EDGE = 0.8;
/** A line that breaks off inside a sentence goes on when it takes this share of the measure, after a comma this one. */
const NEARLY_FULL = 0.8;
const NEARLY_FULL_AFTER_COMMA = 0.5;

/** A name of fewer characters may begin the next line by chance. */
const SHORTEST_NAME = 6;

const GOES_ON_AFTER = /[，、,（(]$/;
const SENTENCE_END = /[。！？；;：:!?.…][”’"')）】》]?$/;
const OPENING = /^[（(“‘《〈【「『〔[{]/;
const CLOSING = /^[，。、；：！？）)”’》〉】」』〕\]},.;:!?%％]/;
const UNBROKEN = /^[A-Za-z0-9.,%％+\-/]{1,40}/;

/** Does `next` go on with the paragraph that so far is `lines`? */
export function goesOn(lines: readonly PlacedLine[], next: PlacedLine): boolean {
  const last = lines.at(-1);
  if (last === undefined) return true;
  if (last.apart || next.apart || isContentsEntry(last.line.text)) return false;
  if (Math.abs(last.line.size - next.line.size) > SAME_SIZE * Math.max(last.line.size, next.line.size)) return false;
  if (last.column === next.column && isParted(last, next)) return false;
  const item = beginsItem(next.line.text);
  if (item && (numberDepth(next.line.text) ?? 0) <= OUTER_DEPTH) return false;
  if (lines.length === 1 && saysAgain(last.line.text, next.line.text)) return false;
  const ended = SENTENCE_END.test(last.line.text);
  if (isTitle(last) && isTitle(next)) return last.column === next.column && !item && !ended;
  const indented = isIndented(lines, next);
  if (indented && (item || isHeadingLine(lines, next.line))) return false;
  if (isFull(last, next.line)) return !ended || !(indented || item);
  if (ended || item) return false;
  if (isNearlyFull(last)) return !indented || lines.some(({ line }) => PAUSE.test(line.text));
  // Running text that stops short of the page end in the middle of a sentence.
  return !indented && lines.length > 1 && last.line.page !== next.line.page;
}

/** Under "（二）桥梁养护专项" stands "桥梁养护专项绩效目标表": a title of its own, though both fill their lines. */
function saysAgain(heading: string, next: string): boolean {
  const name = numberedName(heading);
  return name.length >= SHORTEST_NAME && next.startsWith(name);
}

/** Set in from the margin, and not only because its whole paragraph is. */
function isIndented(lines: readonly PlacedLine[], { line, margins }: PlacedLine): boolean {
  const last = lines.at(-1)?.line;
  if (line.x0 - margins.left < INDENT * line.size || last === undefined) return false;
  const step = (line.x0 - last.x0) / line.size;
  return lines.length === 1 ? step > -SAME_EDGE : Math.abs(step) > SAME_EDGE;
}

/** Ragged text: the line breaks off inside a sentence, well over to the right. */
function isNearlyFull({ line, margins }: PlacedLine): boolean {
  const share = GOES_ON_AFTER.test(line.text) ? NEARLY_FULL_AFTER_COMMA : NEARLY_FULL;
  return line.x1 - margins.left >= share * (margins.right - margins.left);
}

/** One numbered line without a pause, over text that begins where it begins: a heading that happens to fill its line. */
function isHeadingLine(lines: readonly PlacedLine[], next: Line): boolean {
  const only = lines.length === 1 ? lines[0]?.line : undefined;
  if (only === undefined || !beginsItem(only.text) || PAUSE.test(only.text)) return false;
  return Math.abs(only.x0 - next.x0) < INDENT * next.size;
}

function isParted(last: PlacedLine, next: PlacedLine): boolean {
  const distance = next.line.baseline - last.line.baseline;
  const size = next.line.size;
  const usual = next.leading > 0 ? next.leading * EXTRA_LEADING : Number.POSITIVE_INFINITY;
  return distance <= 0 || distance > Math.min(MAX_LEADING * size, Math.max(usual, 1.5 * size));
}

/** Set in the middle, in large type. */
export function isTitle({ line, margins, bodySize }: PlacedLine): boolean {
  return line.size >= TITLE_SIZE * bodySize && isCentred(line, margins);
}

export function isCentred(line: Line, margins: Margins): boolean {
  const before = line.x0 - margins.left;
  const after = margins.right - line.x1;
  return before >= INDENT * line.size && after >= INDENT * line.size && Math.abs(before - after) <= 3 * line.size;
}

/** A line is full when what comes first on the next line would not have fitted any more. */
function isFull({ line, margins }: PlacedLine, next: Line): boolean {
  return line.x1 + (unbreakable(next.text) + RAGGED) * line.size > margins.right;
}

/** Width in em of what cannot be parted at the beginning of a text: a number, a word, a bracket with its letter. */
function unbreakable(text: string): number {
  let rest = text;
  let width = 0;
  if (OPENING.test(rest)) {
    rest = rest.slice(1);
    width += 1;
  }
  const word = UNBROKEN.exec(rest)?.[0];
  width += word === undefined ? 1 : word.length * 0.5;
  rest = rest.slice(word?.length ?? 1);
  return CLOSING.test(rest) ? width + 1 : width;
}
