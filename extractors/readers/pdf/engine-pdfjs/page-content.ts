import type { FilledBox, RuleLine, TextRun } from '../engine.ts';
import { type Box, contains } from './matrix.ts';

/** Comparisons spent on one page to find out what lies under what; beyond it everything counts as visible. */
const COVER_BUDGET = 4_000_000;

/**
 * What has been drawn on a page so far, in paint order. White areas hide what was drawn under them, and white text
 * shows only on something dark.
 */
export class PageContent {
  runs: TextRun[] = [];
  rules: RuleLine[] = [];
  readonly fills: FilledBox[] = [];
  readonly images: Box[] = [];
  /** Text that is on the page but belongs to no line: askew, mirrored. */
  readonly unplaced: string[] = [];
  #budget = COVER_BUDGET;

  /** Is there anything but paper under the middle of this box? */
  isOnDark(box: Box): boolean {
    const x = (box.x0 + box.x1) / 2;
    const y = (box.y0 + box.y1) / 2;
    const holds = (under: Box) => x >= under.x0 && x <= under.x1 && y >= under.y0 && y <= under.y1;
    this.#budget -= this.fills.length + this.images.length;
    return this.#budget < 0 || this.fills.some(holds) || this.images.some(holds);
  }

  /** A white area was painted: what lies wholly under it is gone. */
  cover(box: Box): void {
    this.#budget -= this.runs.length + this.rules.length;
    if (this.#budget < 0) return;
    const shows = (drawn: Box) => !contains(box, drawn);
    if (!this.runs.every(shows)) this.runs = this.runs.filter(shows);
    if (!this.rules.every(shows)) this.rules = this.rules.filter(shows);
  }
}
