import type { DocumentSpec, SpecBlock, SpecCell } from '../conformance/spec.ts';
import { zip } from './zip.ts';

/** Word documents written by hand: only what the standard demands, and the parts under test. */

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NAMESPACES = [
  `xmlns:w="${W}"`,
  `xmlns:r="${R}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(' ');

export interface Parts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  /** More relationships of the document, and more parts by name. */
  readonly relationships?: string;
  readonly more?: Readonly<Record<string, string>>;
  /** Parts that are files of their own. */
  readonly files?: Readonly<Record<string, Uint8Array>>;
}

export function docx(parts: Parts): Uint8Array {
  const written = Object.entries(membersOf(parts)).map(([name, text]) => ({
    name,
    bytes: new TextEncoder().encode(text),
  }));
  return zip([...written, ...Object.entries(parts.files ?? {}).map(([name, bytes]) => ({ name, bytes }))]);
}

export function membersOf({ body, styles, numbering, relationships = '', more = {} }: Parts): Record<string, string> {
  const related = [
    ...(styles === undefined ? [] : [relationship('styles', 'styles.xml')]),
    ...(numbering === undefined ? [] : [relationship('numbering', 'numbering.xml')]),
    relationships,
  ];
  return {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': relationshipsPart(relationship('officeDocument', 'word/document.xml')),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationshipsPart(related.join('')),
    ...(styles === undefined ? {} : { 'word/styles.xml': `<w:styles xmlns:w="${W}">${styles}</w:styles>` }),
    ...(numbering === undefined
      ? {}
      : { 'word/numbering.xml': `<w:numbering xmlns:w="${W}">${numbering}</w:numbering>` }),
    ...more,
  };
}

function relationshipsPart(relationships: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationships}</Relationships>`;
}

export function relationship(type: string, target: string, id = type, isExternal = false): string {
  return `<Relationship Id="${id}" Type="${R}/${type}" Target="${target}"${isExternal ? ' TargetMode="External"' : ''}/>`;
}

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
export const text = (content: string, properties = ''): string => paragraph(run(content), properties);
export const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : text(content)}</w:tc>`;
export const row = (cells: readonly string[], properties = ''): string =>
  `<w:tr><w:trPr>${properties}</w:trPr>${cells.map((each) => (each.startsWith('<w:tc>') ? each : cell(each))).join('')}</w:tr>`;
export const table = (...rows: readonly string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;

/** The disclosure of the conformance suite as Word writes it. */
export function asDocx({ blocks }: DocumentSpec): Uint8Array {
  return docx({ body: blocks.map(blockOf).join('') });
}

function blockOf(block: SpecBlock): string {
  if (block.kind === 'heading') return paragraph(run(block.text, '<w:b/>'));
  if (block.kind === 'paragraph') return text(block.text);
  return table(...block.rows.map((cells) => row(cells.map(specCell))));
}

function specCell({ text: content, columns = 1 }: SpecCell): string {
  return cell(content, columns === 1 ? '' : `<w:gridSpan w:val="${columns}"/>`);
}
