import { expect, test } from 'vitest';
import { readDataFile } from '../../../extractors/knowledge/index.ts';
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
    parseRules(text).errors.map(({ line, column, mistake }) => `${line}:${column} ${mistake.en.slice(0, 32)}`),
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
    { line: 1, column: 1, mistake: expect.objectContaining({ en: expect.stringContaining('list of rules') }) },
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

test('a word that no form, row, column or stage goes by is a mistake, and what may be meant is named', () => {
  const mistakesOf = (relation: string) =>
    parseRules(`rules:\n  - { name: a, why: x, relation: '${relation}' }\n`).errors.map(
      ({ line, column, mistake }) => `${line}:${column} ${mistake.en}`,
    );
  expect(mistakesOf('final.9[reception] = final.09[total]')).toEqual([
    '2:35 “final.9” is no form of data/forms; expected final.09',
  ]);
  expect(mistakesOf('final.09[recepton] = final.09[total]')).toEqual([
    '2:44 “recepton” is no concept of data/forms/concepts.yaml; expected reception',
  ]);
  expect(mistakesOf('final.09[reception @finl] = final.09[total]')[0]).toContain('“finl” is no stage of the year');
  expect(mistakesOf('final.05[total, basc] = final.06[total]')[0]).toContain('expected basic');
  expect(mistakesOf('final.05[nothing_like_it] = final.06[total]')).toEqual([
    '2:44 “nothing_like_it” is no concept of data/forms/concepts.yaml',
  ]);
});

test('each mistake is worded in Chinese and in English', () => {
  const [first] = parseRules('rules:\n  - { name: a, why: x, relation: "final.99[301] = final.06[301]" }').errors;
  expect(first?.mistake.zh).toMatch(/^“final.99”不是已知的报表/);
  expect(first?.mistake.en).toMatch(/^“final.99” is no form/);
});

test('a rule may say message for why, and names what it rests on itself or with all rules of the file', () => {
  const { rules } = parseRules(
    [
      'basis: 内部审计办法',
      'rules:',
      '  - { name: a, relation: "final.09[reception] <= final.09[total]", message: 部分 }',
      '  - { name: b, relation: "final.09[abroad] <= final.09[total]", why: 部分, basis: 表注 }',
    ].join('\n'),
    { source: 'own.yaml' },
  );
  expect(rules.map(({ why, basis, source, line }) => [why.zh, basis, `${source}:${line}`])).toEqual([
    ['部分', '内部审计办法', 'own.yaml:3'],
    ['部分', '表注', 'own.yaml:4'],
  ]);
});

test('a name that another rule has, and a soft that is neither true nor false, are mistakes', () => {
  const text = 'rules:\n  - { name: taken, relation: "final.09[abroad] <= final.09[total]", why: x, soft: maybe }\n';
  const { errors } = parseRules(text, { taken: new Set(['taken']) });
  expect(errors.map(({ mistake }) => mistake.en)).toEqual([
    'soft must be true or false',
    'the name taken is that of a rule that comes with gouji; choose another one',
  ]);
});

test('the example of data/rules/README.md is a file without mistakes', () => {
  const example = /```yaml\n(?<text>[\s\S]*?)```/.exec(readDataFile('rules/README.md'))?.groups?.text ?? '';
  const { rules, errors } = parseRules(example);
  expect(errors).toEqual([]);
  expect(rules.map(({ name }) => name)).toEqual(['my.reception', 'my.meetings']);
});
