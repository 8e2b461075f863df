import sax, { type QualifiedTag } from 'sax';

/** An element of an OOXML part. Names have the customary prefix of their namespace, whatever the file calls it. */
export interface XmlElement {
  readonly name: string;
  /** By local name; only those of relationships keep their prefix ("r:id"). */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Character data directly in it. */
  readonly text: string;
}

export interface XmlPart {
  readonly root: XmlElement;
  /** True when elements were left out because they were nested too deep. */
  readonly cut: boolean;
}

/** Real files nest some 60 deep (a text box in a cell of a nested table). Deeper elements are left out. */
const MAX_DEPTH = 256;
/** A province's budget of 1,500 pages has some 600,000 elements. */
const MAX_ELEMENTS = 2_000_000;
const CHUNK = 64 * 1024;

const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'wp'],
  ['http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing', 'wp'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
]);

/** Looks that nothing here asks for; they are half of a document's elements. */
const UNUSED: ReadonlySet<string> = new Set(
  (
    'w:tblBorders w:tcBorders w:pBdr w:tblCellMar w:tcMar w:shd w:lang w:kern w:color w:szCs w:bCs w:cnfStyle w:tcW ' +
    'w:vAlign w:spacing w:proofErr w:bookmarkStart w:bookmarkEnd w:snapToGrid w:trHeight w:textAlignment w:tblLook ' +
    'w:lastRenderedPageBreak w:noProof'
  ).split(' '),
);

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

/** Thrown for XML with more elements than any document has. */
export class TooManyElementsError extends Error {}

/**
 * Parses a part of an OOXML package. Throws for what is no well-formed XML; document type declarations, which OOXML
 * forbids, are not read, so no entity can be declared.
 */
export function parseXml(bytes: Uint8Array): XmlPart {
  const text = new TextDecoder(charsetOf(bytes)).decode(bytes);
  const parser = sax.parser(true, { xmlns: true, position: false });
  const open: OpenElement[] = [];
  let root: XmlElement | null = null;
  let cut = false;
  let elements = 0;
  /** Elements open below one that is left out, itself included. */
  let leftOut = 0;

  parser.onopentag = (tag) => {
    const name = nameOf(tag as QualifiedTag);
    if (leftOut > 0 || UNUSED.has(name)) {
      leftOut += 1;
      return;
    }
    if (open.length >= MAX_DEPTH) {
      cut = true;
      leftOut += 1;
      return;
    }
    elements += 1;
    if (elements > MAX_ELEMENTS) throw new TooManyElementsError(`more than ${MAX_ELEMENTS} elements`);
    const element: OpenElement = { name, attributes: attributesOf(tag as QualifiedTag), children: [], text: '' };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  };
  parser.onclosetag = () => {
    if (leftOut > 0) leftOut -= 1;
    else open.pop();
  };
  const addText = (data: string): void => {
    const top = open.at(-1);
    if (top !== undefined && leftOut === 0) top.text += data;
  };
  parser.ontext = addText;
  parser.oncdata = addText;
  parser.ondoctype = () => {
    throw new Error('it has a document type declaration');
  };
  parser.onerror = (error) => {
    throw error;
  };
  for (let at = 0; at < text.length; at += CHUNK) parser.write(text.slice(at, at + CHUNK));
  parser.close();
  if (root === null) throw new Error('it has no root element');
  return { root, cut };
}

function charsetOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

function nameOf({ uri, local }: { readonly uri: string; readonly local: string }): string {
  const prefix = PREFIXES.get(uri);
  return prefix === undefined ? local : `${prefix}:${local}`;
}

function attributesOf(tag: QualifiedTag): ReadonlyMap<string, string> {
  let attributes: Map<string, string> | null = null;
  for (const attribute of Object.values(tag.attributes)) {
    if (attribute.prefix === 'xmlns' || attribute.name === 'xmlns' || attribute.local.startsWith('rsid')) continue;
    attributes ??= new Map();
    attributes.set(PREFIXES.get(attribute.uri) === 'r' ? `r:${attribute.local}` : attribute.local, attribute.value);
  }
  return attributes ?? NO_ATTRIBUTES;
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The value of a property element such as <w:outlineLvl w:val="0"/>. */
export function valOf(element: XmlElement | undefined): string | undefined {
  return element?.attributes.get('val');
}

/** A property that is on by being there, unless it says that it is off. */
export function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && !/^(?:0|false|off)$/.test(valOf(element) ?? '');
}

/** A whole number as OOXML writes it; undefined for anything else. */
export function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d{1,9}(?:\.\d{1,9})?$/.test(text) ? Math.trunc(Number(text)) : undefined;
}
