import type { ExtractedFigure } from '../../../../schemas/index.ts';

const LEVELS = '类款项';

/**
 * Items of the classification that stand side by side: "国防支出（类）" is no part of "教育支出（类）", and no 类 is a part of a
 * 项. A list whose introduction was not read may be taken for one with its first item as the whole.
 */
export function areSiblings(part: ExtractedFigure, whole: ExtractedFigure): boolean {
  const own = levelOf(part);
  const above = levelOf(whole);
  return own >= 0 && above >= 0 && own <= above;
}

/** 0 for 类, 1 for 款, 2 for 项, by the last mark in the name; −1 where there is none. */
function levelOf({ label, qualifier }: ExtractedFigure): number {
  const marks = /[（(][类款项][）)]/.test(label) ? label : /预算|决算|^支出$/.test(label) ? qualifier : '';
  const last = [...marks.matchAll(/[（(]([类款项])[）)]/g)].at(-1)?.[1];
  return last === undefined ? -1 : LEVELS.indexOf(last);
}
