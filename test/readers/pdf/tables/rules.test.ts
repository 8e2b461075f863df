import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_RULES, mergeRules } from '../../../../extractors/readers/pdf/tables/rules.ts';
import { across, down } from './drawn-page.ts';

describe('mergeRules', () => {
  it('joins the dashes of a dashed line', () => {
    const dashes = Array.from({ length: 20 }, (_, index) => across(100, 50 + index * 5, 53 + index * 5));
    expect(mergeRules(dashes).horizontal).toEqual([{ at: 100, from: 50, to: 148 }]);
  });

  it('takes both lines of a double rule for one', () => {
    expect(mergeRules([across(100, 50, 200), across(101.5, 50, 200)]).horizontal).toHaveLength(1);
  });

  it('keeps rules of neighbouring rows apart', () => {
    expect(mergeRules([across(100, 50, 200), across(112, 50, 200)]).horizontal).toHaveLength(2);
  });

  it('leaves out dots and slanted lines', () => {
    const { horizontal, vertical } = mergeRules([across(10, 5, 7), { x0: 0, y0: 0, x1: 50, y1: 50, width: 1 }]);
    expect([...horizontal, ...vertical]).toEqual([]);
  });

  it('leaves out lines whose coordinates are no numbers', () => {
    expect(mergeRules([{ x0: Number.NaN, y0: 1, x1: 100, y1: 1, width: 1 }]).horizontal).toEqual([]);
  });

  it('gives the same rules whatever the order of drawing', () => {
    const line = fc.record({ at: fc.integer({ min: 0, max: 60 }), from: fc.integer({ min: 0, max: 90 }) });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const drawn = lines.map(({ at, from }) => across(at, from, from + 10));
        expect(mergeRules([...drawn].reverse())).toEqual(mergeRules(drawn));
      }),
    );
  });

  it('says so when it left lines out', () => {
    const many = Array.from({ length: MAX_RULES + 10 }, (_, index) => down(index * 10, 0, 100));
    const rules = mergeRules(many);
    expect(rules.capped).toBe(true);
    expect(rules.vertical).toHaveLength(MAX_RULES);
  });
});
