import type { DocumentKind } from '../../schemas/index.ts';
import type { Form } from './forms.ts';
import { allForms } from './forms.ts';
import { canonicalTitle } from './names.ts';
import { looksLikeUnit } from './row-roles.ts';

/** What is known of a table when its form is looked for. Words are canonical labels. */
export interface TableEvidence {
  readonly title: string;
  readonly headers: ReadonlySet<string>;
  readonly rows: ReadonlySet<string>;
  readonly documentKind: DocumentKind;
}

export interface Classification {
  readonly form: Form | null;
  /** 0…1: 0.95 and more for a known title that the headers support; below 0.75 for headers and rows alone. */
  readonly confidence: number;
}

const UNKNOWN: Classification = { form: null, confidence: 0 };

/** The form of a table: by its title first, by headers and rows where the title says nothing. */
export function classify(evidence: TableEvidence): Classification {
  const byTitle = formByTitle(evidence);
  if (byTitle !== null) return byTitle;
  return formByContent(evidence);
}

/** True for a text that ends in a title of data/forms with nothing but its owner's name in front. */
export function isKnownTitle(text: string): boolean {
  const title = canonicalTitle(text);
  if (title.length < 2 || title.length > 60) return false;
  const match = longestMatch(title, 'unknown', new Set());
  return match !== null && isOwner(match.prefix);
}

function formByTitle(evidence: TableEvidence): Classification | null {
  const title = canonicalTitle(evidence.title);
  const match = longestMatch(title, evidence.documentKind, evidence.headers);
  if (match === null) return null;
  const { form, prefix } = match;
  const support = share(form.headers, evidence.headers);
  if (form.layout === 'questionnaire') return { form, confidence: isOwner(prefix) ? 0.95 : 0.9 };
  if (isOwner(prefix)) {
    if (form.headers.length === 0) return { form, confidence: 0.9 };
    return { form, confidence: support >= 0.5 ? 0.99 : support >= 0.2 ? 0.9 : 0.75 };
  }
  return form.headers.length > 0 && support >= 0.5 ? { form, confidence: 0.8 } : null;
}

interface TitleMatch {
  readonly form: Form;
  readonly prefix: string;
}

function longestMatch(title: string, kind: DocumentKind, headers: ReadonlySet<string>): TitleMatch | null {
  const index = titleIndex();
  for (const ending of [title, title.replace(/\([^()]{0,20}\)$/, '')]) {
    for (let start = 0; start < ending.length - 1; start++) {
      const forms = index.get(ending.slice(start));
      if (forms !== undefined) return { form: ofPhase(forms, kind, headers), prefix: ending.slice(0, start) };
    }
  }
  return null;
}

let indexed: ReadonlyMap<string, readonly Form[]> | null = null;

function titleIndex(): ReadonlyMap<string, readonly Form[]> {
  if (indexed !== null) return indexed;
  const index = new Map<string, Form[]>();
  for (const form of allForms().values()) {
    for (const title of form.titles) index.set(title, [...(index.get(title) ?? []), form]);
  }
  indexed = index;
  return index;
}

/** Budgets and final accounts share some titles: the headers, else the kind of document, tell which is meant. */
function ofPhase(forms: readonly Form[], kind: DocumentKind, headers: ReadonlySet<string>): Form {
  const [first] = forms;
  if (first === undefined) throw new RangeError('a title of data/forms without a form');
  if (forms.length === 1) return first;
  const isFinal = kind === 'final_accounts' || (kind === 'unknown' && [...headers].some((word) => /决算/.test(word)));
  return forms.find(({ phase }) => phase === (isFinal ? 'final' : 'budget')) ?? first;
}

/** What may stand before a title: nothing, a unit's name, or words like 市级部门 and 综合预算. */
function isOwner(prefix: string): boolean {
  if (prefix === '') return true;
  return (
    /(?:部门|单位|预算|决算|本级|[省市区县镇乡]级|汇总|合并|公开|本年|高等学校|综合|\))$/.test(prefix) ||
    looksLikeUnit(prefix)
  );
}

/** Words enough to be sure of a form without a title. */
const FEWEST_WORDS = 5;
const LEAST_SHARE = 0.8;

function formByContent({ title, headers, rows, documentKind }: TableEvidence): Classification {
  const scored = [...allForms().values()]
    .filter((form) => fits(form, documentKind) && words(form) > 0 && !isTitledOtherwise(form, title))
    .map((form) => ({ form, score: contentScore(form, headers, rows) }))
    .filter(({ form, score }) => score >= LEAST_SHARE && (words(form) >= FEWEST_WORDS || score === 1))
    .sort((a, b) => b.score - a.score || words(b.form) - words(a.form));
  const [best, second] = scored;
  if (best === undefined) return UNKNOWN;
  const isTie = second !== undefined && second.score === best.score && words(second.form) === words(best.form);
  return isTie ? UNKNOWN : { form: best.form, confidence: Number((0.4 + 0.3 * best.score).toFixed(2)) };
}

/** A title that is there and lacks the word counts: 财政拨款决算表（二） by economic codes is of all expenditure, not of 基本支出. */
function isTitledOtherwise(form: Form, printed: string): boolean {
  const title = canonicalTitle(printed);
  return /表(?:\([^()]{0,20}\))?$/.test(title) && !title.includes(form.titled);
}

function words(form: Form): number {
  return form.headers.length + form.rows.length;
}

function contentScore(form: Form, headers: ReadonlySet<string>, rows: ReadonlySet<string>): number {
  if (form.layout === 'questionnaire') return share([...form.headers, ...form.rows], rows);
  const byHeaders = share(form.headers, headers);
  return form.rows.length === 0 ? byHeaders : Math.min(byHeaders, 0.2 + share(form.rows, rows));
}

function fits(form: Form, kind: DocumentKind): boolean {
  if (form.phase === null) return true;
  if (kind === 'final_accounts') return form.phase === 'final';
  return kind === 'budget' ? form.phase === 'budget' : true;
}

/** Share of the entries of which at least one alternative is there; 0 for no entries. */
function share(entries: readonly (readonly string[])[], present: ReadonlySet<string>): number {
  if (entries.length === 0) return 0;
  return entries.filter((alternatives) => alternatives.some((word) => present.has(word))).length / entries.length;
}
