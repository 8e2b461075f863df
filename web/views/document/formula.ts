/** A piece of a formula: words and signs as they are, or a number with the operand it is. */
export type FormulaPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'operand'; readonly text: string; readonly operand: number };

const NUMBER = /\d[\d,]*(?:\.\d+)?/g;

/**
 * The order in which operands get their letters: as they stand in the formula, then those it does not show. Reading it
 * aloud goes A, B, C.
 */
export function formulaOrder(formula: string, values: readonly string[]): readonly number[] {
  const named = formulaParts(formula, values).flatMap((part) => (part.kind === 'operand' ? [part.operand] : []));
  return [...named, ...values.keys().filter((index) => !named.includes(index))];
}

/**
 * Links the numbers of a formula with its operands, each operand once and in order: the same value twice is two places.
 * A number that no operand has (a computed sum) stays text.
 */
export function formulaParts(formula: string, values: readonly string[]): readonly FormulaPart[] {
  const plain = values.map((value) => value.replaceAll(',', '').replace(/^[-−+]/, ''));
  const used = new Set<number>();
  const parts: FormulaPart[] = [];
  let from = 0;
  for (const match of formula.matchAll(NUMBER)) {
    const text = match[0];
    const operand = plain.findIndex((value, index) => !used.has(index) && value === text.replaceAll(',', ''));
    if (operand < 0) continue;
    used.add(operand);
    if (match.index > from) parts.push({ kind: 'text', text: formula.slice(from, match.index) });
    parts.push({ kind: 'operand', text, operand });
    from = match.index + text.length;
  }
  if (from < formula.length) parts.push({ kind: 'text', text: formula.slice(from) });
  return parts;
}
