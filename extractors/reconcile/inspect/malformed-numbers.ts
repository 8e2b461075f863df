import type { ExtractedTable, Extraction, Remark } from '../../../schemas/index.ts';
import { titleOf } from '../observations.ts';

/** Nothing but digits, separators, spaces and signs, with at least two digits: meant as a number. */
const MEANT_AS_NUMBER = /^[-－−(（]?\d[\d,，.．\s]{0,40}\d[)）%％]?$/;

/** Cells that are meant as a number and are none: separators in the wrong place ("1,25.139", "12.34.56"). */
export function inspectMalformedNumbers(extraction: Extraction): readonly Remark[] {
  return extraction.tables.filter((table) => table.financial).flatMap(malformedIn);
}

function malformedIn(table: ExtractedTable): readonly Remark[] {
  if (table.unread.length === 0) return [];
  const texts = new Map(table.cells.map((cell) => [`${cell.r}:${cell.c}`, cell]));
  const labels = new Map(table.rows.map((row) => [row.r, row.label]));
  return table.unread.flatMap((at): readonly Remark[] => {
    const cell = texts.get(at);
    if (cell === undefined || !MEANT_AS_NUMBER.test(cell.text.normalize('NFKC').trim())) return [];
    const text = `${titleOf(table)}·${labels.get(cell.r) ?? ''}`;
    return [
      {
        rule: 'malformed-number',
        type: 'logic',
        severity: 'warning',
        expected: '',
        actual: cell.text.trim(),
        words: { text, block: table.block, start: cell.r, end: cell.c, place: table.place },
        ref: `cell:${table.id}:${cell.r}:${cell.c}`,
      },
    ];
  });
}
