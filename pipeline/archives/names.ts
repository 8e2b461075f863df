/** General purpose flag bit 11: the name is UTF-8. */
const IS_UTF8 = 1 << 11;

/** Folders and files that operating systems put into archives for themselves. */
const SYSTEM_NAMES: ReadonlySet<string> = new Set(['__MACOSX', 'Thumbs.db', 'desktop.ini']);

export interface MemberName {
  /** Folders and file name joined by "/"; never leads out of the archive. */
  readonly name: string;
  readonly isFolder: boolean;
  /** Not meant for people: hidden files are left out in folders as well. */
  readonly isHidden: boolean;
}

/**
 * The name of a member. Windows tools write it in the code page of the machine (GBK) without saying so, and separate
 * folders by "\", whose byte may also be the second half of a Chinese character: names are split after decoding. A name is
 * a word to tell the member by, never a path to write to: "..", "." and leading separators are dropped.
 */
export function memberName(raw: Uint8Array, flags: number): MemberName {
  const text = decodeName(raw, (flags & IS_UTF8) !== 0);
  const parts = text.split(/[/\\]/).filter((part) => part !== '' && part !== '.' && part !== '..');
  return {
    name: parts.map(withoutControls).join('/'),
    isFolder: /[/\\]$/.test(text) || parts.length === 0,
    isHidden: parts.some((part) => part.startsWith('.') || SYSTEM_NAMES.has(part)),
  };
}

function decodeName(raw: Uint8Array, isUtf8: boolean): string {
  // Some tools write UTF-8 without the flag: bytes of GBK are next to never valid UTF-8.
  if (isUtf8) return new TextDecoder('utf-8').decode(raw);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder('gb18030').decode(raw);
  }
}

function withoutControls(part: string): string {
  return part.replace(/[\u0000-\u001f\u007f]/g, '\ufffd');
}
