import { formatNumber } from './number-formats.ts';
import { childOf, childrenOf, isOn, valOf, wholeNumber, type XmlElement } from './xml.ts';

/**
 * The numbers that Word gives to list items when it prints: they stand nowhere in the text, but are the numbers that
 * the text refers to ("一、", "（二）", "第三部分").
 */
export interface Numbering {
  /** Counts the next item of a list and gives its number as printed; "" for bullets and unknown lists. */
  readonly next: (item: ListItem) => string;
}

export interface ListItem {
  readonly list: string;
  readonly level: number | undefined;
  /** The paragraph's style: it tells the level where the item itself does not. */
  readonly style: string | undefined;
}

interface Level {
  readonly start: number;
  readonly format: string;
  /** "%1、", "（%2）", "%1.%2": the numbers of the levels among fixed signs. */
  readonly text: string;
  readonly gap: string;
  /** All numbers in digits, whatever the levels above say. */
  readonly isLegal: boolean;
  /** The level from which on this one starts anew; 0 never. */
  readonly restartAfter: number | undefined;
  readonly style: string | undefined;
}

interface List {
  /** Lists of one definition count together. */
  readonly definition: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly startOverrides: ReadonlyMap<number, number>;
}

const LEVELS = 9;

export function readNumbering(root: XmlElement | undefined): Numbering {
  const lists = readLists(root);
  const counters = new Map<string, Array<number | undefined>>();
  const begun = new Set<string>();
  return {
    next: (item) => {
      const list = lists.get(item.list);
      if (list === undefined) return '';
      const level = Math.min(item.level ?? levelOfStyle(list, item.style), LEVELS - 1);
      const definition = list.levels.get(level);
      if (definition === undefined) return '';
      const counts = counters.get(list.definition) ?? [];
      counters.set(list.definition, counts);
      const override = list.startOverrides.get(level);
      if (override !== undefined && !begun.has(`${item.list} ${level}`)) counts[level] = override - 1;
      begun.add(`${item.list} ${level}`);
      counts[level] = (counts[level] ?? definition.start - 1) + 1;
      for (let deeper = level + 1; deeper < LEVELS; deeper += 1) {
        const restart = list.levels.get(deeper)?.restartAfter;
        if (restart === undefined || level < restart) counts[deeper] = undefined;
      }
      return printed(list, level, definition, counts);
    },
  };
}

function printed(list: List, level: number, definition: Level, counts: ReadonlyArray<number | undefined>): string {
  if (definition.format === 'bullet') return '';
  const text = definition.text.replace(/%([1-9])/g, (_, digit: string) => {
    const above = Number(digit) - 1;
    const from = above === level ? definition : list.levels.get(above);
    const value = counts[above] ?? from?.start ?? 1;
    return formatNumber(value, definition.isLegal ? 'decimal' : (from?.format ?? 'decimal'));
  });
  return text === '' ? '' : text + definition.gap;
}

function levelOfStyle(list: List, style: string | undefined): number {
  if (style === undefined) return 0;
  for (const [level, definition] of list.levels) {
    if (definition.style === style) return level;
  }
  return 0;
}

function readLists(root: XmlElement | undefined): ReadonlyMap<string, List> {
  const definitions = new Map(
    childrenOf(root, 'w:abstractNum').map((each) => [each.attributes.get('abstractNumId') ?? '', each]),
  );
  const lists = new Map<string, List>();
  for (const num of childrenOf(root, 'w:num')) {
    const definition = definitionOf(valOf(childOf(num, 'w:abstractNumId')) ?? '', definitions, root);
    if (definition === undefined) continue;
    const levels = readLevels(childrenOf(definition, 'w:lvl'));
    const startOverrides = new Map<number, number>();
    for (const override of childrenOf(num, 'w:lvlOverride')) {
      const level = wholeNumber(override.attributes.get('ilvl')) ?? 0;
      const start = wholeNumber(valOf(childOf(override, 'w:startOverride')));
      if (start !== undefined) startOverrides.set(level, start);
      for (const [at, own] of readLevels(childrenOf(override, 'w:lvl'))) levels.set(at, own);
    }
    const id = definition.attributes.get('abstractNumId') ?? '';
    lists.set(num.attributes.get('numId') ?? '', { definition: id, levels, startOverrides });
  }
  return lists;
}

/** A definition may only name a list style, which another definition spells out. */
function definitionOf(
  id: string,
  definitions: ReadonlyMap<string, XmlElement>,
  root: XmlElement | undefined,
): XmlElement | undefined {
  const definition = definitions.get(id);
  const link = valOf(childOf(definition, 'w:numStyleLink'));
  if (link === undefined) return definition;
  return childrenOf(root, 'w:abstractNum').find((each) => valOf(childOf(each, 'w:styleLink')) === link) ?? definition;
}

function readLevels(elements: readonly XmlElement[]): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const element of elements) {
    const text = valOf(childOf(element, 'w:lvlText')) ?? '';
    levels.set(wholeNumber(element.attributes.get('ilvl')) ?? 0, {
      start: wholeNumber(valOf(childOf(element, 'w:start'))) ?? 0,
      format: valOf(childOf(element, 'w:numFmt')) ?? 'decimal',
      text,
      gap: valOf(childOf(element, 'w:suff')) === 'nothing' || /[、．）)]$/.test(text) ? '' : ' ',
      isLegal: isOn(childOf(element, 'w:isLgl')),
      restartAfter: wholeNumber(valOf(childOf(element, 'w:lvlRestart'))),
      style: valOf(childOf(element, 'w:pStyle')),
    });
  }
  return levels;
}
