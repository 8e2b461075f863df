import type { TableRow } from '../../../../schemas/index.ts';
import { canonicalLabel } from '../../../tables/names.ts';

/** The rows of one lane of one unit that bear codes of a classification, as a tree: 类 over 款 over 项. */
export interface CodeTree {
  readonly nodes: readonly CodeNode[];
  /** Rows without a row above them in the classification. */
  readonly tops: readonly TableRow[];
  /** False when a code stands for several rows that cannot be told apart: sums over all tops mean nothing then. */
  readonly topsAreUnique: boolean;
}

export interface CodeNode {
  readonly row: TableRow;
  /** The nearest rows below it; empty for a leaf. */
  readonly children: readonly TableRow[];
}

/**
 * The tree of the coded rows. A row hangs on the nearest code above it that is printed, so that a 项 whose 款 is left out
 * hangs on its 类. Where a code is repeated with the same name, or has rows of its own below it, the table lists several
 * units or projects under the same codes: such rows take part in no sum. A code repeated with another name is a
 * misprinted code, and both rows count.
 */
export function codeTreeOf(rows: readonly TableRow[]): CodeTree {
  const coded = rows.filter((row) => isClassified(row.code) && (row.role === 'item' || row.role === 'subtotal'));
  const byCode = Map.groupBy(coded, (row) => row.code);
  const parents = new Map(coded.map((row) => [row, parentOf(row.code, byCode)]));
  const childrenOf = Map.groupBy(coded, (row) => parents.get(row) ?? '');
  const isAmbiguous = (code: string): boolean => {
    const same = byCode.get(code) ?? [];
    if (same.length < 2) return false;
    const names = new Set(same.map((row) => canonicalLabel(row.label)));
    return names.size < same.length || childrenOf.has(code);
  };
  const nodes: CodeNode[] = [];
  for (const [code, [row]] of byCode) {
    const children = childrenOf.get(code) ?? [];
    if (row === undefined || isAmbiguous(code) || children.some((child) => isAmbiguous(child.code))) continue;
    nodes.push({ row, children });
  }
  const tops = childrenOf.get('') ?? [];
  return { nodes, tops, topsAreUnique: !tops.some((row) => isAmbiguous(row.code)) };
}

/**
 * Whether a code is one of the functional (201–234), the departmental economic (301–399) or the government economic
 * (501–599) classification. Codes of units and projects are printed in the same columns and do not add up by digits.
 */
export function isClassified(code: string): boolean {
  return /^(?:2[0-3]\d|30[12379]|31[0-3]|399|5[01]\d|599)/.test(code) && code.length % 2 === 1;
}

/** The longest code that is printed and that this code lies under; "" where there is none. */
function parentOf(code: string, byCode: ReadonlyMap<string, readonly TableRow[]>): string {
  for (let length = code.length - 2; length >= 3; length -= 2) {
    const candidate = code.slice(0, length);
    if (byCode.has(candidate)) return candidate;
  }
  return '';
}
