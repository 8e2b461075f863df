import { z } from 'zod';
import { GoujiError } from '../errors.ts';
import { listDataFiles, loadYaml } from '../knowledge/index.ts';
import { canonicalLabel, canonicalTitle } from './names.ts';

const formEntry = z.strictObject({
  key: z.string().regex(/^[a-z]+\.[a-z0-9-]+$/),
  name: z.string().min(1),
  titles: z.array(z.string().min(1)).min(1),
  layout: z.enum(['balance', 'list', 'matrix', 'questionnaire']),
  financial: z.boolean().default(true),
  /** Restricts a title that budgets and final accounts share to one of them. */
  phase: z.enum(['final', 'budget']).optional(),
  /** A word of its titles that tells it from forms with the same headers and rows. */
  titled: z.string().min(1).optional(),
  headers: z.array(z.string().min(1)).default([]),
  rows: z.array(z.string().min(1)).default([]),
});

const formsFile = z.strictObject({ forms: z.array(formEntry) });

/** How a form is laid out: two balancing sides, one line per code, one line of amounts, or labels with answers. */
export type FormLayout = z.infer<typeof formEntry>['layout'];

/** A kind of table, as described in data/forms. */
export interface Form {
  readonly key: string;
  readonly name: string;
  readonly layout: FormLayout;
  readonly financial: boolean;
  readonly phase: 'final' | 'budget' | null;
  /** What a table of this form says in its title, if it has one; "" where nothing is asked for. */
  readonly titled: string;
  /** Canonical titles (see `canonicalTitle`). */
  readonly titles: readonly string[];
  /** Words that header cells hold; each entry is a list of alternatives. */
  readonly headers: readonly (readonly string[])[];
  readonly rows: readonly (readonly string[])[];
}

let known: ReadonlyMap<string, Form> | null = null;

/** All forms of data/forms by key, in the order of files and entries. Throws a GoujiError when the data is wrong. */
export function allForms(): ReadonlyMap<string, Form> {
  known ??= readForms();
  return known;
}

/** The form with this key, null for a table that was not classified. */
export function formOf(key: string | null): Form | null {
  return key === null ? null : (allForms().get(key) ?? null);
}

function readForms(): ReadonlyMap<string, Form> {
  const forms = new Map<string, Form>();
  const owners = new Map<string, string>();
  for (const file of listDataFiles('forms', '.yaml')) {
    if (file.endsWith('/concepts.yaml')) continue;
    for (const entry of loadYaml(file, formsFile).forms) {
      if (forms.has(entry.key)) throw quarrel(file, `the key ${entry.key} is given twice`);
      const phase = entry.phase ?? phaseOfKey(entry.key);
      const titles = [...new Set(entry.titles.map(canonicalTitle))];
      for (const title of titles) {
        const owner = owners.get(`${phase} ${title}`);
        if (owner !== undefined) throw quarrel(file, `the title ${title} stands in ${owner} and in ${entry.key}`);
        owners.set(`${phase} ${title}`, entry.key);
      }
      forms.set(entry.key, {
        key: entry.key,
        name: entry.name,
        layout: entry.layout,
        financial: entry.financial,
        phase,
        titled: entry.titled ?? '',
        titles,
        headers: entry.headers.map(alternatives),
        rows: entry.rows.map(alternatives),
      });
    }
  }
  return forms;
}

function phaseOfKey(key: string): 'final' | 'budget' | null {
  if (key.startsWith('final.')) return 'final';
  return key.startsWith('budget.') ? 'budget' : null;
}

function alternatives(words: string): readonly string[] {
  return words.split('|').map(canonicalLabel);
}

function quarrel(file: string, what: string): GoujiError {
  return new GoujiError('data-file-invalid', `data/${file}: ${what}`, {
    remedy: `Remove one of the two in data/forms.`,
  });
}
