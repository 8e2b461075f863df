import { isHeadingTitle, levelOf, readNumbering, readsAsHeading } from '../../sections/numbering.ts';
import { readsAsBoldHeading } from '../bold-headings.ts';
import { framedItems, isFrame } from './frame.ts';
import type { Line } from './paragraph.ts';
import type { StoryItem, WordParagraph } from './story.ts';

/** What kind of block a line is, from its style, its type and its numbering. */
export type LineKind =
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: 'list-item' }
  | { readonly kind: 'paragraph' };

/** The type of the running text, which headings are told from. */
export interface BodyType {
  /** Half points. */
  readonly size: number;
  readonly isTitleFace: boolean;
}

/** Type this much larger than the running text is that of a title. */
const LARGER = 1.2;

export function bodyTypeOf(items: readonly StoryItem[]): BodyType {
  const sizes = new Map<number, number>();
  let shown = 0;
  let titleFace = 0;
  const count = (story: readonly StoryItem[]): void => {
    for (const item of story) {
      if (item.kind === 'table') {
        if (isFrame(item)) count(framedItems(item));
        continue;
      }
      if (item.kind === 'sheet') continue;
      for (const line of item.lines) {
        shown += line.shown;
        titleFace += line.titleFace;
        for (const [size, characters] of line.sizes) sizes.set(size, (sizes.get(size) ?? 0) + characters);
      }
    }
  };
  count(items);
  const [most] = [...sizes].sort((left, right) => right[1] - left[1] || left[0] - right[0]);
  return { size: most?.[0] ?? 0, isTitleFace: titleFace * 2 > shown };
}

export function isContentsLine({ properties }: WordParagraph): boolean {
  return /^toc \d/.test(properties.styleName);
}

export function classifyLine(text: string, line: Line, paragraph: WordParagraph, body: BodyType): LineKind {
  const level = styledLevel(paragraph);
  if (isContentsLine(paragraph)) return { kind: 'paragraph' };
  if (level !== null && isTitleAfterNumber(text)) return { kind: 'heading', level };
  if (readsAsHeading(text) || (standsOut(line, body) && readsAsBoldHeading(text))) {
    return { kind: 'heading', level: levelOf(readNumbering(text)) };
  }
  return paragraph.properties.numbering === undefined ? { kind: 'paragraph' } : { kind: 'list-item' };
}

/** Heading styles and outline levels are also given to whole paragraphs, which they do not make headings. */
function styledLevel({ properties: { outlineLevel, styleName } }: WordParagraph): number | null {
  if (outlineLevel !== undefined) return outlineLevel + 1;
  const named = /^(?:heading|标题) ?([1-9])$/.exec(styleName)?.[1];
  if (named !== undefined) return Number(named);
  return styleName === 'title' ? 1 : null;
}

function isTitleAfterNumber(text: string): boolean {
  return isHeadingTitle(text.slice(readNumbering(text)?.length ?? 0));
}

function standsOut({ shown, bold, titleFace, sizes }: Line, body: BodyType): boolean {
  if (shown === 0) return false;
  if (bold === shown || (titleFace === shown && !body.isTitleFace)) return true;
  return [...sizes.keys()].every((size) => size >= body.size * LARGER);
}
