import type { DocumentBlocks, ServedBlock } from '../../../../schemas/service/index.ts';
import { get } from '../../../api/client.ts';
import { documentPath } from '../../../api/paths.ts';
import type { OnePlace } from '../../../components/places.ts';
import { withQuery } from '../../../shell/query.ts';

/** Where something stands in the blocks: a stretch of a text, or a cell of a table by its row and column in the block. */
export type InBlock =
  | { readonly block: number; readonly start: number; readonly end: number }
  | { readonly block: number; readonly r: number; readonly c: number };

const PER_ANSWER = 500;

export async function readBlocks(document: string, signal: AbortSignal): Promise<readonly ServedBlock[]> {
  const blocks: ServedBlock[] = [];
  for (let from: number | null = 0; from !== null; ) {
    const answer: DocumentBlocks = await get(
      withQuery(documentPath(document, 'blocks'), { from, limit: PER_ANSWER }),
      signal,
    );
    blocks.push(...answer.items);
    from = answer.next;
  }
  return blocks;
}

/** Finds places by what names them: cells by their table, since places of cells have no row and column. */
export function inBlocks(blocks: readonly ServedBlock[]): (place: OnePlace, ref: string | null) => InBlock | undefined {
  const byTable = new Map<string, { readonly block: number; readonly firstRow: number }>();
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    for (const { id, firstRow } of block.tables) byTable.set(id, { block: block.index, firstRow });
  }
  return (place, ref) => {
    const cell = /^cell:([^:]+):(\d{1,9}):(\d{1,9})$/.exec(ref ?? '');
    const table = cell && byTable.get(cell[1] ?? '');
    if (cell && table) return { block: table.block, r: Number(cell[2]) + table.firstRow, c: Number(cell[3]) };
    if ('block' in place) return { block: place.block, start: place.start, end: place.end };
    if ('sheet' in place) return inSheet(blocks, place.sheet, place.cell);
    return undefined;
  };
}

function inSheet(blocks: readonly ServedBlock[], sheet: string, name: string): InBlock | undefined {
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    const cell = block.cells.find(({ place }) => {
      const one = Array.isArray(place) ? place[0] : place;
      return one !== null && one !== undefined && 'sheet' in one && one.sheet === sheet && one.cell === name;
    });
    if (cell) return { block: block.index, r: cell.r, c: cell.c };
  }
  return undefined;
}
