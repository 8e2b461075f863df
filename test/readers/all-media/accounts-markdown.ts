import type { SampleBlock, SampleDocument, SampleTable } from '../../../scripts/samples/document.ts';
import { headerGrid } from '../../../scripts/samples/grid.ts';

/** The accounts of an invented unit as Markdown. A pipe table has one row of heads: the levels of a head are joined by "/". */
export function accountsMarkdown({ title, blocks }: SampleDocument): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode([`# ${title}`, ...blocks.map(blockOf)].join('\n\n'));
}

function blockOf(block: SampleBlock): string {
  if (block.kind === 'heading') return `${'#'.repeat(block.level + 1)} ${block.text}`;
  return block.kind === 'paragraph' ? block.text : tableOf(block);
}

function tableOf(table: SampleTable): string {
  const head = Array.from({ length: table.widths.length }, (_, c) => headOf(table, c));
  const row = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`;
  return [
    ...(table.mark === '' ? [] : [table.mark]),
    table.title,
    ...(table.unit === '' ? [] : [`单位：${table.unit}`]),
    [row(head), `|${'---|'.repeat(head.length)}`, ...table.rows.map(row)].join('\n'),
    ...table.notes,
  ].join('\n\n');
}

/** 栏次: numbers of columns are no part of their names. */
const COLUMN_NUMBER = /^\d{1,2}$/;

function headOf(table: SampleTable, column: number): string {
  const above = headerGrid(table).filter(({ c, cs }) => c <= column && column < c + cs);
  const texts = above
    .toSorted((a, b) => a.r - b.r)
    .map(({ text }) => text)
    .filter((text) => !COLUMN_NUMBER.test(text));
  return [...new Set(texts)].join('/');
}
