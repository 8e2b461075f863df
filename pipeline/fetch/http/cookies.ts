import { parseCookie } from 'undici';

/**
 * Some download pages give a file only to whoever comes with the session they began. Cookies are kept for one crawl and in
 * memory, and go back to nobody but the host that gave them, whatever domain they name.
 */
export interface CookieJar {
  readonly learn: (url: URL, setCookies: readonly string[]) => void;
  /** What a request says of them; empty where there are none. */
  readonly headers: (url: URL) => { readonly cookie?: string };
}

interface Kept {
  readonly value: string;
  readonly path: string;
  readonly secure: boolean;
  /** Milliseconds since 1970; null: as long as the crawl lasts. */
  readonly expires: number | null;
}

/** RFC 6265 §6.1 asks for so much per host at least; no more is kept of any. */
const MOST_OF_A_HOST = 50;
const LONGEST = 4096;
/** What a request may carry altogether, in characters. */
const LONGEST_HEADER = 8192;

export function cookieJar({ now }: { readonly now: () => number }): CookieJar {
  const hosts = new Map<string, Map<string, Kept>>();

  function learn(url: URL, setCookies: readonly string[]): void {
    for (const line of setCookies) {
      const cookie = line.length > LONGEST ? null : parseCookie(line);
      if (cookie === null || !isSendable(cookie.name, cookie.value)) continue;
      const kept = hosts.get(url.host) ?? new Map<string, Kept>();
      hosts.set(url.host, kept);
      const path = cookie.path?.startsWith('/') ? cookie.path : folderOf(url.pathname);
      const expires = expiryOf(cookie, now());
      const key = `${cookie.name};${path}`;
      // The newest of a name is sent last, and the oldest makes room.
      kept.delete(key);
      if (expires !== null && expires <= now()) continue;
      kept.set(key, { value: `${cookie.name}=${cookie.value}`, path, secure: cookie.secure === true, expires });
      const [oldest] = kept.keys();
      if (kept.size > MOST_OF_A_HOST && oldest !== undefined) kept.delete(oldest);
    }
  }

  function headers(url: URL): { readonly cookie?: string } {
    const sent: string[] = [];
    let length = 0;
    for (const { value, path, secure, expires } of hosts.get(url.host)?.values() ?? []) {
      const isMeant =
        isWithin(url.pathname, path) && (!secure || url.protocol === 'https:') && (expires === null || expires > now());
      length += isMeant ? value.length + 2 : 0;
      if (isMeant && length <= LONGEST_HEADER) sent.push(value);
    }
    return sent.length === 0 ? {} : { cookie: sent.join('; ') };
  }

  return { learn, headers };
}

/** A server's words go back to it, but never as a header of their own. */
function isSendable(name: string, value: string): boolean {
  return name !== '' && /^[\x20-\x3a\x3c-\x7e]*$/.test(name + value);
}

function expiryOf(
  { maxAge, expires }: { readonly maxAge?: number; readonly expires?: Date | number },
  now: number,
): number | null {
  if (maxAge !== undefined) return now + maxAge * 1000;
  return expires === undefined ? null : Number(expires);
}

/** RFC 6265 §5.1.4. */
function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 1));
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || (path.startsWith(folder) && (folder.endsWith('/') || path[folder.length] === '/'));
}
