import type { MarkedOperand } from './model.ts';

/** Points, origin at the top left of the page as displayed. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** A box around a number, with the tag that bears its marks. */
export interface PageMark {
  readonly page: number;
  readonly box: Box;
  readonly tag: Box;
  readonly label: string;
  readonly isSuspect: boolean;
  /** The operands that the number stands for; a total may be one in several findings. */
  readonly operands: readonly MarkedOperand[];
}

export const MARK_COLORS = { suspect: '#c1121f', other: '#1d4ed8' } as const;

export const TAG = { height: 7, typeSize: 6, characterWidth: 3.5, padding: 1.5 } as const;

/** The box stands this far outside of a number in a sentence, and inside of a cell: boxes of neighbouring cells part. */
const MARGIN = 1;
const INSET = 0.7;
/** How far the tag of a cell reaches above the cell's border, so that it covers neither number. */
const ABOVE_BORDER = 4;
/** Marks written on one tag; of more the first is written, and how many there are. */
const MOST_LABELS = 3;

/** Boxes for operands that stand on pages of `document`; the same place has one box. */
export function pageMarks(operands: readonly MarkedOperand[]): PageMark[] {
  const groups = new Map<string, { page: number; box: Box; operands: MarkedOperand[] }>();
  for (const operand of operands) {
    for (const place of operand.places) {
      if (!('page' in place)) continue;
      const [x0, y0, x1, y1] = place.bbox;
      const key = `${place.page} ${place.bbox.join(' ')}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { page: place.page, box: { x0, y0, x1, y1 }, operands: [operand] });
      else group.operands.push(operand);
    }
  }
  return [...groups.values()].map(({ page, box, operands: meant }) => {
    const label = labelOf(meant);
    const inCell = meant.some(({ ref }) => /(?:^|#)(?:cell|fact):/.test(ref));
    const margin = inCell ? -INSET : MARGIN;
    return {
      page,
      box: { x0: box.x0 - margin, y0: box.y0 - margin, x1: box.x1 + margin, y1: box.y1 + margin },
      tag: tagOver(box, label, inCell),
      label,
      isSuspect: meant.some(({ isSuspect }) => isSuspect),
      operands: meant,
    };
  });
}

function labelOf(operands: readonly MarkedOperand[]): string {
  const marks = operands.map(({ mark }) => mark);
  return marks.length <= MOST_LABELS ? marks.join(' ') : `${marks[0]} +${marks.length - 1}`;
}

function tagOver({ x0, y0 }: Box, label: string, inCell: boolean): Box {
  const bottom = inCell ? y0 - ABOVE_BORDER + TAG.height : y0 - MARGIN;
  const left = Math.max(0, x0 - MARGIN);
  const top = Math.max(0, bottom - TAG.height);
  return { x0: left, y0: top, x1: left + label.length * TAG.characterWidth + 2 * TAG.padding, y1: top + TAG.height };
}

/** The document an operand stands in: named before "#" where it is another one than that of the finding. */
export function documentOf({ ref }: { readonly ref: string }, own: string): string {
  const end = ref.indexOf('#');
  return end < 0 ? own : ref.slice(0, end);
}
