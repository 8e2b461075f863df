import type { Block } from '../../../schemas/index.ts';
import type { BlocksQuery, DocumentBlocks, ServedBlock } from '../../../schemas/service/index.ts';
import { documentNamed } from '../catalogue.ts';
import type { Service } from '../service.ts';
import type { Reading } from './readings.ts';

/** GET /api/documents/:id/blocks */
export function blocksAnswer(service: Service, id: string, { from, limit }: BlocksQuery): DocumentBlocks {
  const reading = service.readings.of(documentNamed(service, id).artifact);
  const blocks = reading.document?.blocks ?? [];
  const end = from + limit;
  return {
    items: blocks.slice(from, end).map((block) => servedBlock(block, reading)),
    next: end < blocks.length ? end : null,
    total: blocks.length,
  };
}

function servedBlock(block: Block, reading: Reading): ServedBlock {
  const { index, page } = block;
  if (block.kind === 'heading') return { kind: block.kind, index, page, text: block.text, level: block.level };
  if (block.kind !== 'table') return { kind: block.kind, index, page, text: block.text };
  const { rows, columns } = block;
  const tables = reading.tablesOfBlock(index);
  const first = reading.extraction?.tables.find(({ id }) => id === tables[0]?.id);
  return {
    kind: 'table',
    index,
    page,
    tables: [...tables],
    caption: block.caption ?? '',
    rows,
    columns,
    headerRows: first?.headerRows ?? block.markedHeaderRows ?? 0,
    cells: block.cells.map(({ r, c, rs, cs, text, place }) => ({ r, c, rs, cs, text, place })),
  };
}
