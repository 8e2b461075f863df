import type { Fact } from '../../schemas/index.ts';
import type { Gold, GoldTable } from './gold.ts';
import { comparable, comparableNumber, type Score, scoreOf, sharedCount, totalCount } from './text.ts';

interface SpannedText {
  readonly r: number;
  readonly c: number;
  readonly rs: number;
  readonly cs: number;
  readonly text: string;
}

type Relations = ReadonlyMap<string, number>;

function cellsOf(table: GoldTable, flat: boolean): SpannedText[] {
  const cells =
    table.cells ??
    (table.rows ?? []).flatMap((row, r) => row.map((text, c) => ({ r, c, rs: 1, cs: 1, text: text ?? '' })));
  return cells
    .map(({ r, c, rs, cs, text }) => ({ r, c, rs: flat ? 1 : rs, cs: flat ? 1 : cs, text: comparable(text) }))
    .filter((cell) => cell.text !== '');
}

/**
 * Adjacency relations of neighbouring non-blank cells (ICDAR 2013): for each cell its next neighbour to the right and
 * below, blanks skipped, as a multiset of (text, text, direction). `flat`: spans are ignored.
 */
function adjacencyRelations(table: GoldTable, flat: boolean): Relations {
  const owners = new Map<string, SpannedText>();
  let [rows, columns] = [0, 0];
  for (const cell of cellsOf(table, flat)) {
    for (let dr = 0; dr < cell.rs; dr++)
      for (let dc = 0; dc < cell.cs; dc++) owners.set(`${cell.r + dr}:${cell.c + dc}`, cell);
    rows = Math.max(rows, cell.r + cell.rs);
    columns = Math.max(columns, cell.c + cell.cs);
  }
  const relations = new Map<string, number>();
  const walk = (positions: readonly string[], direction: 'H' | 'V', begins: (cell: SpannedText) => boolean): void => {
    let previous: SpannedText | undefined;
    for (const position of positions) {
      const cell = owners.get(position);
      if (!cell) continue;
      if (previous && previous !== cell && (begins(cell) || begins(previous))) {
        const key = `${previous.text}\t${cell.text}\t${direction}`;
        relations.set(key, (relations.get(key) ?? 0) + 1);
      }
      previous = cell;
    }
  };
  const range = (length: number): number[] => Array.from({ length }, (_, index) => index);
  for (const r of range(rows))
    walk(
      range(columns).map((c) => `${r}:${c}`),
      'H',
      (cell) => cell.r === r,
    );
  for (const c of range(columns))
    walk(
      range(rows).map((r) => `${r}:${c}`),
      'V',
      (cell) => cell.c === c,
    );
  return relations;
}

/** Adjacency relations of all tables; each table is compared with the one it shares most with. Null where gold has none. */
export function scoreTables(goldTables: Gold['tables'], tables: readonly GoldTable[]): Score | null {
  const flat = goldTables.some((table) => table.cells === undefined);
  const expected = goldTables.map((table) => adjacencyRelations(table, flat)).filter((relations) => relations.size > 0);
  const found = tables.map((table) => adjacencyRelations(table, flat)).filter((relations) => relations.size > 0);
  if (expected.length === 0) return null;
  const candidates = expected
    .flatMap((gold, i) => found.map((relations, j) => ({ shared: sharedCount(gold, relations), i, j })))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || b.i - a.i || b.j - a.j);
  const [usedGold, usedFound] = [new Set<number>(), new Set<number>()];
  let shared = 0;
  for (const candidate of candidates) {
    if (usedGold.has(candidate.i) || usedFound.has(candidate.j)) continue;
    usedGold.add(candidate.i);
    usedFound.add(candidate.j);
    shared += candidate.shared;
  }
  const total = (list: readonly Relations[]): number => list.reduce((sum, relations) => sum + totalCount(relations), 0);
  return scoreOf(shared, total(found), total(expected));
}

/** (row label, last part of the column path, value) triples. Null where gold has none. */
export function scoreFacts(goldFacts: Gold['facts'], facts: readonly Fact[]): Score | null {
  const count = (
    list: readonly {
      row?: string | null | undefined;
      column?: string | null | undefined;
      value?: string | null | undefined;
    }[],
  ): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const fact of list) {
      const value = comparableNumber(fact.value);
      if (value === null) continue;
      const key = [comparable(fact.row), comparable(fact.column).split('/').at(-1) ?? '', value].join('\t');
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  };
  const [expected, found] = [count(goldFacts), count(facts)];
  if (expected.size === 0) return null;
  return scoreOf(sharedCount(expected, found), totalCount(found), totalCount(expected));
}
