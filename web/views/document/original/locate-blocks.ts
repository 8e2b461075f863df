import type { ServedBlock } from '../../../../schemas/service/index.ts';
import { inBlocks } from './block-index.ts';
import { type Rect, union } from './geometry.ts';
import type { Locate } from './surface.ts';
import { boxOf, contentRects, type Origin, rangeIn, rectsOf } from './text-range.ts';

interface Cell {
  readonly r: number;
  readonly element: HTMLElement;
}

/**
 * Finds places in elements that carry data-block (and data-start where a text is spread over several), cells of tables
 * data-cell: our own paragraphs and tables, or the frame of a sanitised page.
 */
export function locateBlocks(root: Element, blocks: readonly ServedBlock[], origin: () => Origin): Locate {
  const named = inBlocks(blocks);
  const texts = new Map(blocks.map((block) => [block.index, block.kind === 'table' ? '' : block.text]));
  const { parts, cells } = elementsOf(root);
  return (place, ref) => {
    const at = named(place, ref);
    if (!at) return [];
    const inTable = cells.get(at.block) ?? new Map<string, Cell>();
    if ('fromRow' in at) {
      const rows = [...inTable.values()].filter(({ r }) => r >= at.fromRow && r < at.toRow);
      return one(union(rows.map(({ element }) => boxOf(element, origin()))));
    }
    if ('r' in at) {
      const cell = inTable.get(`${at.r}:${at.c}`);
      return cell ? contentRects(cell.element, origin()) : [];
    }
    const element = partAt(parts.get(at.block) ?? [], at.start);
    if (!element) return [];
    const text = texts.get(at.block) ?? '';
    if (text === '' || at.end <= at.start) return contentRects(element, origin());
    const range = rangeIn(element, text, startOf(element), at.start, at.end);
    return range ? rectsOf(range, origin()) : [];
  };
}

interface Elements {
  readonly parts: ReadonlyMap<number, readonly HTMLElement[]>;
  /** Cells of each block by "row:column". */
  readonly cells: ReadonlyMap<number, ReadonlyMap<string, Cell>>;
}

function elementsOf(root: Element): Elements {
  const parts = new Map<number, HTMLElement[]>();
  const cells = new Map<number, Map<string, Cell>>();
  for (const element of root.querySelectorAll<HTMLElement>('[data-block]')) {
    const { block: index, cell } = element.dataset;
    const block = Number(index);
    if (cell === undefined) {
      parts.set(block, parts.get(block) ?? []);
      parts.get(block)?.push(element);
    } else {
      cells.set(block, cells.get(block) ?? new Map());
      cells.get(block)?.set(cell, { r: Number(cell.split(':')[0]), element });
    }
  }
  return { parts, cells };
}

function startOf(element: HTMLElement): number {
  return Number(element.dataset.start ?? 0);
}

/** The last part of a block's text that begins at or before an offset. */
function partAt(parts: readonly HTMLElement[], start: number): HTMLElement | undefined {
  return parts.findLast((part) => startOf(part) <= start) ?? parts[0];
}

function one(rect: Rect | undefined): readonly Rect[] {
  return rect ? [rect] : [];
}
