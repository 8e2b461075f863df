import { phaseOf } from './language/phases.ts';
import type { MemberList, Reading } from './reading.ts';

/** What a reader keeps in mind while reading on: who is spoken of, which year, which list is open. */
export interface Discourse {
  readonly issuer: string;
  readonly fiscalYear: number | null;
  readonly readings: Reading[];
  /** The year in force in the sentence, "" where none is known. */
  period: string;
  /** The year in force in the block: a date that opens a clause holds for the sentences behind it, too. */
  blockPeriod: string;
  /** The year set by "截至2025年12月…如下：" goes on over the blocks of the section. */
  keepsPeriod: boolean;
  /** Number of the sentence that is read. */
  sentence: number;
  /** The item a block is about: its 类款项 or its heading. */
  topic: string;
  /** True where the block itself begins with its topic. */
  ownTopic: boolean;
  /** Index of the amount spoken of last in this block, or null. */
  about: number | null;
  /** Base of a comparison stated for what follows in the sentence: "与2018年相比，". */
  against: string;
  /** The whole a sentence speaks within: "“三公”经费财政拨款支出决算中，". */
  within: string;
  /** Open lists, innermost last. */
  lists: OpenList[];
  /** Lists opened by a colon at the end of a block, whose items are blocks of their own; innermost last. */
  itemLists: ItemList[];
  /** The block is an item of the innermost of them. */
  inItem: boolean;
  /** Words at the end of the last sentence that no quantity followed. */
  dangling: string;
}

export interface ItemList {
  /** One per amount that the items divide: the budget and the final account may stand side by side. */
  readonly lists: readonly MemberList[];
  /** How its items are numbered, null before the first. */
  numbering: string | null;
}

export interface OpenList {
  readonly list: MemberList;
  readonly depth: number;
  /** It was opened inside an item of another list and ends with that item. */
  readonly nested: boolean;
}

export function newDiscourse(issuer: string, fiscalYear: number | null): Discourse {
  return {
    issuer,
    fiscalYear,
    readings: [],
    period: fiscalYear === null ? '' : String(fiscalYear),
    blockPeriod: '',
    keepsPeriod: false,
    sentence: 0,
    topic: '',
    ownTopic: false,
    about: null,
    against: '',
    within: '',
    lists: [],
    itemLists: [],
    inItem: false,
    dangling: '',
  };
}

/** The amount spoken of last, or null. */
export function aboutReading(discourse: Discourse): Reading | null {
  return discourse.about === null ? null : (discourse.readings[discourse.about] ?? null);
}

/** Name of what is spoken of: the last amount's subject, else the block's topic. */
export function currentSubject(discourse: Discourse): string {
  return aboutReading(discourse)?.subject || discourse.topic;
}

/** The number before in the same sentence, or null. */
export function previousInSentence(discourse: Discourse): Reading | null {
  const previous = discourse.readings.at(-1);
  return previous?.sentence === discourse.sentence ? previous : null;
}

function itemWhole(discourse: Discourse): number | null {
  return discourse.inItem ? (discourse.itemLists.at(-1)?.lists[0]?.whole ?? null) : null;
}

/** The name of the whole that the innermost open list divides, "" where no list is open. */
export function currentWhole(discourse: Discourse): string {
  const whole = discourse.lists.at(-1)?.list.whole ?? itemWhole(discourse);
  const reading = whole === null ? undefined : discourse.readings[whole];
  if (!reading) return discourse.within;
  return phaseOf(reading.label) ? reading.subject : reading.label;
}
