/** How far from its end a PDF says where its cross-reference is. */
const TAIL = 2048;

export type CrossReferenceKind = 'table' | 'stream' | 'damaged';

/**
 * The kind of cross-reference a PDF ends with, which an update of it has to continue. `damaged`: it does not stand where
 * the file says, so that an update could not be found from it.
 */
export function crossReferenceKind(bytes: Uint8Array): CrossReferenceKind {
  const latin = new TextDecoder('latin1');
  const tail = latin.decode(bytes.subarray(Math.max(0, bytes.length - TAIL)));
  const stated = [...tail.matchAll(/startxref\s+(\d{1,12})/g)].at(-1)?.[1];
  if (stated === undefined) return 'damaged';
  const at = Number(stated);
  const found = latin.decode(bytes.subarray(at, at + 40));
  if (/^\s{0,4}xref\b/.test(found)) return 'table';
  return /^\s{0,4}\d{1,10}\s+\d{1,5}\s+obj\b/.test(found) ? 'stream' : 'damaged';
}
