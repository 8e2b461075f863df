import { type AnyNode, type Element, isTag, type Text } from '../../../extractors/readers/html/dom.ts';
import { isBlockLevel, isShown } from '../../../extractors/readers/html/element.ts';
import { withoutInvisible } from '../../../extractors/readers/whitespace.ts';
import type { Block, BlockPlace, Place } from '../../../schemas/index.ts';
import type { Marks } from './sanitise.ts';

/**
 * Leads from the elements and texts of a page to the blocks that were read of them. A block is a stretch of the text of one
 * element (two where a paragraph was torn), so texts are matched with it in order, white space aside.
 */
export function marksOf(body: Element, blocks: readonly Block[], find: (selector: string) => Element | null): Marks {
  const cells = new Map<Element, Readonly<Record<string, string | number>>>();
  const stretches = new Map<Element, Stretch[]>();
  for (const block of blocks) {
    if (block.kind === 'table') {
      markTable(block, find, cells);
      continue;
    }
    for (const { start, end, place } of block.spans) {
      const element = 'selector' in place && place.selector !== undefined ? find(place.selector) : null;
      if (element === null) continue;
      const stretch = stretchOf(block.index, start, block.text.slice(start, end));
      const known = stretches.get(element);
      if (known === undefined) stretches.set(element, [stretch]);
      else known.push(stretch);
    }
  }
  return {
    ofElement: (element) => cells.get(element) ?? null,
    ofText: (text) => {
      if (!isVisible(text, body)) return null;
      const stretch = stretches.get(containerOf(text, body));
      return stretch === undefined ? null : matched(stretch, text);
    },
  };
}

function markTable(
  block: Extract<Block, { kind: 'table' }>,
  find: (selector: string) => Element | null,
  cells: Map<Element, Readonly<Record<string, string | number>>>,
): void {
  const table = elementOf(block.place, find);
  if (table !== null) cells.set(table, { 'data-block': block.index });
  for (const { r, c, place } of block.cells) {
    const element = place === null ? null : elementOf(place, find);
    if (element !== null) cells.set(element, { 'data-block': block.index, 'data-start': 0, 'data-cell': `${r}:${c}` });
  }
}

function elementOf(place: Place, find: (selector: string) => Element | null): Element | null {
  const first = Array.isArray(place) ? place[0] : place;
  const selector = first === undefined ? undefined : (first as Partial<BlockPlace>).selector;
  return selector === undefined ? null : find(selector);
}

/** A part of a block that has not been met yet. */
interface Stretch {
  readonly block: number;
  /** Its characters without white space, and where each stands in the block's text. */
  readonly characters: string;
  readonly offsets: readonly number[];
  met: number;
}

function stretchOf(block: number, start: number, text: string): Stretch {
  const offsets: number[] = [];
  let characters = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (/\s/.test(character)) continue;
    characters += character;
    offsets.push(start + at);
  }
  return { block, characters, offsets, met: 0 };
}

/** The stretch that goes on with this text. What was left out of blocks (a line of the portal) matches none. */
function matched(stretches: Stretch[], { data }: Text): Readonly<Record<string, number>> | null {
  const characters = withoutInvisible(data).replace(/\s/g, '');
  if (characters === '') return null;
  const at = stretches.findIndex(({ characters: whole, met }) => whole.startsWith(characters, met));
  const stretch = stretches[at];
  const start = stretch?.offsets[stretch.met];
  if (stretch === undefined || start === undefined) return null;
  stretch.met += characters.length;
  if (stretch.met === stretch.characters.length) stretches.splice(at, 1);
  return { 'data-block': stretch.block, 'data-start': start };
}

/** The nearest element that holds text as a block, as when it was read. */
function containerOf(text: Text, body: Element): Element {
  let element = text.parent as AnyNode | null;
  while (element !== null && isTag(element) && element !== body && !isBlockLevel(element)) element = element.parent;
  return element !== null && isTag(element) ? element : body;
}

function isVisible(text: Text, body: Element): boolean {
  let element = text.parent as AnyNode | null;
  while (element !== null && isTag(element) && element !== body) {
    if (!isShown(element)) return false;
    element = element.parent;
  }
  return true;
}
