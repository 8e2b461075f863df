import { expect, test } from 'vitest';
import { listRules, parseRules } from '../../../extractors/reconcile/rules/index.ts';
import { parseRelation, parseTerm } from '../../../extractors/reconcile/rules/parse-relation.ts';

test('the rules of the package are well written', () => {
  const rules = listRules();
  expect(rules.length).toBeGreaterThan(40);
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
  for (const { why, source } of rules) {
    expect(why.zh).not.toBe(why.en);
    expect(source).toMatch(/^data\/rules\/.+\.yaml$/);
  }
});

test('terms, operators and signs', () => {
  const relation = parseRelation(
    'final.01[income_total] − final.02[total, income_fiscal]? >= "会议费支出表"["合计", @final]',
  );
  expect(relation.operator).toBe('<=');
  expect(relation.right.map(({ text, sign, optional }) => [text, sign, optional])).toEqual([
    ['final.01[income_total]', 1, false],
    ['final.02[total, income_fiscal]?', -1, true],
  ]);
  expect(relation.left[0]).toMatchObject({ form: null, title: '会议费支出表', column: { names: [], phase: 'final' } });
});

test('selectors', () => {
  expect(parseTerm('final.04[income:carry_over_in>general, carry_over_in/basic|total @prior]')).toMatchObject({
    row: { side: 'income', under: 'carry_over_in', names: [{ kind: 'concept', concept: 'general' }] },
    column: {
      names: [
        { kind: 'concept', concept: 'basic', within: 'carry_over_in' },
        { kind: 'concept', concept: 'total', within: null },
      ],
      phase: 'prior',
    },
  });
  expect(parseTerm('final.05[{code}, {column}]')).toMatchObject({
    row: { names: [{ kind: 'each', of: 'code' }] },
    column: { names: [{ kind: 'each' }] },
  });
});

test('a file of the user’s own', () => {
  const { rules, errors } = parseRules(
    'rules:\n  - { name: a, relation: "final.09[reception] <= final.09[total]", why: 部分, soft: true }\n',
  );
  expect(errors).toEqual([]);
  expect(rules[0]).toMatchObject({ name: 'a', strength: 'soft', why: { zh: '部分', en: '部分' } });
});

test('mistakes are reported with line and column', () => {
  const text = [
    'rules:',
    '  - { name: a, relation: "final.01[income_total] final.02[total]", why: x }',
    '  - { name: b, why: x }',
    '  - name: c',
    '    relation: final.01[Σ] = final.02[total]',
    '    why: x',
    '    type: nonsense',
    '  - { nmae: d, relation: "final.01[301] = final.02[301]", why: x }',
  ].join('\n');
  expect(
    parseRules(text).errors.map(({ line, column, message }) => `${line}:${column} ${message.slice(0, 32)}`),
  ).toEqual([
    '2:50 expected =, ≤ or ≥',
    '3:5 relation is missing or is not a ',
    '5:24 “Σ” is no row: expected a concep',
    '7:11 type must be one of sum, share, ',
    '8:7 “nmae” is not known; expected na',
    '8:5 name is missing or is not a text',
  ]);
});

test('what is no YAML is reported too', () => {
  expect(parseRules('rules: [ {').errors[0]).toMatchObject({ line: 1 });
  expect(parseRules('just words').errors).toEqual([
    { line: 1, column: 1, message: expect.stringContaining('list of rules') },
  ]);
});

test('reading a relation takes linear time', () => {
  for (const text of [
    'final.01['.repeat(10_000),
    ' '.repeat(100_000),
    '9'.repeat(100_000),
    `final.01[${'a|'.repeat(50_000)}]`,
  ]) {
    const start = performance.now();
    expect(() => parseRelation(text)).toThrow();
    expect(performance.now() - start).toBeLessThan(500);
  }
});
