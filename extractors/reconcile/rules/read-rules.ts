import type { Pair, Scalar, YAMLMap } from 'yaml';
import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { FindingType } from '../../../schemas/index.ts';
import { findingType } from '../../../schemas/index.ts';
import { parseRelation, parseTerm, RelationSyntaxError } from './parse-relation.ts';
import type { FormRule } from './rule.ts';

/** A mistake in a file of rules, for the person who wrote it. Lines and columns count from 1. */
export interface RuleFileError {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export type ParsedRules =
  | { readonly rules: readonly FormRule[]; readonly errors: readonly [] }
  | { readonly rules: readonly []; readonly errors: readonly RuleFileError[] };

const KEYS: ReadonlySet<string> = new Set(['name', 'relation', 'why', 'en', 'soft', 'type', 'unless']);

/**
 * Reads a file of rules (YAML): a list `rules:` of `{ name, relation, why, en, soft, type, unless }`, of which name,
 * relation and why are needed. Every mistake is reported with its line and column; with any mistake there are no rules.
 */
export function parseRules(text: string, source = ''): ParsedRules {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const errors: RuleFileError[] = [];
  const report = (offset: number, message: string): void => {
    const { line, col } = lines.linePos(offset);
    errors.push({ line, column: col, message });
  };
  for (const error of document.errors) report(error.pos[0], error.message.split('\n')[0] ?? error.code);
  const rules = errors.length > 0 ? [] : readList(document.contents, source, report);
  return errors.length > 0 ? { rules: [], errors } : { rules, errors: [] };
}

type Report = (offset: number, message: string) => void;

function readList(contents: unknown, source: string, report: Report): readonly FormRule[] {
  const list = isMap(contents) ? contents.get('rules') : contents;
  if (!isSeq(list)) {
    report(0, 'expected a list of rules under “rules:”');
    return [];
  }
  const names = new Set<string>();
  const rules: FormRule[] = [];
  for (const item of list.items) {
    if (!isMap(item)) {
      report(offsetOf(item), 'expected a rule with name, relation and why');
      continue;
    }
    const rule = readRule(item as YAMLMap, source, report);
    if (rule === null) continue;
    if (names.has(rule.name)) report(offsetOf(item), `the name ${rule.name} is given twice`);
    names.add(rule.name);
    rules.push(rule);
  }
  return rules;
}

function readRule(map: YAMLMap, source: string, report: Report): FormRule | null {
  const fields = new Map<string, Pair>();
  for (const pair of map.items) {
    const key = isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : '';
    if (KEYS.has(key)) fields.set(key, pair);
    else report(offsetOf(pair.key), `“${key}” is not known; expected ${[...KEYS].join(', ')}`);
  }
  const name = textOf(fields, 'name', map, report);
  const why = textOf(fields, 'why', map, report);
  const relation = readExpression(fields.get('relation'), parseRelation, map, report);
  const unless = readUnless(fields.get('unless'), report);
  const type = readType(fields.get('type'), report);
  if (name === null || why === null || relation === null || unless === null || type === undefined) return null;
  const en = scalarOf(fields.get('en'))?.value;
  return {
    name,
    relation,
    why: { zh: why, en: typeof en === 'string' ? en : why },
    strength: scalarOf(fields.get('soft'))?.value === true ? 'soft' : 'identity',
    type,
    unless,
    source,
    text: String(scalarOf(fields.get('relation'))?.value ?? ''),
  };
}

function textOf(fields: ReadonlyMap<string, Pair>, key: string, map: YAMLMap, report: Report): string | null {
  const scalar = scalarOf(fields.get(key));
  if (scalar && typeof scalar.value === 'string' && scalar.value.trim() !== '') return scalar.value;
  report(offsetOf(scalar ?? map), `${key} is missing or is not a text`);
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
    report(offsetOf(scalar ?? map), 'relation is missing or is not a text');
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
    report(offsetOf(scalar) + quote + error.at, error.message);
    return null;
  }
}

function readUnless(pair: Pair | undefined, report: Report): FormRule['unless'] | null {
  if (pair === undefined) return [];
  const nodes = isSeq(pair.value) ? pair.value.items : [pair.value];
  const terms = nodes.map((node) => {
    if (isScalar(node) && typeof node.value === 'string') return attempt(node, parseTerm, report);
    report(offsetOf(node), 'expected a cell such as final.02[total, income_other]');
    return null;
  });
  return terms.every((term) => term !== null) ? terms : null;
}

function readType(pair: Pair | undefined, report: Report): FindingType | null | undefined {
  if (pair === undefined) return null;
  const checked = findingType.safeParse(scalarOf(pair)?.value);
  if (checked.success) return checked.data;
  report(offsetOf(pair.value), `type must be one of ${findingType.options.join(', ')}`);
  return undefined;
}

function scalarOf(pair: Pair | undefined): Scalar | null {
  return pair && isScalar(pair.value) ? pair.value : null;
}

function offsetOf(node: unknown): number {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : null;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : 0;
}
