/**
 * How many characters must be changed, added or removed to make one text of the other. Stops early: anything above
 * `most` is answered as `most + 1`.
 */
export function editDistance(left: string, right: string, most: number): number {
  const from = [...left];
  const to = [...right];
  if (Math.abs(from.length - to.length) > most) return most + 1;
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [row, char] of from.entries()) {
    const current = [row + 1];
    for (const [column, other] of to.entries()) {
      const change = (previous[column] ?? 0) + (char === other ? 0 : 1);
      current.push(Math.min(change, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    if (Math.min(...current) > most) return most + 1;
    previous = current;
  }
  return Math.min(previous.at(-1) ?? 0, most + 1);
}
