import { levelOf, readNumbering, readsAsHeading } from '../../sections/numbering.ts';
import { readsAsBoldHeading } from '../bold-headings.ts';
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

export function classifyParagraph({ text, bold, element, inListItem }: ParagraphLook): ParagraphKind {
  const tag = /^h([1-6])$/.exec(element.name)?.[1];
  if (tag !== undefined) return { kind: 'heading', level: Number(tag) };
  if (readsAsHeading(text) || (bold && readsAsBoldHeading(text))) {
    return { kind: 'heading', level: levelOf(readNumbering(text)) };
  }
  return inListItem ? { kind: 'list-item' } : { kind: 'paragraph' };
}
