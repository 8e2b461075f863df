import { isHeadingTitle, levelOf, readNumbering, readsAsHeading } from '../../sections/numbering.ts';
import type { Element } from './dom.ts';

/** What kind of block a paragraph of the page is, from its element, its type and its numbering. */
export type ParagraphKind =
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: 'list-item' }
  | { readonly kind: 'paragraph' };

export interface ParagraphLook {
  readonly text: string;
  /** Every shown character is bold. */
  readonly bold: boolean;
  readonly element: Element;
  readonly inListItem: boolean;
}

/** Bold lines without a number are headings only when they are as short as one. */
const MAX_BOLD_HEADING_LENGTH = 40;

export function classifyParagraph({ text, bold, element, inListItem }: ParagraphLook): ParagraphKind {
  const tag = /^h([1-6])$/.exec(element.name)?.[1];
  if (tag !== undefined) return { kind: 'heading', level: Number(tag) };
  if (readsAsHeading(text) || (bold && readsAsBoldHeading(text))) {
    return { kind: 'heading', level: levelOf(readNumbering(text)) };
  }
  return inListItem ? { kind: 'list-item' } : { kind: 'paragraph' };
}

/** Pasted from Word, headings are paragraphs in bold type: "1.一般公共服务支出", "名词解释". */
function readsAsBoldHeading(text: string): boolean {
  const numbering = readNumbering(text);
  if (numbering === null && /[，,。；]/.test(text)) return false;
  const title = text.slice(numbering?.length ?? 0);
  return title.length <= MAX_BOLD_HEADING_LENGTH && isHeadingTitle(title) && /\p{Script=Han}/u.test(title);
}
