/** Names and values of a response: repeated fields joined by commas as RFC 9110 §5.2 has it, the text decoded. */
export function readableHeaders(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      decodeHeaderValue(typeof value === 'string' ? value : (value ?? []).join(', ')),
    ]),
  );
}

/**
 * Header bytes arrive as Latin-1. What is beyond ASCII in them is UTF-8 or, from older site systems, GBK: names of
 * attachments and paths of redirects.
 */
export function decodeHeaderValue(value: string): string {
  if (!/[\x80-\xff]/.test(value) || /[^\0-\xff]/.test(value)) return value;
  const bytes = Buffer.from(value, 'latin1');
  for (const charset of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(charset, { fatal: true }).decode(bytes);
    } catch {
      // Not this one: the next, or the bytes as they are.
    }
  }
  return value;
}

/** Charset of a Content-Type, "" where it names none. */
export function charsetOf(contentType: string): string {
  return /;[\t ]{0,9}charset[\t ]{0,9}=[\t ]{0,9}"?([^\s";,]{1,40})/i.exec(contentType)?.[1]?.toLowerCase() ?? '';
}

/** Only a strong ETag says that bytes are the same ones. */
export function isStrong(etag: string): boolean {
  return /^"[^"]{0,500}"$/.test(etag);
}

export interface ContentRange {
  readonly first: number;
  readonly last: number;
  /** Null where the server does not know the length of the whole. */
  readonly total: number | null;
}

export function contentRange(value: string | undefined): ContentRange | null {
  const match = /^bytes[\t ]{1,9}(\d{1,15})-(\d{1,15})\/(\d{1,15}|\*)$/i.exec(value?.trim() ?? '');
  if (match === null) return null;
  return { first: Number(match[1]), last: Number(match[2]), total: match[3] === '*' ? null : Number(match[3]) };
}

/** Names a server may give are data: shown and stored, never a path. This bounds what is kept of one. */
const LONGEST_NAME = 255;
const LONGEST_DISPOSITION = 4096;

/**
 * The file name a server gives in Content-Disposition, "" where it gives none: the last part of what may look like a
 * path, without control characters and marks that change the direction of writing.
 */
export function attachmentName(header: string | undefined): string {
  if (header === undefined) return '';
  const disposition = header.slice(0, LONGEST_DISPOSITION);
  const extended = /;[\t ]{0,9}filename\*[\t ]{0,9}=[\t ]{0,9}"?([a-z0-9_-]{1,20})'[^']{0,20}'([^\s";]+)/i.exec(
    disposition,
  );
  const named = extended === null ? plainName(disposition) : unescaped(extended[2] ?? '', extended[1] ?? '');
  const last = named.split(/[/\\]/).at(-1) ?? '';
  return last
    .replace(/[\0-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
    .slice(0, LONGEST_NAME);
}

function plainName(disposition: string): string {
  const match = /;[\t ]{0,9}filename[\t ]{0,9}=[\t ]{0,9}(?:"([^"]*)"|([^;]*))/i.exec(disposition);
  return unescaped((match?.[1] ?? match?.[2] ?? '').trim(), 'utf-8');
}

function unescaped(value: string, charset: string): string {
  if (!/%[0-9a-f]{2}/i.test(value)) return value;
  const bytes = Buffer.from(
    Buffer.from(value, 'utf8')
      .toString('latin1')
      .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
  for (const tried of [charset, 'utf-8', 'gb18030']) {
    try {
      return new TextDecoder(tried, { fatal: true }).decode(bytes);
    } catch {
      // A charset nobody knows, or bytes that are not in it.
    }
  }
  return value;
}
