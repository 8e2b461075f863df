import { z } from 'zod';
import { GoujiError } from '../errors.ts';
import { loadYaml } from '../knowledge/index.ts';
import type { FormLayout } from './forms.ts';
import { formOf } from './forms.ts';
import { canonicalLabel } from './names.ts';

const layout = z.enum(['balance', 'list', 'matrix', 'questionnaire']);
const conceptEntry = z.strictObject({
  concept: z.string().regex(/^[a-z_]+$/),
  layouts: z.array(layout).optional(),
  names: z.array(z.string().min(1)).min(1),
});
const phaseName = z.enum(['budget', 'adjusted', 'final', 'prior']);
const conceptsFile = z.strictObject({
  rows: z.array(conceptEntry),
  columns: z.array(conceptEntry),
  phases: z.array(z.strictObject({ phase: phaseName, names: z.array(z.string().min(1)).min(1) })),
});

/** The stage of the year a column is about: 年初预算, 调整/全年预算, 决算/执行, or last year's figure of any stage. */
export type Phase = z.infer<typeof phaseName>;

export interface ColumnMeaning {
  /** Concept of data/forms/concepts.yaml, null where the header is not known: "total", "basic", "abroad" … */
  readonly concept: string | null;
  /** null where the header states no stage. */
  readonly phase: Phase | null;
  /** Concepts of the headers above the one that gave `concept`, outermost first: ["carry_over_in"] for 上年结转/小计. */
  readonly within: readonly string[];
}

interface Names {
  readonly rows: ReadonlyMap<string, string>;
  readonly columns: ReadonlyMap<string, string>;
}

interface Vocabulary {
  readonly byLayout: ReadonlyMap<FormLayout | 'any', Names>;
  readonly phases: ReadonlyMap<string, Phase>;
}

const FILE = 'forms/concepts.yaml';
const LAYOUTS: readonly (FormLayout | 'any')[] = ['any', 'balance', 'list', 'matrix', 'questionnaire'];

let known: Vocabulary | null = null;

/**
 * What a row of a form is about, by its printed label: "本年收入合计" → "income_total". `form` is a key of data/forms, or
 * null where the table was not classified; only names that hold in every layout are then known.
 */
export function conceptOfRow(label: string, form: string | null): string | null {
  return namesFor(form).rows.get(canonicalLabel(label)) ?? null;
}

/**
 * What a column of a form is about, by its header path: ["本年支出", "基本支出"] → basic within expenditure.
 * A closing 小计/合计 takes the concept of what it sums: ["公务用车购置及运行费", "小计"] → vehicle. The heads 收入|支出 of a
 * balance say which side it is, so ["支出", "合计"] is total within expenditure. With the fiscal year of the document given,
 * columns of an earlier printed year are of phase "prior".
 */
export function conceptOfColumn(
  path: readonly string[],
  form: string | null,
  fiscalYear?: number | null,
): ColumnMeaning {
  const names = namesFor(form).columns;
  const parts = path.map((part) => canonicalHeader(part));
  const phase = innermost(parts, (part) => phaseOf(part, fiscalYear ?? null));
  const concepts = parts.flatMap((part) => names.get(part) ?? names.get(withoutYear(part)) ?? []);
  const side = formOf(form)?.layout === 'balance' && SIDES.has(parts[0] ?? '') ? 1 : 0;
  const own = concepts.slice(side);
  const last = own.at(-1) ?? null;
  const isSum = last === 'subtotal' || last === 'total';
  if (isSum && own.length > 1) return { concept: own.at(-2) ?? null, phase, within: concepts.slice(0, -2) };
  return {
    concept: last === 'subtotal' ? 'total' : last,
    phase,
    within: own.length > 0 ? concepts.slice(0, -1) : concepts,
  };
}

/** The words that rules may name rows, columns and stages of the year by. */
export function conceptWords(): { readonly rows: readonly string[]; readonly columns: readonly string[] } {
  const { rows, columns } = loadYaml(FILE, conceptsFile);
  return { rows: rows.map(({ concept }) => concept), columns: columns.map(({ concept }) => concept) };
}

export const PHASES: readonly Phase[] = phaseName.options;

const SIDES: ReadonlySet<string> = new Set(['收入', '支出']);

/** The name of a header without its unit and formula: "合计（万元）" and "合计=1+2" → "合计". */
function canonicalHeader(text: string): string {
  const label = canonicalLabel(text);
  return label.replace(/\((?:单位:)?(?:万|亿|千)?元\)$/, '').replace(/=[\d+\-*/()]{1,40}$/, '') || label;
}

function withoutYear(part: string): string {
  return part.replace(/^(?:(?:19|20)\d{2}年度?|本年度?|当年)/, '');
}

function phaseOf(part: string, fiscalYear: number | null): Phase | null {
  const phase = vocabulary().phases.get(part) ?? vocabulary().phases.get(withoutYear(part)) ?? null;
  const year = /^((?:19|20)\d{2})年/.exec(part)?.[1];
  const isEarlier = phase !== null && year !== undefined && fiscalYear !== null && Number(year) < fiscalYear;
  return isEarlier ? 'prior' : phase;
}

function innermost<Value>(parts: readonly string[], find: (part: string) => Value | null): Value | null {
  for (const part of parts.toReversed()) {
    const found = find(part);
    if (found !== null) return found;
  }
  return null;
}

function namesFor(form: string | null): Names {
  const { byLayout } = vocabulary();
  const names = byLayout.get(formOf(form)?.layout ?? 'any');
  return names ?? { rows: new Map(), columns: new Map() };
}

function vocabulary(): Vocabulary {
  known ??= readVocabulary();
  return known;
}

function readVocabulary(): Vocabulary {
  const file = loadYaml(FILE, conceptsFile);
  return {
    byLayout: new Map(
      LAYOUTS.map((at) => [
        at,
        { rows: namesAt(at, 'rows', file.rows), columns: namesAt(at, 'columns', file.columns) },
      ]),
    ),
    phases: new Map(
      file.phases.flatMap(({ phase, names }) => names.map((name) => [canonicalLabel(name), phase] as const)),
    ),
  };
}

function namesAt(
  at: FormLayout | 'any',
  axis: string,
  entries: readonly z.infer<typeof conceptEntry>[],
): ReadonlyMap<string, string> {
  const concepts = new Map<string, string>();
  for (const { concept, layouts, names } of entries) {
    if (layouts !== undefined && (at === 'any' || !layouts.includes(at))) continue;
    for (const name of names.map(canonicalLabel)) {
      const other = concepts.get(name);
      if (other !== undefined && other !== concept) {
        throw new GoujiError(
          'data-file-invalid',
          `data/${FILE}: ${axis}: ${name} stands in ${other} and in ${concept}`,
          {
            remedy: 'Leave the name in one of the two, or tell them apart by layouts.',
          },
        );
      }
      concepts.set(name, concept);
    }
  }
  return concepts;
}
