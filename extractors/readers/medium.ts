import { fileTypeFromBuffer } from 'file-type';
import { zipNames } from './zip-names.ts';

/** What bytes are, told from the bytes alone. File names and HTTP headers lie too often to be asked. */
export type Medium =
  | 'pdf'
  | 'html'
  | 'text'
  | 'spreadsheet'
  | 'word-document'
  | 'presentation'
  | 'legacy-word'
  | 'legacy-spreadsheet'
  | 'legacy-office'
  | 'encrypted-office'
  | 'ofd'
  | 'zip'
  | 'archive'
  | 'image'
  | 'web-archive'
  | 'markup'
  | 'empty'
  | 'unknown';

/** Garbage before "%PDF-" is tolerated up to here, as PDF readers do (ISO 32000-1, Annex H, note 13). */
const PDF_HEADER_WITHIN = 1024;
/** How much of the beginning tells text from binary and HTML from text. */
const SNIFF_LENGTH = 64 * 1024;
/** Text may hold a stray control character (form feeds of a pdf dump, a damaged byte), not more than this share. */
const CONTROL_SHARE_OF_TEXT = 0.01;

const BY_MIME: ReadonlyArray<readonly [RegExp, Medium]> = [
  [/^application\/pdf$/, 'pdf'],
  [/spreadsheetml|opendocument\.spreadsheet|ms-excel/, 'spreadsheet'],
  [/wordprocessingml|ms-word/, 'word-document'],
  [/opendocument\.text|msword|^application\/rtf$/, 'legacy-word'],
  [/presentationml|opendocument\.presentation/, 'presentation'],
  [/^application\/zip$/, 'zip'],
  [/^application\/(?:x-rar-compressed|x-7z-compressed|gzip|x-tar|x-bzip2|x-xz)$/, 'archive'],
  [/^image\//, 'image'],
];

/** Tells the medium from content. Never throws; what nothing knows is `unknown`. */
export async function sniffMedium(bytes: Uint8Array): Promise<Medium> {
  if (isBlank(bytes)) return 'empty';
  const head = latin1(bytes.subarray(0, SNIFF_LENGTH));
  const names = zipNames(bytes);
  // A PDF that is stored first in an archive, without packing it, begins there as well.
  if (names === null && head.slice(0, PDF_HEADER_WITHIN).includes('%PDF-')) return 'pdf';
  const container = await sniffContainer(bytes, names);
  if (container !== null) return container;
  return looksLikeText(bytes.subarray(0, SNIFF_LENGTH)) ? sniffText(withoutZeros(head)) : 'unknown';
}

/** Whether bytes are a web page, as `sniffMedium` tells it: for what only has to know that. */
export function looksLikeHtml(bytes: Uint8Array): boolean {
  const head = latin1(bytes.subarray(0, SNIFF_LENGTH));
  if (isBlank(bytes) || head.slice(0, PDF_HEADER_WITHIN).includes('%PDF-')) return false;
  return looksLikeText(bytes.subarray(0, SNIFF_LENGTH)) && sniffText(withoutZeros(head)) === 'html';
}

async function sniffContainer(bytes: Uint8Array, names: readonly string[] | null): Promise<Medium | null> {
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (type?.mime === 'application/x-cfb') return sniffCompoundFile(bytes);
  const medium = BY_MIME.find(([mime]) => mime.test(type?.mime ?? ''))?.[1] ?? null;
  return names === null ? medium : sniffZip(names, medium);
}

/** What the folders of an office file (ISO/IEC 29500-2) hold. */
const BY_FOLDER: ReadonlyArray<readonly [string, Medium]> = [
  ['xl/', 'spreadsheet'],
  ['word/', 'word-document'],
  ['ppt/', 'presentation'],
];

/**
 * Office files are zip files with a directory of contents. WPS and others put it where quick looks do not find it, and an
 * archive may lie under the name of an office file or hold one: its own directory tells.
 */
function sniffZip(names: readonly string[], medium: Medium | null): Medium | null {
  if (names.includes('OFD.xml')) return 'ofd';
  if (names.includes('[Content_Types].xml'))
    return BY_FOLDER.find(([folder]) => names.some((name) => name.startsWith(folder)))?.[1] ?? medium;
  if (names.includes('mimetype')) return medium;
  return 'zip';
}

/** OLE2 compound files (doc, xls, wps, et) are told apart by the names of their streams. */
function sniffCompoundFile(bytes: Uint8Array): Medium {
  if (holds(bytes, spaced('EncryptedPackage'))) return 'encrypted-office';
  if (holds(bytes, spaced('WordDocument'))) return 'legacy-word';
  if (holds(bytes, spaced('Workbook')) || holds(bytes, spaced('Book\0'))) return 'legacy-spreadsheet';
  return 'legacy-office';
}

/** The root element of workbooks that Excel 2003 and reporting programs write as one XML file. */
const EXCEL_XML = /<(?:[a-z]{1,8}:)?Workbook\s[^<>]{0,2000}urn:schemas-microsoft-com:office:spreadsheet/;

function sniffText(head: string): Medium {
  if (/^Content-Type:\s{0,9}multipart\/related/im.test(head)) return 'web-archive';
  if (/<(?:!doctype\s{1,9}html|html|head|body)[\s>]/i.test(head)) return 'html';
  const firstTag = /^[^\S\n]{0,9}<([a-z?!][a-z0-9:-]{0,30})/im.exec(head.slice(0, 4096))?.[1]?.toLowerCase();
  if (firstTag === undefined) return 'text';
  if (firstTag === '?xml') return EXCEL_XML.test(head.slice(0, 4096)) ? 'spreadsheet' : 'markup';
  return startsWithTag(head) ? 'html' : 'text';
}

const FLOW_TAG =
  /^(?:[\s\ufeff]|ï»¿|ÿþ|þÿ|<!--)*<(?:!doctype|meta|title|style|script|table|div|p|span|ul|ol|h[1-6]|font|center|section|article|a|b|strong|br|img|form)\b/i;

function startsWithTag(head: string): boolean {
  return FLOW_TAG.test(head.trimStart().slice(0, 200));
}

/** Spaces, line ends and zeros only: a file that was made and never written. */
function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0 || byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
}

function looksLikeText(head: Uint8Array): boolean {
  if (isUtf16(head)) return true;
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) return false;
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b) controls += 1;
  }
  return controls <= head.length * CONTROL_SHARE_OF_TEXT && isPlausibleEncoding(head);
}

/** UTF-8 or a Chinese double-byte encoding: random bytes fail both early and often. */
function isPlausibleEncoding(head: Uint8Array): boolean {
  return ['utf-8', 'gb18030', 'big5'].some((charset) => {
    const text = new TextDecoder(charset).decode(head);
    const broken = text.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
    return broken <= 1 + text.length * CONTROL_SHARE_OF_TEXT;
  });
}

/** A byte-order mark, or zeros in every second byte as ASCII has in UTF-16. */
export function isUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | false {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const pairs = Math.min(bytes.length, SNIFF_LENGTH) >> 1;
  if (pairs < 4) return false;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    if (bytes[2 * pair] === 0) evenZeros += 1;
    if (bytes[2 * pair + 1] === 0) oddZeros += 1;
  }
  if (oddZeros > pairs * 0.1 && evenZeros === 0) return 'utf-16le';
  if (evenZeros > pairs * 0.1 && oddZeros === 0) return 'utf-16be';
  return false;
}

function withoutZeros(text: string): string {
  return text.replaceAll('\0', '');
}

function spaced(ascii: string): string {
  return [...ascii].map((char) => `${char}\0`).join('');
}

function holds(bytes: Uint8Array, needle: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(needle, 0, 'latin1');
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
