import type { DocumentBlocks, ServedBlock } from '../../../../schemas/service/index.ts';
import { get } from '../../../api/client.ts';
import { documentPath } from '../../../api/paths.ts';
import type { OnePlace } from '../../../components/places.ts';
import { withQuery } from '../../../shell/query.ts';

/** Where something stands in the blocks: a stretch of a text, a cell of a table by its row and column in the block, or rows. */
export type InBlock =
  | { readonly block: number; readonly start: number; readonly end: number }
  | { readonly block: number; readonly r: number; readonly c: number }
  | { readonly block: number; readonly fromRow: number; readonly toRow: number };

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

/** The rows of its block that a table is. */
interface TableRows {
  readonly block: number;
  readonly firstRow: number;
  readonly endRow: number;
}

/** Finds places by what names them: cells and rows by their table, since their places have no row and column. */
export function inBlocks(blocks: readonly ServedBlock[]): (place: OnePlace, ref: string | null) => InBlock | undefined {
  const tables = tableRows(blocks);
  return (place, ref) => {
    const [kind, name = '', r, c] = (ref ?? '').split(':');
    const table = kind === 'cell' || kind === 'row' || kind === 'table' ? tables.get(name) : undefined;
    if (table) {
      const { block, firstRow, endRow } = table;
      if (kind === 'table') return { block, fromRow: firstRow, toRow: endRow };
      const row = firstRow + Number(r);
      return kind === 'row' ? { block, fromRow: row, toRow: row + 1 } : { block, r: row, c: Number(c) };
    }
    if ('block' in place) return { block: place.block, start: place.start, end: place.end };
    if ('sheet' in place) return inSheet(blocks, place.sheet, place.cell);
    return undefined;
  };
}

function tableRows(blocks: readonly ServedBlock[]): ReadonlyMap<string, TableRows> {
  const tables = new Map<string, TableRows>();
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    for (const [n, { id, firstRow }] of block.tables.entries()) {
      const endRow = block.tables[n + 1]?.firstRow ?? block.rows;
      tables.set(id, { block: block.index, firstRow, endRow });
    }
  }
  return tables;
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
