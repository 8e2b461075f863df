/**
 * Address patterns of a source: "*" stands for any characters, all else for itself, whole address or path and query.
 * Not regular expressions: what an operator writes cannot take exponential time.
 */
export function matchesWildcard(pattern: string, url: URL): boolean {
  const subject = /^https?:\/\//i.test(pattern) ? url.href : `${url.pathname}${url.search}`;
  return matches(pattern, subject) || matches(pattern, decoded(subject));
}

function matches(pattern: string, text: string): boolean {
  const pieces = pattern.split('*');
  const first = pieces[0] ?? '';
  const last = pieces.at(-1) ?? '';
  if (pieces.length === 1) return text === pattern;
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  let from = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = text.indexOf(piece, from);
    if (found === -1) return false;
    from = found + piece.length;
  }
  return from <= text.length - last.length;
}

function decoded(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
