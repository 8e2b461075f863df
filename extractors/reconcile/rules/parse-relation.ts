import { checkColumnConcept, checkForm, checkPhase, checkRowConcept } from './known-words.ts';
import { type Mistake, mistakes } from './mistakes.ts';
import type { ColumnName, ColumnSelector, RowName, RowSelector, RuleRelation, RuleTerm } from './rule.ts';

/** What is wrong with a relation, and at which character (from 0) of its text. */
export class RelationSyntaxError extends Error {
  readonly at: number;
  readonly mistake: Mistake;

  constructor(mistake: Mistake, at: number) {
    super(mistake.en);
    this.name = 'RelationSyntaxError';
    this.mistake = mistake;
    this.at = at;
  }
}

/**
 * Reads "final.01[income_total] = final.02[total, income_total]". Terms are added or subtracted; the operator is =, ≤ or
 * ≥. The words of selectors are in rule.ts; how to write rules is told in data/rules/README.md.
 */
export function parseRelation(text: string): RuleRelation {
  const source: Source = { text, at: 0 };
  const left = readSide(source);
  skipSpaces(source);
  const operator = /^(?:=|≤|<=|≥|>=)/.exec(text.slice(source.at))?.[0];
  if (operator === undefined) throw new RelationSyntaxError(mistakes.operator, source.at);
  source.at += operator.length;
  const right = readSide(source);
  expectEnd(source);
  if (operator === '≥' || operator === '>=') return { left: right, operator: '<=', right: left };
  return { left, operator: operator === '=' ? '=' : '<=', right };
}

/** Reads a single term, as in `unless`. */
export function parseTerm(text: string): RuleTerm {
  const source: Source = { text, at: 0 };
  const term = readTerm(source, 1);
  expectEnd(source);
  return term;
}

interface Source {
  readonly text: string;
  at: number;
}

function expectEnd(source: Source): void {
  skipSpaces(source);
  if (source.at < source.text.length) failAt(source, mistakes.unexpected(source.text.slice(source.at, source.at + 12)));
}

function failAt({ at }: Source, mistake: Mistake): never {
  throw new RelationSyntaxError(mistake, at);
}

/** Fails with what is wrong with a word, if anything is. */
function demand(problem: Mistake | null, at: number): void {
  if (problem !== null) throw new RelationSyntaxError(problem, at);
}

function skipSpaces(source: Source): void {
  while (/\s/.test(source.text.charAt(source.at))) source.at++;
}

function readSide(source: Source): readonly RuleTerm[] {
  const terms: RuleTerm[] = [];
  let sign: 1 | -1 = 1;
  skipSpaces(source);
  if (source.text.charAt(source.at) === '-') {
    sign = -1;
    source.at++;
  }
  for (;;) {
    terms.push(readTerm(source, sign));
    skipSpaces(source);
    const next = source.text.charAt(source.at);
    if (next !== '+' && next !== '-' && next !== '−') return terms;
    sign = next === '+' ? 1 : -1;
    source.at++;
  }
}

const FORM = /^[a-z]+\.[a-z0-9-]+/;
const QUOTED = /^"(?<inside>[^"]{1,80})"/;

function readTerm(source: Source, sign: 1 | -1): RuleTerm {
  skipSpaces(source);
  const start = source.at;
  const ahead = source.text.slice(start);
  const form = FORM.exec(ahead)?.[0] ?? null;
  demand(form === null ? null : checkForm(form), start);
  const quoted = form === null ? QUOTED.exec(ahead) : null;
  const name = form ?? quoted?.[0];
  if (name === undefined) failAt(source, mistakes.form);
  source.at += name.length;
  if (source.text.charAt(source.at) !== '[') failAt(source, mistakes.row);
  const close = source.text.indexOf(']', source.at);
  if (close < 0) failAt(source, mistakes.notClosed);
  const inside = source.text.slice(source.at + 1, close);
  const rowText = /^[^,@]*/.exec(inside)?.[0] ?? '';
  const rest = inside.slice(rowText.length);
  const row = readRow(rowText, source.at + 1);
  const column = rest === '' ? null : readColumn(rest.replace(/^,/, ''), source.at + 1 + rowText.length);
  source.at = close + 1;
  const optional = source.text.charAt(source.at) === '?';
  if (optional) source.at++;
  const text = source.text.slice(start, source.at);
  return { sign, form, title: quoted?.groups?.inside ?? '', row, column, optional, text };
}

function readRow(text: string, at: number): RowSelector {
  const trimmed = text.trim();
  const side = /^(?<side>income|expenditure):/.exec(trimmed)?.groups?.side;
  const named = side === undefined ? trimmed : trimmed.slice(side.length + 1).trim();
  const [under, inner] = named.includes('>') ? named.split('>', 2) : [null, named];
  demand(under === null ? null : checkRowConcept((under ?? '').trim()), at);
  const names = (inner ?? '').split('|').map((name) => readRowName(name.trim(), at));
  return { side: side === 'income' || side === 'expenditure' ? side : null, under: under?.trim() ?? null, names };
}

function readRowName(name: string, at: number): RowName {
  if (name === 'items') return { kind: 'items' };
  if (name === '*') return { kind: 'each', of: 'row' };
  if (name === '{class}') return { kind: 'each', of: 'class' };
  if (name === '{code}') return { kind: 'each', of: 'code' };
  if (/^\d{3,9}$/.test(name)) return { kind: 'code', code: name };
  const label = QUOTED.exec(name)?.groups?.inside;
  if (label !== undefined) return { kind: 'label', label };
  if (/^[a-z_]+$/.test(name)) {
    demand(checkRowConcept(name), at);
    return { kind: 'concept', concept: name };
  }
  throw new RelationSyntaxError(mistakes.rowName(name), at);
}

function readColumn(text: string, at: number): ColumnSelector {
  const [named = '', phase] = text.split('@', 2).map((part) => part.trim());
  demand(phase === undefined ? null : checkPhase(phase), at);
  const names = named === '' ? [] : named.split('|').map((name) => readColumnName(name.trim(), at));
  if (names.length === 0 && phase === undefined) throw new RelationSyntaxError(mistakes.columnMissing, at);
  return { names, phase: phase ?? null };
}

function readColumnName(name: string, at: number): ColumnName {
  if (name === '{column}') return { kind: 'each' };
  const header = QUOTED.exec(name)?.groups?.inside;
  if (header !== undefined) return { kind: 'header', header };
  const concept = /^(?:(?<within>[a-z_]+)\/)?(?<concept>[a-z_]+)$/.exec(name)?.groups;
  if (concept?.concept) {
    demand(checkColumnConcept(concept.concept), at);
    demand(concept.within === undefined ? null : checkColumnConcept(concept.within), at);
    return { kind: 'concept', concept: concept.concept, within: concept.within ?? null };
  }
  throw new RelationSyntaxError(mistakes.columnName(name), at);
}
