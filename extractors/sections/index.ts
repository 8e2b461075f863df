import type { Document, Place, Section, TextBlock } from '../../schemas/index.ts';
import { isContentsEntry, withoutContents } from './contents.ts';
import { levelOf, readNumbering, readsAsHeading } from './numbering.ts';

export interface Sections {
  readonly list: readonly Section[];
  /** Id of the innermost section a block stands in, "" before the first. */
  readonly of: (block: number) => string;
  /** The headings above a block from the outermost to the innermost. */
  readonly pathOf: (block: number) => readonly Section[];
}

/** Longer "headings" are paragraphs in large or bold type. */
const MAX_HEADING_LENGTH = 90;
/** The date of a cover is set like a title. */
const DATE = /^[\d〇一二三四五六七八九零]{4}\s?年\s?[\d一二三四五六七八九十]{1,3}\s?月/;
/** From this length a paragraph between two headings is content and no line of a list of contents. */
const MIN_CONTENT_LENGTH = 30;

/** The sections of a document, from headings and short numbered paragraphs, without those of the list of contents. */
export function findSections(document: Document): Sections {
  const candidates = document.blocks.filter(
    (block): block is TextBlock => block.kind !== 'table' && isCandidate(block),
  );
  const candidateIndices = new Set(candidates.map((block) => block.index));
  const isContent = (index: number): boolean => {
    const block = document.blocks[index];
    if (block === undefined || candidateIndices.has(index)) return false;
    return block.kind === 'table' || (block.text.length >= MIN_CONTENT_LENGTH && !isContentsEntry(block.text));
  };
  const headings = withoutContents(candidates, isContent);
  const ranks = [...new Set(headings.map(rankOf))].sort((left, right) => left - right);
  const list = headings.map((heading, index) => {
    const section = toSection(heading, index, ranks.indexOf(rankOf(heading)) + 1);
    return { ...section, title: wholeTitle(section, document.blocks[heading.index + 1]) };
  });
  return { list, ...lookUp(headings, list) };
}

function isCandidate(block: TextBlock): boolean {
  const text = block.text.trim();
  if (text === '' || text.length > MAX_HEADING_LENGTH || isContentsEntry(text) || DATE.test(text)) return false;
  return block.kind === 'heading' || readsAsHeading(text);
}

/** Numbering tells the depth; headings without a number have the level the reader gave them. */
function rankOf(block: TextBlock): number {
  const numbering = readNumbering(block.text);
  if (numbering !== null) return levelOf(numbering);
  return block.kind === 'heading' ? block.level : 1;
}

function toSection(block: TextBlock, index: number, level: number): Section {
  const numbering = readNumbering(block.text);
  return {
    id: `s${index + 1}`,
    level,
    number: numbering?.number ?? '',
    title: block.text.slice(numbering?.length ?? 0).trim(),
    place: placeOfBlock(block),
  };
}

/** Titles of parts end with what stands in them. */
const NAMES_PART = /(?:表|说明|情况|概况|概述|解释|附件|报告)$/;
const LONGEST_LINE = 40;

/** "第三部分" and below it its title; or a title over two lines, the first of which is only the unit's name. */
function wholeTitle({ number, title }: Section, next: Document['blocks'][number] | undefined): string {
  if (!/^第.{1,3}部分$/.test(number) || NAMES_PART.test(title)) return title;
  if (next === undefined || next.kind === 'table') return title;
  const line = next.text.trim();
  const goesOn = line.length <= LONGEST_LINE && NAMES_PART.test(line) && !/[，。；：、,;:]/.test(line);
  return goesOn && readNumbering(line) === null ? `${title}${line}` : title;
}

function placeOfBlock({ index, text, spans }: TextBlock): Place {
  const places = spans.map((span) => span.place);
  const [first, ...more] = places;
  if (first === undefined) return { block: index, start: 0, end: text.length };
  return more.length === 0 ? first : places;
}

function lookUp(headings: readonly TextBlock[], list: readonly Section[]): Pick<Sections, 'of' | 'pathOf'> {
  const starts = headings.map((heading) => heading.index);
  const parents = parentsOf(list);
  const pathTo = (position: number): Section[] => {
    const path: Section[] = [];
    for (let at: number | null = position; at !== null; at = parents[at] ?? null) {
      const section = list[at];
      if (section !== undefined) path.push(section);
    }
    return path.reverse();
  };
  return {
    of: (block) => list[lastAtOrBefore(starts, block)]?.id ?? '',
    pathOf: (block) => {
      const position = lastAtOrBefore(starts, block);
      return position < 0 ? [] : pathTo(position);
    },
  };
}

/** For each section the position of the nearest section before it that is higher, null at the top. */
function parentsOf(list: readonly Section[]): (number | null)[] {
  const open: number[] = [];
  return list.map((section, position) => {
    while (open.length > 0 && (list[open.at(-1) ?? 0]?.level ?? 0) >= section.level) open.pop();
    const parent = open.at(-1) ?? null;
    open.push(position);
    return parent;
  });
}

/** Binary search: -1 when all come after. */
function lastAtOrBefore(starts: readonly number[], block: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= block) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
