import { type Rect, union } from './geometry.ts';
import type { Mark } from './marks.ts';

/** Part of a pane that boxes may span to be shown together. */
const FITS = 0.86;

/**
 * Brings boxes into view, in the middle where they fit; where they do not, the first of them. Says whether they were too
 * far apart. Rects are measured from the start of what is scrolled.
 */
export function bringIntoView(pane: HTMLElement, rects: readonly Rect[]): boolean {
  const all = union(rects);
  const [first] = rects;
  if (!all || !first) return false;
  const isFar = all.height > pane.clientHeight * FITS || all.width > pane.clientWidth * FITS;
  const shown = isFar ? first : all;
  pane.scrollTo({
    top: Math.max(0, shown.top + shown.height / 2 - pane.clientHeight / 2),
    left: Math.max(0, shown.left + shown.width / 2 - pane.clientWidth / 2),
  });
  return isFar;
}

/** Keys of the marks that are not to be seen as the pane stands now, those of other documents among them. */
export function awayFrom(
  pane: HTMLElement,
  marks: readonly Mark[],
  rectsOf: (mark: Mark) => readonly Rect[],
): readonly string[] {
  return marks
    .filter((mark) => mark.otherDocument !== null || rectsOf(mark).some((rect) => !isInView(pane, rect)))
    .map(({ key }) => key);
}

function isInView(pane: HTMLElement, { left, top, width, height }: Rect): boolean {
  return (
    top >= pane.scrollTop &&
    top + height <= pane.scrollTop + pane.clientHeight &&
    left >= pane.scrollLeft &&
    left + width <= pane.scrollLeft + pane.clientWidth
  );
}
