/** Numbers of other documents are named "<sha256>#cell:t1:3:4"; in their own they are "cell:t1:3:4". */
export function nameWithin(ref: string | null): string | null {
  return ref?.split('#').at(-1) ?? null;
}
