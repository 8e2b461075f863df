import { contentOf } from './content.ts';
import type { StoryContext, StoryItem } from './story.ts';
import { childOf, isOn, valOf, wholeNumber, type XmlElement } from './xml.ts';

export interface WordTable {
  readonly kind: 'table';
  readonly rows: readonly WordRow[];
  /** Leading rows that are repeated on every page. */
  readonly headerRows: number;
}

export interface WordRow {
  /** Grid columns left free before the first cell. */
  readonly before: number;
  readonly cells: readonly WordCell[];
}

export interface WordCell {
  /** Grid columns it is wide. */
  readonly span: number;
  /** Goes on with the cell above, or begins a merged one. */
  readonly vertical: 'continue' | 'restart' | null;
  /** Goes on with the cell to the left. */
  readonly isContinuedFromLeft: boolean;
  readonly items: readonly StoryItem[];
}

/** A row has 63 cells at most in Word; wider spans are damage. */
const MAX_SPAN = 1000;

/** Reads the rows of a table. Deleted rows are left out; cells that go on from above or from the left hold nothing of their own. */
export function readTable(
  table: XmlElement,
  context: StoryContext,
  readStory: (container: XmlElement, context: StoryContext) => StoryItem[],
): WordTable {
  const rows: WordRow[] = [];
  let headerRows = 0;
  for (const row of contentOf(table)) {
    if (row.name !== 'w:tr') continue;
    const properties = childOf(row, 'w:trPr');
    if (childOf(properties, 'w:del') !== undefined || isOn(childOf(properties, 'w:hidden'))) continue;
    const cells: WordCell[] = [];
    for (const cell of contentOf(row)) {
      if (cell.name === 'w:tc') cells.push(readCell(cell, readStory(cell, context)));
    }
    if (isOn(childOf(properties, 'w:tblHeader')) && headerRows === rows.length) headerRows += 1;
    rows.push({ before: spanOf(childOf(properties, 'w:gridBefore'), 0), cells });
  }
  return { kind: 'table', rows, headerRows };
}

function readCell(cell: XmlElement, items: StoryItem[]): WordCell {
  const properties = childOf(cell, 'w:tcPr');
  const vertical = childOf(properties, 'w:vMerge');
  const isContinuation = vertical !== undefined && valOf(vertical) !== 'restart';
  return {
    span: Math.max(1, spanOf(childOf(properties, 'w:gridSpan'), 1)),
    vertical: isContinuation ? 'continue' : vertical === undefined ? null : 'restart',
    isContinuedFromLeft: isContinuedFromLeft(childOf(properties, 'w:hMerge')),
    items: isOn(childOf(properties, 'w:cellDel')) ? [] : items,
  };
}

/** Old documents merge sideways as they do downwards; a merge without a value goes on. */
function isContinuedFromLeft(merge: XmlElement | undefined): boolean {
  return merge !== undefined && valOf(merge) !== 'restart';
}

function spanOf(element: XmlElement | undefined, otherwise: number): number {
  const span = wholeNumber(valOf(element)) ?? otherwise;
  return Math.min(Math.max(span, 0), MAX_SPAN);
}
