import type { Block, OnePlace } from '../../schemas/index.ts';

/** Blocks numbered by their position; the block numbers in their places follow. */
export function renumbered(blocks: readonly Block[]): Block[] {
  return blocks.map((block, index) => (block.index === index ? block : moveBlock(block, index)));
}

function moveBlock(block: Block, index: number): Block {
  const moved = structuredClone(block);
  moved.index = index;
  for (const place of placesOf(moved)) {
    if ('block' in place) place.block = index;
  }
  return moved;
}

function placesOf(block: Block): OnePlace[] {
  if (block.kind !== 'table') return block.spans.map((span) => span.place);
  return [block.place, ...block.cells.map((cell) => cell.place)].flat().filter((place) => place !== null);
}
