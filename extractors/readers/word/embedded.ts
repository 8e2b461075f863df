import type { Block } from '../../../schemas/index.ts';
import { UnreadableError } from '../../errors.ts';
import { type EmbeddedSheet, readEmbeddedSheet } from '../spreadsheet/embedded.ts';
import type { OfficePackage, Relationship } from './package.ts';
import { childOf, type XmlElement } from './xml.ts';

/** A workbook that stands in the text as a table, read as the blocks it shows. */
export interface WordSheet {
  readonly kind: 'sheet';
  readonly blocks: readonly Block[];
}

/** Sheets of the embedded workbooks that are shown as such, by relationship. */
export type EmbeddedSheets = ReadonlyMap<string, EmbeddedSheet>;

/** Relationships of a whole package, and of an object file in which its program wrapped it. */
const EMBEDDED: ReadonlySet<string> = new Set(['package', 'oleObject']);
/** A disclosure has a dozen tables; what lies behind this many objects is told to be unread. */
const MOST_OBJECTS = 100;

export async function readEmbeddedSheets(
  { bytes }: OfficePackage,
  relationships: ReadonlyMap<string, Relationship>,
): Promise<EmbeddedSheets> {
  const sheets = new Map<string, EmbeddedSheet>();
  const objects = [...relationships].filter(([, { type, isExternal }]) => EMBEDDED.has(type) && !isExternal);
  for (const [id, { target }] of objects.slice(0, MOST_OBJECTS)) {
    const content = await bytes(target);
    const sheet = content === null ? null : sheetIn(content);
    if (sheet !== null) sheets.set(id, sheet);
  }
  return sheets;
}

/** A workbook that cannot be opened leaves the document readable: its object is told to be unread. */
function sheetIn(content: Uint8Array): EmbeddedSheet | null {
  try {
    return readEmbeddedSheet(content);
  } catch (cause) {
    if (cause instanceof UnreadableError) return null;
    throw cause;
  }
}

/** The sheet an object shows; null for one that is shown as an icon or is no workbook. */
export function sheetOfObject(object: XmlElement, sheets: EmbeddedSheets): EmbeddedSheet | null {
  const { attributes } = childOf(object, 'o:OLEObject') ?? { attributes: new Map<string, string>() };
  if (attributes.get('DrawAspect') === 'Icon' || attributes.get('Type') === 'Link') return null;
  return sheets.get(attributes.get('r:id') ?? '') ?? null;
}

/** The blocks where they stand in the document: they are found by their place in it. */
export function placedBlocks({ blocks }: WordSheet, firstIndex: number): readonly Block[] {
  return blocks.map((block, position): Block => {
    const index = firstIndex + position;
    const at = (text: string) => ({ block: index, start: 0, end: text.length });
    if (block.kind !== 'table')
      return { ...block, index, spans: [{ start: 0, end: block.text.length, place: at(block.text) }] };
    const cells = block.cells.map((cell) => ({ ...cell, place: cell.text === '' ? null : at(cell.text) }));
    return { ...block, index, cells, place: at('') };
  });
}
