import chardet from 'chardet';
import type { StatusReason } from '../../schemas/index.ts';
import { isUtf16 } from './medium.ts';

/**
 * Bytes to text. A byte-order mark settles it. Else bytes that are valid UTF-8 are UTF-8, whatever header and meta say:
 * double-byte Chinese text is hardly ever valid UTF-8 by chance, and declarations are wrong more often. Else the
 * declarations are tried in order, then the national encodings, and the reading with the fewest broken characters wins.
 */
export interface DecodedText {
  readonly text: string;
  readonly charset: string;
  readonly reasons: readonly StatusReason[];
}

/** Declared charsets that are subsets of what is really written: decoding with the superset loses nothing. */
const SUPERSETS: ReadonlyMap<string, string> = new Map([
  ['gb2312', 'gb18030'],
  ['gbk', 'gb18030'],
  ['x-gbk', 'gb18030'],
  ['gb_2312-80', 'gb18030'],
  ['hz-gb-2312', 'gb18030'],
  ['utf8', 'utf-8'],
]);
/** Western single-byte sets decode anything without an error, so their declaration proves nothing. */
const PROVES_NOTHING = /^(?:iso-?8859|latin|windows-125|us-ascii|ascii)/;
/** More broken characters than this and the text is reported as damaged. */
const DAMAGED_SHARE = 0.002;
const BROKEN = /[\ufffd\ue000-\uf8ff\u0080-\u009f]/g;
/** What UTF-8 replacement characters become when they are read once more as GBK. */
const TWICE_READ = /锟斤拷/g;
const CHARDET_SAMPLE = 64 * 1024;

export function decodeText(bytes: Uint8Array, declared: readonly (string | undefined)[]): DecodedText {
  const utf16 = isUtf16(bytes);
  if (utf16 !== false) return decoded(bytes, utf16);
  const strict = strictUtf8(bytes);
  if (strict !== null) return { text: strict, charset: 'utf-8', reasons: damage(strict, 'utf-8') };
  const readings = candidates(bytes, declared).map((charset) => decoded(bytes, charset));
  const best = readings.reduce((left, right) => (brokenShare(right.text) < brokenShare(left.text) ? right : left));
  return best;
}

function candidates(bytes: Uint8Array, declared: readonly (string | undefined)[]): string[] {
  const named = declared.flatMap((name) => {
    const lower = name?.trim().toLowerCase() ?? '';
    const charset = SUPERSETS.get(lower) ?? lower;
    return charset !== '' && !PROVES_NOTHING.test(charset) && isKnown(charset) ? [charset] : [];
  });
  const guess = chardet.detect(bytes.subarray(0, CHARDET_SAMPLE))?.toLowerCase() ?? '';
  const guessed = isKnown(guess) && !PROVES_NOTHING.test(guess) ? [SUPERSETS.get(guess) ?? guess] : [];
  return [...new Set([...named, 'utf-8', 'gb18030', ...guessed])];
}

function isKnown(charset: string): boolean {
  try {
    new TextDecoder(charset);
    return true;
  } catch {
    return false;
  }
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decoded(bytes: Uint8Array, charset: string): DecodedText {
  const text = new TextDecoder(charset).decode(bytes);
  return { text, charset, reasons: damage(text, charset) };
}

function damage(text: string, charset: string): StatusReason[] {
  const share = brokenShare(text);
  if (share <= DAMAGED_SHARE) return [];
  const percent = (share * 100).toFixed(1);
  return [{ code: 'damaged-text', message: `${percent}% of the characters could not be decoded (read as ${charset})` }];
}

function brokenShare(text: string): number {
  if (text === '') return 0;
  const broken = (text.match(BROKEN)?.length ?? 0) + 3 * (text.match(TWICE_READ)?.length ?? 0);
  return broken / text.length;
}
