/** The part of a file a Range header asks for; null: all of it; 'unsatisfiable': nothing of it is there. */
export function rangeOf(
  header: string | undefined,
  size: number,
): { readonly start: number; readonly end: number } | null | 'unsatisfiable' {
  // Several ranges at once are answered with everything, as RFC 9110 allows.
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return null;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size : Math.min(size, Number(to) + 1);
  return start < end ? { start, end } : 'unsatisfiable';
}

/** A file name for saving: RFC 6266, in UTF-8, and without what could end the header or leave a folder. */
export function attachmentNamed(fileName: string): string {
  const plain = fileName.replace(/[\p{Cc}\p{Cf}/\\]/gu, '_').slice(-150);
  const ascii = plain.replace(/[^\w.-]/g, '_');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(plain.toWellFormed()).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}
