import { describe, expect, it } from 'vitest';
import { completions } from '../../../extractors/reconcile/propose/prose/completions.ts';
import { shareSums } from '../../../extractors/reconcile/propose/prose/share-sums.ts';
import { shares } from '../../../extractors/reconcile/propose/prose/shares.ts';
import type { Link } from '../../../schemas/index.ts';
import { ask, outcomes } from './ask.ts';
import { disclosure, figure, table, words } from './disclosure.ts';

const share = (rest: Partial<Extract<Link, { kind: 'share' }>>): Link => ({
  kind: 'share',
  percent: 'f9',
  part: 'f1',
  whole: null,
  wholeLabel: '',
  words: words(),
  ...rest,
});

const completion = (rest: Partial<Extract<Link, { kind: 'completion' }>>): Link => ({
  kind: 'completion',
  actual: 'f1',
  budget: null,
  percent: 'f9',
  base: '',
  words: words(),
  ...rest,
});

describe('a share', () => {
  const part = figure('f1', '180.20万元', { label: '项目绩效自评涉及资金' });
  const percent = figure('f9', '100%', { label: '涉及资金' });

  it('is of the whole that the sentence names, stated in the text', () => {
    const total = figure('f2', '200.00万元', { label: '本年支出合计' });
    const links = [share({ wholeLabel: '本年支出合计' })];
    expect(outcomes(ask(shares, disclosure({ figures: [part, total, percent], links })))).toEqual([
      'broken 180.20 ÷ 200.00 = 100%',
    ]);
  });

  it('or in a table', () => {
    const general = table('t5', {
      title: '一般公共预算财政拨款支出决算表',
      heads: ['本年支出/小计', '本年支出/项目支出'],
      rows: [{ label: '合计', values: ['400.00', '176.75'] }],
    });
    const links = [share({ wholeLabel: '一般公共预算项目支出总额' })];
    expect(outcomes(ask(shares, disclosure({ tables: [general], figures: [part, percent], links })))).toEqual([
      'broken 180.20 ÷ 176.75 = 100%',
    ]);
  });

  it('is undetermined when the whole it names is nowhere stated, and nothing when it names none', () => {
    const figures = [part, percent];
    expect(ask(shares, disclosure({ figures, links: [share({ wholeLabel: '专项资金总额' })] }))).toMatchObject([
      { outcome: 'undetermined', reason: 'operand-missing' },
    ]);
    expect(ask(shares, disclosure({ figures, links: [share({})] }))).toEqual([]);
  });
});

describe('the shares of a complete list', () => {
  const figures = [
    figure('f1', '100.00万元', { label: '支出合计' }),
    figure('f2', '71.65万元'),
    figure('f3', '28.35万元'),
    figure('f4', '0万元'),
    figure('f5', '71.73%'),
    figure('f6', '28.35%'),
  ];
  const parts = { kind: 'parts', whole: 'f1', parts: ['f2', 'f3', 'f4'], complete: true, words: words() } as const;
  const links = [parts, share({ part: 'f2', percent: 'f5' }), share({ part: 'f3', percent: 'f6' })];

  it('add up to 100; a part of zero needs no share', () => {
    expect(outcomes(ask(shareSums, disclosure({ figures, links })))).toEqual(['broken 71.73 + 28.35 = 100.00']);
  });

  it('are not added when a part that is not zero has none', () => {
    expect(ask(shareSums, disclosure({ figures, links: links.slice(0, 2) }))).toEqual([]);
  });

  it('are not added when the list does not claim to be complete', () => {
    const open = { ...parts, complete: false };
    expect(ask(shareSums, disclosure({ figures, links: [open, ...links.slice(1)] }))).toEqual([]);
  });
});

describe('a completion rate', () => {
  const final = figure('f1', '0.16万元', { label: '公务接待费支出决算' });
  const percent = figure('f9', '0%', { label: '完成预算', qualifier: '公务接待费', measure: 'completion_percent' });

  it('of a budget of zero is impossible where something was spent', () => {
    const budget = figure('f2', '0万元', { label: '预算', qualifier: '公务接待费' });
    const [judgement] = ask(
      completions,
      disclosure({ figures: [final, budget, percent], links: [completion({ budget: 'f2' })] }),
    );
    expect(judgement).toMatchObject({ outcome: 'broken', reason: 'zero-base' });
  });

  it('takes the budget from another statement of the same item, by the stage that it names', () => {
    const budget = figure('f2', '0.20万元', { label: '年初预算', qualifier: '公务接待费' });
    const adjusted = figure('f3', '0.16万元', { label: '全年预算', qualifier: '公务接待费' });
    const figures = [final, budget, adjusted, percent];
    expect(outcomes(ask(completions, disclosure({ figures, links: [completion({ base: '年初预算' })] })))).toEqual([
      'broken 0.16 ÷ 0.20 = 0%',
    ]);
    expect(outcomes(ask(completions, disclosure({ figures, links: [completion({ base: '全年预算' })] })))).toEqual([
      'broken 0.16 ÷ 0.16 = 0%',
    ]);
  });

  it('of an item of 三公 whose whole has no budget is impossible', () => {
    const all = figure('f2', '0万元', { label: '年初预算数', qualifier: '“三公”经费' });
    const links = [completion({ base: '年初预算' })];
    expect(outcomes(ask(completions, disclosure({ figures: [all, final, percent], links })))).toEqual([
      'broken 0.16 ÷ 0 = 0%',
    ]);
  });

  it('contradicts a change against the same budget in the same breath', () => {
    const full = figure('f9', '100%', { measure: 'completion_percent' });
    const more = figure('f3', '0.16万元', { measure: 'change_amount' });
    const links: Link[] = [
      completion({ base: '年初预算' }),
      {
        kind: 'change',
        current: 'f1',
        base: null,
        amount: 'f3',
        percent: null,
        against: '年初预算',
        direction: 'up',
        subject: '',
        words: words(),
      },
    ];
    expect(outcomes(ask(completions, disclosure({ figures: [final, more, full], links })))).toEqual([
      'broken 0.16 ÷ 0.00 = 100%',
    ]);
  });

  it('is undetermined when no budget is stated', () => {
    expect(
      ask(completions, disclosure({ figures: [final, percent], links: [completion({ base: '年初预算' })] })),
    ).toMatchObject([{ outcome: 'undetermined', reason: 'operand-missing' }]);
  });
});
