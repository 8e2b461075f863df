import type { StatusReason } from '../../../schemas/index.ts';
import { contentOf } from './content.ts';
import { type EmbeddedSheets, sheetOfObject, type WordSheet } from './embedded.ts';
import type { Fields } from './fields.ts';
import { embeddedObject, largePicture } from './left-out.ts';
import type { Numbering } from './numbering.ts';
import { type Line, readParagraph } from './paragraph.ts';
import type { ParagraphProperties, Styles } from './styles.ts';
import { readTable, type WordTable } from './table.ts';
import { childOf, type XmlElement } from './xml.ts';

/** The running content of a document, a cell or a text box: paragraphs, tables and sheets in reading order. */
export type StoryItem = WordParagraph | WordTable | WordSheet;

export interface WordParagraph {
  readonly kind: 'paragraph';
  /** Printed before the first line; "" where there is none. */
  readonly number: string;
  readonly lines: readonly Line[];
  readonly properties: ParagraphProperties;
}

/** What reading carries along through the whole document. */
export interface StoryContext {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly fields: Fields;
  readonly sheets: EmbeddedSheets;
  /** Collects why something was not read, each reason once. */
  readonly reasons: Map<string, StatusReason>;
}

export function readStory(container: XmlElement, context: StoryContext): StoryItem[] {
  const items: StoryItem[] = [];
  /** Lines of paragraphs whose mark was deleted: the next paragraph goes on with them. */
  let carried: readonly Line[] = [];
  for (const child of contentOf(container)) {
    if (child.name === 'w:tbl') items.push(readTable(child, context, readStory));
    else if (child.name === 'w:altChunk') note(context, 'embedded-object', 'a part in another format was not read');
    else if (child.name === 'w:p') {
      const { paragraph, boxes, sheets } = readOne(child, carried, context);
      if (isMarkDeleted(child)) carried = paragraph.lines;
      else {
        carried = [];
        items.push(paragraph);
      }
      items.push(...sheets);
      for (const box of boxes) items.push(...readStory(box, context));
    }
  }
  const last = items.at(-1);
  if (carried.length > 0 && last?.kind === 'paragraph') {
    items[items.length - 1] = { ...last, lines: [...last.lines, ...carried] };
  }
  return items;
}

function readOne(
  element: XmlElement,
  carried: readonly Line[],
  context: StoryContext,
): { paragraph: WordParagraph; boxes: readonly XmlElement[]; sheets: readonly WordSheet[] } {
  const { styles, numbering, fields } = context;
  const properties = styles.paragraph(childOf(element, 'w:pPr'));
  const content = readParagraph(element, properties.style, styles, fields);
  const sheets: WordSheet[] = [];
  for (const object of content.objects) {
    const sheet = sheetOfObject(object, context.sheets);
    if (sheet !== null) {
      sheets.push({ kind: 'sheet', blocks: sheet.blocks });
      for (const { code, message } of sheet.reasons) note(context, code, message);
      continue;
    }
    const program = embeddedObject(object);
    if (program !== null) note(context, 'embedded-object', `an embedded object (${program}) was not read`);
  }
  if (content.pictures.some(largePicture))
    note(context, 'picture-not-read', 'a picture as large as half a page was not read');
  const lines = carried.length === 0 ? content.lines : joined(carried, content.lines);
  const item = properties.numbering;
  const number =
    item === undefined || isMarkDeleted(element) ? '' : numbering.next({ ...item, style: properties.style });
  return { paragraph: { kind: 'paragraph', number, lines, properties }, boxes: content.boxes, sheets };
}

/** A deleted or moved paragraph mark no longer ends its paragraph. */
function isMarkDeleted(element: XmlElement): boolean {
  const mark = childOf(childOf(element, 'w:pPr'), 'w:rPr');
  return childOf(mark, 'w:del') !== undefined || childOf(mark, 'w:moveFrom') !== undefined;
}

function joined(first: readonly Line[], second: readonly Line[]): Line[] {
  const left = first.at(-1);
  const [right, ...more] = second;
  if (left === undefined || right === undefined) return [...first, ...second];
  const sizes = new Map(left.sizes);
  for (const [size, shown] of right.sizes) sizes.set(size, (sizes.get(size) ?? 0) + shown);
  const line: Line = {
    text: left.text + right.text,
    shown: left.shown + right.shown,
    bold: left.bold + right.bold,
    titleFace: left.titleFace + right.titleFace,
    sizes,
  };
  return [...first.slice(0, -1), line, ...more];
}

function note({ reasons }: StoryContext, code: string, message: string): void {
  if (!reasons.has(message)) reasons.set(message, { code, message });
}
