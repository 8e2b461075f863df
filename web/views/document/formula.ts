import type { ServedFinding } from '../../../schemas/service/index.ts';

/** A piece of a formula: words and signs as they are, or a number with the operand it is. */
export type FormulaPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'operand'; readonly text: string; readonly operand: number };

const NUMBER = /\d[\d,]*(?:\.\d+)?/g;

/**
 * The order in which operands get their letters: as they stand in the formula, then those it does not show. Reading it
 * aloud goes A, B, C.
 */
export function formulaOrder(
  formula: string,
  values: readonly string[],
  ranks: readonly number[] = [],
): readonly number[] {
  const named = formulaParts(formula, values, ranks).flatMap((part) => (part.kind === 'operand' ? [part.operand] : []));
  return [...named, ...values.keys().filter((index) => !named.includes(index))];
}

/**
 * How surely an operand of a finding is in its formula, and not only in another relation that fails for the same reason:
 * the suspect one is in all of them, and the message names those it tells of.
 */
export function formulaRanks(finding: Pick<ServedFinding, 'message' | 'operands'>): readonly number[] {
  const names = [...finding.message.zh.matchAll(/「([^」]+)」/g)].map(([, name = '']) => name);
  return finding.operands.map(({ isSuspect, label }) =>
    isSuspect ? 2 : names.some((name) => label === name || label.endsWith(`·${name}`)) ? 1 : 0,
  );
}

/**
 * Links the numbers of a formula with its operands, each operand once: the same value twice is two places, taken by rank
 * and then in order. A number that no operand has (a computed sum) stays text.
 */
export function formulaParts(
  formula: string,
  values: readonly string[],
  ranks: readonly number[] = [],
): readonly FormulaPart[] {
  const plain = values.map((value) => value.replaceAll(',', '').replace(/^[-−+]/, ''));
  const byRank = [...plain.keys()].toSorted((a, b) => (ranks[b] ?? 0) - (ranks[a] ?? 0));
  const used = new Set<number>();
  const parts: FormulaPart[] = [];
  let from = 0;
  for (const match of formula.matchAll(NUMBER)) {
    const text = match[0];
    const operand = byRank.find((index) => !used.has(index) && plain[index] === text.replaceAll(',', ''));
    if (operand === undefined) continue;
    used.add(operand);
    if (match.index > from) parts.push({ kind: 'text', text: formula.slice(from, match.index) });
    parts.push({ kind: 'operand', text, operand });
    from = match.index + text.length;
  }
  if (from < formula.length) parts.push({ kind: 'text', text: formula.slice(from) });
  return parts;
}
