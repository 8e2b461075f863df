import type { Extraction } from '../../../schemas/index.ts';
import type { KnownNames } from './read-label.ts';
import { readLabel } from './read-label.ts';
import { plainRowName } from './row-name.ts';
import type { SimilarName, SimilarNames } from './similar-names.ts';
import { similarNames } from './similar-names.ts';

/** The rows of a disclosure by name: what a name in prose may refer to. */
export interface RowIndex extends KnownNames {
  /** Codes of the rows with this (plain) name, ascending. */
  readonly codesOf: (name: string) => readonly string[];
  /** Whether a row without a code bears this name: a project. */
  readonly isProject: (name: string) => boolean;
  /** The project that a label means which is not quite its name; null when none is like it, or several are. */
  readonly similarProject: (label: string) => SimilarName | null;
}

/** Names longer than this are sentences. */
const LONGEST_NAME = 40;

/** A name that tells nothing by itself. */
const VAGUE = /^(?:其他|其它|项目|合计|小计|总计|无)$/;

export function indexRows(extraction: Extraction): RowIndex {
  const codes = new Map<string, Set<string>>();
  const projects = new Set<string>();
  let longest = 0;
  for (const table of extraction.tables) {
    if (!table.financial) continue;
    for (const row of table.rows) {
      if (row.role !== 'item' && row.role !== 'of-which') continue;
      const name = plainRowName(row.label);
      if (name.length < 2 || name.length > LONGEST_NAME || VAGUE.test(name) || isTermOnly(row.label)) continue;
      if (row.code === '') projects.add(name);
      else codes.set(name, (codes.get(name) ?? new Set()).add(row.code));
      longest = Math.max(longest, name.length);
    }
  }
  let similar: SimilarNames | null = null;
  const sorted = new Map([...codes].map(([name, set]) => [name, [...set].sort()]));
  return {
    has: (name) => sorted.has(name) || projects.has(name),
    longest,
    codesOf: (name) => sorted.get(name) ?? [],
    isProject: (name) => projects.has(name) && !sorted.has(name),
    similarProject: (label) => {
      similar ??= similarNames([...projects].sort());
      return similar.find(label);
    },
  };
}

/** "本年收入合计" is no name of its own: the words of the vocabulary say all of it. */
function isTermOnly(label: string): boolean {
  const { rest, code } = readLabel(label);
  return rest === '' && code === '';
}

/**
 * Codes that a path of names may mean: those of the last name that lie under a code of each name before it. A path of
 * one name may mean several codes (行政运行 stands under every 款).
 */
export function codesOfPath(index: RowIndex, names: readonly string[]): readonly string[] {
  const [first, ...below] = names;
  let within = first === undefined ? [] : index.codesOf(first);
  for (const name of below) {
    const parents = within;
    within = index
      .codesOf(name)
      .filter((code) => parents.some((parent) => code.length > parent.length && code.startsWith(parent)));
  }
  return within;
}
