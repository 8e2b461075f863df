import { join, normalize } from 'node:path/posix';

/** A reference in a page, as the name under which its target is known: an absolute URL, or a path beside the page. */
export function linkTarget(href: string, page: string): string | null {
  const isOnline = /^https?:\/\//i.test(page);
  if (isOnline || /^[a-z][a-z0-9+.-]*:/i.test(href)) return onlineTarget(href, isOnline ? page : undefined);
  const path = decoded(href.replace(/[?#].*$/s, ''));
  if (path === '' || path.startsWith('/')) return null;
  const folder = page.replaceAll('\\', '/').replace(/[^/]*$/, '');
  return normalize(join(folder, path));
}

/** A path or URL as `linkTarget` spells it. */
export function linkName(source: string): string {
  return onlineTarget(source, undefined) ?? normalize(source.replaceAll('\\', '/'));
}

function onlineTarget(href: string, page: string | undefined): string | null {
  if (!URL.canParse(href, page)) return null;
  const url = new URL(href, page);
  url.hash = '';
  return /^https?:$/.test(url.protocol) ? url.href : null;
}

/** "%E5%86%B3" and "决" name the same file; what cannot be decoded is meant as it stands. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
