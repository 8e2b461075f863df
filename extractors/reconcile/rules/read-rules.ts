import type { Pair, Scalar, YAMLMap } from 'yaml';
import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { FindingType } from '../../../schemas/index.ts';
import { findingType } from '../../../schemas/index.ts';
import { type Mistake, mistakes } from './mistakes.ts';
import { parseRelation, parseTerm, RelationSyntaxError } from './parse-relation.ts';
import type { FormRule } from './rule.ts';

/** A mistake in a file of rules, for the person who wrote it. Lines and columns count from 1. */
export interface RuleFileError {
  readonly line: number;
  readonly column: number;
  readonly mistake: Mistake;
}

export type ParsedRules =
  | { readonly rules: readonly FormRule[]; readonly errors: readonly [] }
  | { readonly rules: readonly []; readonly errors: readonly RuleFileError[] };

const KEYS = ['name', 'relation', 'why', 'message', 'en', 'soft', 'type', 'unless', 'basis'] as const;

export interface RulesOrigin {
  /** Name of the file, as it is shown. */
  readonly source?: string;
  /** Names of other rules, which these may not have. */
  readonly taken?: ReadonlySet<string>;
}

/**
 * Reads a file of rules (YAML): a list `rules:` of `{ name, relation, why, en, soft, type, unless, basis }`, of which name,
 * relation and why (or message, another word for it) are needed. `basis:` beside `rules:` is that of all rules that name none.
 * Every mistake is reported with its line and column; with any mistake there are no rules.
 */
export function parseRules(text: string, { source = '', taken = new Set() }: RulesOrigin = {}): ParsedRules {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const errors: RuleFileError[] = [];
  const report = (offset: number, mistake: Mistake): void => {
    const { line, col } = lines.linePos(offset);
    errors.push({ line, column: col, mistake });
  };
  for (const error of document.errors) report(error.pos[0], mistakes.yaml(firstLine(error.message) || error.code));
  const lineOf = (offset: number) => lines.linePos(offset).line;
  const rules = errors.length > 0 ? [] : readList(document.contents, { source, taken, lineOf, report });
  return errors.length > 0 ? { rules: [], errors } : { rules, errors: [] };
}

type Report = (offset: number, mistake: Mistake) => void;

interface Reading {
  readonly source: string;
  readonly taken: ReadonlySet<string>;
  readonly lineOf: (offset: number) => number;
  readonly report: Report;
}

/** The parser says where in a sentence of its own; line and column stand before the message already. */
function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
}

function readList(contents: unknown, reading: Reading): readonly FormRule[] {
  const { report, taken } = reading;
  const list = isMap(contents) ? contents.get('rules') : contents;
  if (!isSeq(list)) {
    report(0, mistakes.list);
    return [];
  }
  const basis = isMap(contents) ? contents.get('basis') : '';
  const commonBasis = typeof basis === 'string' ? basis : '';
  const names = new Set<string>();
  const rules: FormRule[] = [];
  for (const item of list.items) {
    if (!isMap(item)) {
      report(offsetOf(item), mistakes.rule);
      continue;
    }
    const rule = readRule(item as YAMLMap, reading, commonBasis);
    if (rule === null) continue;
    if (taken.has(rule.name)) report(offsetOf(item), mistakes.nameTaken(rule.name));
    if (names.has(rule.name)) report(offsetOf(item), mistakes.nameTwice(rule.name));
    names.add(rule.name);
    rules.push(rule);
  }
  return rules;
}

function readRule(map: YAMLMap, { source, lineOf, report }: Reading, commonBasis: string): FormRule | null {
  const fields = new Map<string, Pair>();
  for (const pair of map.items) {
    const key = isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : '';
    if (KEYS.some((known) => known === key)) fields.set(key, pair);
    else report(offsetOf(pair.key), mistakes.unknownKey(key, KEYS));
  }
  const name = textOf(fields, 'name', map, report);
  const why = textOf(fields, fields.has('message') ? 'message' : 'why', map, report);
  const soft = scalarOf(fields.get('soft'))?.value ?? false;
  if (typeof soft !== 'boolean') report(offsetOf(fields.get('soft')?.value), mistakes.soft);
  const relation = readExpression(fields.get('relation'), parseRelation, map, report);
  const unless = readUnless(fields.get('unless'), report);
  const type = readType(fields.get('type'), report);
  if (name === null || why === null || relation === null || unless === null || type === undefined) return null;
  const en = scalarOf(fields.get('en'))?.value;
  const basis = scalarOf(fields.get('basis'))?.value;
  return {
    name,
    relation,
    why: { zh: why, en: typeof en === 'string' ? en : why },
    strength: soft === true ? 'soft' : 'identity',
    type,
    unless,
    source,
    line: lineOf(offsetOf(map)),
    basis: typeof basis === 'string' ? basis : commonBasis,
    text: String(scalarOf(fields.get('relation'))?.value ?? ''),
  };
}

function textOf(fields: ReadonlyMap<string, Pair>, key: string, map: YAMLMap, report: Report): string | null {
  const scalar = scalarOf(fields.get(key));
  if (scalar && typeof scalar.value === 'string' && scalar.value.trim() !== '') return scalar.value;
  report(offsetOf(scalar ?? map), mistakes.textMissing(key));
  return null;
}

function readExpression<Value>(
  pair: Pair | undefined,
  parse: (text: string) => Value,
  map: YAMLMap,
  report: Report,
): Value | null {
  const scalar = scalarOf(pair);
  if (!scalar || typeof scalar.value !== 'string') {
    report(offsetOf(scalar ?? map), mistakes.textMissing('relation'));
    return null;
  }
  return attempt(scalar, parse, report);
}

function attempt<Value>(scalar: Scalar, parse: (text: string) => Value, report: Report): Value | null {
  try {
    return parse(String(scalar.value));
  } catch (error) {
    if (!(error instanceof RelationSyntaxError)) throw error;
    const quote = scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE' ? 1 : 0;
    report(offsetOf(scalar) + quote + error.at, error.mistake);
    return null;
  }
}

function readUnless(pair: Pair | undefined, report: Report): FormRule['unless'] | null {
  if (pair === undefined) return [];
  const nodes = isSeq(pair.value) ? pair.value.items : [pair.value];
  const terms = nodes.map((node) => {
    if (isScalar(node) && typeof node.value === 'string') return attempt(node, parseTerm, report);
    report(offsetOf(node), mistakes.cell);
    return null;
  });
  return terms.every((term) => term !== null) ? terms : null;
}

function readType(pair: Pair | undefined, report: Report): FindingType | null | undefined {
  if (pair === undefined) return null;
  const checked = findingType.safeParse(scalarOf(pair)?.value);
  if (checked.success) return checked.data;
  report(offsetOf(pair.value), mistakes.type(findingType.options));
  return undefined;
}

function scalarOf(pair: Pair | undefined): Scalar | null {
  return pair && isScalar(pair.value) ? pair.value : null;
}

function offsetOf(node: unknown): number {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : null;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : 0;
}
