import { extname } from 'node:path';
import { fileTypeFromBuffer } from 'file-type';

/** How much of a file is looked at to tell what it is. */
export const HEAD_LENGTH = 4100;

/** Media in which disclosures are published, by content: also those without a reader yet, which are then reported. */
const DOCUMENT_TYPES: ReadonlySet<string> = new Set([
  'pdf',
  'cfb',
  'docx',
  'odt',
  'xlsx',
  'rtf',
  'mht',
  'zip',
  'rar',
  '7z',
]);

/**
 * Names under which they are published. Plain text has no mark of its own: any program or data file is text, so inside a
 * folder it is taken by name; and a damaged file is to be reported, not passed over.
 */
const DOCUMENT_EXTENSIONS: ReadonlySet<string> = new Set(
  '.pdf .html .htm .shtml .xhtml .mht .mhtml .doc .docx .wps .odt .xls .xlsx .et .ods .csv .ofd .rtf .txt .text .md .markdown .zip .rar .7z'.split(
    ' ',
  ),
);

/** Is this file of a folder a document, or one of the many other things that lie in folders? */
export async function isDocument(name: string, head: Uint8Array): Promise<boolean> {
  if (DOCUMENT_EXTENSIONS.has(extname(name).toLowerCase())) return true;
  const text = Buffer.from(head).toString('latin1');
  if (text.slice(0, 1024).includes('%PDF-')) return true;
  if (/<!doctype html|<html[\s>]/i.test(text)) return true;
  const type = await fileTypeFromBuffer(head);
  return type !== undefined && DOCUMENT_TYPES.has(type.ext);
}
