import { expect, test } from 'vitest';
import { proposers } from '../../../extractors/reconcile/propose/registry.ts';
import { catalogue } from '../../../extractors/reconcile/rules/catalogue.ts';
import { listRules, parseRules } from '../../../extractors/reconcile/rules/index.ts';

test('the catalogue has every proposer and every rule, each with its basis and where it stands', () => {
  const entries = catalogue([]);
  expect(entries.map(({ name }) => name)).toEqual([
    ...proposers.map(({ name }) => name),
    ...listRules().map(({ name }) => name),
  ]);
  for (const { name, what, basis, source } of entries) {
    expect([name, basis]).not.toEqual([name, '']);
    expect([name, what.zh]).not.toEqual([name, name]);
    expect(source).toMatch(/^data\/rules\/(?:proposers\.tsv|[a-z]+\.yaml:\d+)$/);
  }
});

test('own rules are listed last, with file and line', () => {
  const { rules } = parseRules(
    'rules:\n  - { name: a, relation: "final.09[abroad] <= final.09[total]", message: 部分 }\n',
    { source: 'own.yaml' },
  );
  expect(catalogue(rules).at(-1)).toMatchObject({
    kind: 'own-rule',
    name: 'a',
    relation: 'final.09[abroad] <= final.09[total]',
    source: 'own.yaml:2',
  });
});
