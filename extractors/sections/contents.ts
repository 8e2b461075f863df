import type { TextBlock } from '../../schemas/index.ts';
import { readNumbering } from './numbering.ts';

/** Dots that lead to a page number, or a bare page number behind a title in a list of contents. */
const LEADER = /(?:[.．·…‥⋯_—-]\s?){3,}\s{0,9}[-–—]?\s?\d{0,4}\s?[-–—]?\s?$/;
/** Pasted from Word, entries keep the field code of their page number. */
const FIELD_CODE = /PAGEREF|\\h\b|_Toc\d/;
/** From this many headings in a row without content between them, they may be a list of contents. */
const SHORTEST_CONTENTS = 3;
/** A list of contents stands at the beginning: after a cover and a foreword at most, before this much content. */
const CONTENT_BEFORE_CONTENTS = 4;

const CONTENTS_TITLE = /目\s{0,9}录$/;

/** Entries that a list of contents marks as such, and its title. */
export function isContentsEntry(text: string): boolean {
  return LEADER.test(text.slice(-80)) || FIELD_CODE.test(text) || CONTENTS_TITLE.test(text.slice(-20));
}

/**
 * Takes the list of contents out of the candidate headings. Its entries stand in a row, without content between them,
 * and come again further down with content. Entries of such a row that do not come again word for word belong to it
 * too, as long as a later entry of the row does.
 */
export function withoutContents(candidates: readonly TextBlock[], isContent: (block: number) => boolean): TextBlock[] {
  const lastSeen = new Map<string, number>();
  for (const [position, candidate] of candidates.entries()) lastSeen.set(titleKey(candidate.text), position);
  const kept: TextBlock[] = [];
  for (const run of runsOf(candidates, isContent)) {
    const recurs = run.blocks.map((block, offset) => (lastSeen.get(titleKey(block.text)) ?? 0) > run.first + offset);
    const last = recurs.lastIndexOf(true);
    const fromFirst = last + 1 - Math.max(0, recurs.indexOf(true));
    const isContents =
      run.contentBefore < CONTENT_BEFORE_CONTENTS &&
      run.blocks.length >= SHORTEST_CONTENTS &&
      recurs.filter(Boolean).length * 2 > fromFirst;
    kept.push(...(isContents ? run.blocks.slice(last + 1) : run.blocks));
  }
  return kept;
}

interface Run {
  /** Position of its first block among the candidates. */
  readonly first: number;
  readonly blocks: TextBlock[];
  /** How many blocks of content stand before it. */
  readonly contentBefore: number;
}

/** Candidates between which no content stands. */
function runsOf(candidates: readonly TextBlock[], isContent: (block: number) => boolean): Run[] {
  const runs: Run[] = [];
  let content = 0;
  let block = 0;
  for (const [position, candidate] of candidates.entries()) {
    const before = content;
    for (; block < candidate.index; block += 1) content += isContent(block) ? 1 : 0;
    const run = runs.at(-1);
    if (run === undefined || content > before)
      runs.push({ first: position, blocks: [candidate], contentBefore: content });
    else run.blocks.push(candidate);
  }
  return runs;
}

/** A title as it may differ between the list of contents and the text: without its number, years, spaces, brackets. */
function titleKey(text: string): string {
  return text
    .slice(readNumbering(text)?.length ?? 0)
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/\d{1,4}年度?/g, '')
    .replace(/\(表?\d{0,3}\)|[.…·]{2,}\d{0,4}$/g, '')
    .replace(/[《》“”"'。:：.、()]/g, '');
}
