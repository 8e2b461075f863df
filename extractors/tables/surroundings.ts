import type { Block, TextBlock } from '../../schemas/index.ts';
import { isFrameLine, isTitleText, statedUnit, withoutFrame } from './caption.ts';
import { isKnownTitle } from './classify.ts';
import { canonicalTitle, printedLabel, withoutLayout } from './names.ts';
import { continuesNote, isNoteText } from './notes.ts';

/** What the lines above and below a table say of it. */
export interface Surroundings {
  readonly title: string;
  readonly unit: string;
  readonly note: readonly string[];
  /** Text blocks that are title, unit line or note of this table. */
  readonly claimed: readonly number[];
}

/** Lines looked at above a table before the search for its title ends. */
const MOST_LINES_ABOVE = 8;
const LONGEST_LINE = 160;

/** Reads the text blocks next to the table block at `index`, up to the neighbouring tables and the running prose. */
export function readSurroundings(blocks: readonly Block[], index: number): Surroundings {
  const above = readAbove(blocks, index);
  const said = new Set(above.claimed.map((claimed) => lineOf(blocks[claimed])));
  const below = readBelow(blocks, index, above.title, said);
  return {
    title: above.title,
    unit: above.unit,
    note: below.notes.map(({ text }) => text.trim()),
    claimed: [...above.claimed, ...below.repeated, ...below.notes.map((block) => block.index)].sort((a, b) => a - b),
  };
}

function readAbove(blocks: readonly Block[], index: number): Omit<Surroundings, 'note'> {
  const claimed: number[] = [];
  let unit = '';
  for (let i = index - 1; i >= 0 && i >= index - MOST_LINES_ABOVE; i--) {
    const block = blocks[i];
    if (block === undefined || block.kind === 'table' || block.text.length > LONGEST_LINE) break;
    if (block.text.trim() === '') continue;
    if (isNoteText(block.text)) break;
    unit ||= statedUnit(block.text);
    const rest = withoutFrame(block.text);
    if (rest === '') {
      claimed.push(block.index);
      continue;
    }
    const title = titleEndingAt(blocks, i, rest);
    if (title !== null) return { title: title.text, unit, claimed: [...claimed, ...title.blocks] };
    if (block.kind === 'heading') return { title: rest, unit, claimed };
    if (!isFrameLine(block.text) && !isStray(block, blocks.slice(Math.max(0, i - 2), i))) break;
    claimed.push(block.index);
  }
  return { title: '', unit, claimed };
}

/** A short left-over of a broken frame line (the end of a unit's name): a frame line or known title stands right above it. */
function isStray(block: TextBlock, before: readonly Block[]): boolean {
  if (block.text.length > 30 || /[。；，]/.test(block.text)) return false;
  const lines = before.filter(isTextBlock).map(({ text }) => text);
  if (lines.some((line) => isKnownTitle(withoutFrame(line)))) return true;
  return !/[：:]/.test(block.text) && lines.some(isFrameLine);
}

interface FoundTitle {
  readonly text: string;
  readonly blocks: readonly number[];
}

/** The title whose last line is `rest`: as it stands, or with the line before it when the title is wrapped. */
function titleEndingAt(blocks: readonly Block[], i: number, rest: string): FoundTitle | null {
  const own = blocks[i];
  if (own === undefined) return null;
  const before = blocks[i - 1];
  const isTitle = isTitleText(rest);
  if (before !== undefined && isTextBlock(before) && before.text.length < 60 && !isKnownTitle(rest)) {
    const start = withoutFrame(before.text);
    const joined = start + rest;
    if (start !== '' && !isTitleText(start) && isTitleText(joined) && isKnownTitle(joined)) {
      return { text: joined, blocks: [own.index, before.index] };
    }
  }
  return isTitle || isKnownTitle(rest) ? { text: rest, blocks: [own.index] } : null;
}

function isTextBlock(block: Block): block is TextBlock {
  return block.kind !== 'table';
}

interface Below {
  readonly notes: readonly TextBlock[];
  /** Title and frame lines printed again on the pages a table goes on to: they say nothing new. */
  readonly repeated: readonly number[];
}

function readBelow(blocks: readonly Block[], index: number, title: string, said: ReadonlySet<string>): Below {
  const notes: TextBlock[] = [];
  const repeated: number[] = [];
  const table = blocks[index];
  const continued = new Set(table?.kind === 'table' && table.pages.length > 1 ? table.pages : []);
  for (let i = index + 1; i < blocks.length; i++) {
    const block = blocks[i];
    if (block === undefined || block.kind === 'table') break;
    if (block.page !== null && continued.has(block.page) && isRepeated(block.text, title, said)) {
      repeated.push(block.index);
      continue;
    }
    if (block.kind === 'heading' || !belongsToNote(notes.at(-1), block.text)) break;
    notes.push(block);
  }
  return { notes, repeated };
}

/** A frame line, a line that stands above the table already, or its title once more, with or without 续表. */
function isRepeated(text: string, title: string, said: ReadonlySet<string>): boolean {
  if (said.has(withoutLayout(text))) return true;
  const rest = withoutFrame(text);
  return rest === '' || isFrameLine(text) || (title !== '' && canonicalTitle(rest) === canonicalTitle(title));
}

function lineOf(block: Block | undefined): string {
  return block !== undefined && isTextBlock(block) ? withoutLayout(block.text) : '';
}

function belongsToNote(last: TextBlock | undefined, text: string): boolean {
  if (isTitleText(printedLabel(text))) return false;
  return isNoteText(text) || (last !== undefined && continuesNote(last.text, text));
}
