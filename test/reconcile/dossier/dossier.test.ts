import { describe, expect, test } from 'vitest';
import { reconcileDossier } from '../../../extractors/reconcile/dossier/index.ts';
import { mergeExtractions } from '../../../extractors/reconcile/dossier/merge.ts';
import { reconcile } from '../../../extractors/reconcile/index.ts';
import { disclosure, figure, table } from '../prose/disclosure.ts';

const options = { lang: 'zh', all: false } as const;

function member(name: string, spec: Parameters<typeof disclosure>[0]) {
  const made = disclosure(spec);
  return { ...made, document: { ...made.document, sha256: name.repeat(64), source: `${name}.pdf` } };
}

const narrative = (value: string) =>
  member('a', {
    figures: [
      figure('f1', `${value}万元`, { label: '本年支出合计' }),
      figure('f2', '50.00万元', { label: '本年收入合计' }),
    ],
  });

const tables = member('b', {
  tables: [
    table('t1', {
      title: '支出决算表',
      kind: 'final.03',
      heads: ['本年支出合计', '基本支出', '项目支出'],
      rows: [{ label: '合计', values: ['401.00', '300.00', '101.00'] }],
    }),
  ],
});

describe('a disclosure in several files', () => {
  test('narrative of one is checked against the tables of the other; both places are named', () => {
    const [first, second] = reconcileDossier([narrative('410.00'), tables], options);
    expect(second?.findings).toEqual([]);
    expect(first?.findings).toHaveLength(1);
    const operands = first?.findings[0]?.operands.map(({ value, ref, source }) => ({ value, ref, source }));
    expect(operands).toContainEqual({ value: '410.00', ref: 'figure:f1', source: undefined });
    expect(operands).toContainEqual({ value: '401.00', ref: `${'b'.repeat(64)}#cell:t1:1:2`, source: 'b.pdf' });
  });

  test('agrees silently, and counts what was checked', () => {
    const [first, second] = reconcileDossier([narrative('401.00'), tables], options);
    expect([first?.findings, second?.findings]).toEqual([[], []]);
    expect(first?.checks.holds).toBe(1);
    expect(second?.checks.holds).toBe(reconcile(tables, options).checks.holds);
  });

  test('keeps each file’s own findings where they were, with the ids they had', () => {
    const wrong = member('c', {
      tables: [
        table('t1', {
          title: '支出决算表',
          kind: 'final.03',
          heads: ['本年支出合计', '基本支出', '项目支出'],
          rows: [
            { label: '教育支出', code: '205', values: ['201.00', '150.00', '60.00'] },
            { label: '农林水支出', code: '213', values: ['200.00', '150.00', '50.00'] },
            { label: '合计', values: ['401.00', '300.00', '101.00'] },
          ],
        }),
      ],
    });
    const alone = reconcile(wrong, options).findings;
    const [, together] = reconcileDossier([narrative('401.00'), wrong], options);
    expect(alone).toHaveLength(1);
    expect(together?.findings.map(({ id }) => id)).toEqual(alone.map(({ id }) => id));
  });

  test('of one file is that file', () => {
    expect(reconcileDossier([tables], options)).toEqual([reconcile(tables, options)]);
  });

  test('names of members never meet', () => {
    const merged = mergeExtractions([tables, tables, narrative('1.00'), narrative('1.00')]);
    const names = [...merged.tables, ...merged.figures, ...merged.sections].map(({ id }) => id);
    expect(new Set(names).size).toBe(names.length);
  });
});
