import type { ServedBlock } from '../../../../schemas/service/index.ts';
import { inBlocks } from './block-index.ts';
import type { Locate } from './surface.ts';
import { contentRects, rangeIn, rectsOf } from './text-range.ts';

/**
 * Finds places in elements that carry data-block (and data-start where a text is spread over several), cells of tables
 * data-cell: our own paragraphs and tables, or the frame of a sanitised page.
 */
export function locateBlocks(
  root: Element,
  blocks: readonly ServedBlock[],
  origin: () => { left: number; top: number },
): Locate {
  const named = inBlocks(blocks);
  const texts = new Map(blocks.map((block) => [block.index, block.kind === 'table' ? '' : block.text]));
  const elements = new Map<string, HTMLElement[]>();
  for (const element of root.querySelectorAll<HTMLElement>('[data-block]')) {
    const { block = '', cell } = element.dataset;
    const key = cell === undefined ? block : `${block}/${cell}`;
    elements.set(key, [...(elements.get(key) ?? []), element]);
  }
  return (place, ref) => {
    const at = named(place, ref);
    if (!at) return [];
    if ('r' in at) {
      const cell = elements.get(`${at.block}/${at.r}:${at.c}`)?.[0];
      return cell ? contentRects(cell, origin()) : [];
    }
    const startOf = (element: HTMLElement): number => Number(element.dataset.start ?? 0);
    const parts = elements.get(String(at.block)) ?? [];
    const element = parts.findLast((part) => startOf(part) <= at.start) ?? parts[0];
    if (!element) return [];
    const text = texts.get(at.block) ?? '';
    if (text === '' || at.end <= at.start) return contentRects(element, origin());
    const range = rangeIn(element, text, startOf(element), at.start, at.end);
    return range ? rectsOf(range, origin()) : [];
  };
}
