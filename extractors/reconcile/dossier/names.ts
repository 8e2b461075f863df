/**
 * Names of things in a merged dossier: those of its member `n` carry "n~" before them, block and sentence numbers of the
 * member are moved into a range of their own, so that no two members share a name.
 */

/** More blocks than any document has (readers stop far below). */
export const BLOCKS_PER_MEMBER = 10_000_000;

const PREFIXED = /^(?<kind>cell|figure):(?<member>\d{1,6})~(?<rest>.*)$/s;
const TEXT = /^text:(?<block>\d{1,15}):(?<start>\d{1,15})$/;

export function memberName(id: string, member: number): string {
  return `${member}~${id}`;
}

/** The ref of a number as its own document names it, and which member that is; null for refs of other documents. */
export function ownRef(ref: string): { readonly member: number; readonly ref: string } | null {
  const named = PREFIXED.exec(ref)?.groups;
  if (named) return { member: Number(named.member), ref: `${named.kind}:${named.rest}` };
  const text = TEXT.exec(ref)?.groups;
  if (!text) return null;
  const block = Number(text.block);
  return {
    member: Math.floor(block / BLOCKS_PER_MEMBER),
    ref: `text:${block % BLOCKS_PER_MEMBER}:${text.start}`,
  };
}
