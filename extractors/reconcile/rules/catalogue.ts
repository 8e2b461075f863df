import { z } from 'zod';
import { loadTsv } from '../../knowledge/index.ts';
import { proposers } from '../propose/registry.ts';
import { listRules } from './index.ts';
import type { FormRule } from './rule.ts';

/** One way in which numbers must agree, for a reader who asks what is checked. */
export interface CatalogueEntry {
  /** `proposer`: found in tables and sentences by a program; `rule`: a line of data/rules or of the user's own file. */
  readonly kind: 'proposer' | 'rule' | 'own-rule';
  readonly name: string;
  readonly what: { readonly zh: string; readonly en: string };
  /** The relation as written; "" for a proposer, which makes it from what the document prints. */
  readonly relation: string;
  readonly strength: 'identity' | 'soft' | null;
  /** Regulation, form or template it rests on. */
  readonly basis: string;
  /** File and line it stands in. */
  readonly source: string;
}

const ABOUT = 'rules/proposers.tsv';
const aboutRow = z.strictObject({
  proposer: z.string().min(1),
  zh: z.string().min(1),
  en: z.string().min(1),
  basis: z.string().min(1),
});

/** Everything that is checked, in the order in which it is: proposers, rules of the package, the user's own. */
export function catalogue(ownRules: readonly FormRule[]): readonly CatalogueEntry[] {
  const about = new Map(loadTsv(ABOUT, aboutRow).map((row) => [row.proposer, row]));
  const found = proposers.map(({ name }): CatalogueEntry => {
    const { zh = name, en = name, basis = '' } = about.get(name) ?? {};
    return { kind: 'proposer', name, what: { zh, en }, relation: '', strength: null, basis, source: `data/${ABOUT}` };
  });
  const written = (kind: 'rule' | 'own-rule', rules: readonly FormRule[]) =>
    rules.map(({ name, why, text, strength, basis, source, line }): CatalogueEntry => {
      return { kind, name, what: why, relation: text, strength, basis, source: `${source}:${line}` };
    });
  return [...found, ...written('rule', listRules()), ...written('own-rule', ownRules)];
}
