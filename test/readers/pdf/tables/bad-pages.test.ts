import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownersOf } from '../../../../extractors/readers/pdf/tables/grid-shape.ts';
import { findPageTables, findTables } from '../../../../extractors/readers/pdf/tables/index.ts';
import { across, down, drawnPage, text } from './drawn-page.ts';

const BOUND = 5000;

function timed(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const spent = process.cpuUsage(start);
  return (spent.user + spent.system) / 1000;
}

describe('bounded work', () => {
  it('on a page of 50,000 rules', () => {
    const rules = Array.from({ length: 50_000 }, (_, index) =>
      index % 2 === 0
        ? across((index * 7) % 840, (index * 13) % 300, 300 + ((index * 11) % 290))
        : down((index * 5) % 590, (index * 3) % 400, 400 + ((index * 17) % 440)),
    );
    const spent = timed(() => findPageTables(drawnPage({ rules, runs: [text('甲', 100, 100)] })));
    expect(spent).toBeLessThan(BOUND);
  });

  it('on a page of 60,000 pieces of text, and says that it did not look everywhere', () => {
    const runs = Array.from({ length: 60_000 }, (_, index) => text('1', (index * 7) % 590, (index * 3) % 840, 4));
    const spent = timed(() => {
      const { reasons } = findPageTables(drawnPage({ runs }));
      expect(reasons.map((reason) => reason.code)).toEqual(['page-too-large']);
    });
    expect(spent).toBeLessThan(BOUND);
  });
});

describe('any page', () => {
  const coordinate = fc.oneof(fc.integer({ min: -20, max: 620 }), fc.constantFrom(60, 120, 180, 240));
  const rule = fc
    .record({ at: coordinate, from: coordinate, to: coordinate, level: fc.boolean() })
    .map(({ at, from, to, level }) => (level ? across(at, from, to) : down(at, from, to)));
  const run = fc
    .record({
      word: fc.constantFrom('合计', '12.30', '1,0', 'a b', '—'),
      x: coordinate,
      y: coordinate,
      size: fc.constantFrom(0.1, 8, 12),
    })
    .map(({ word, x, y, size }) => text(word, x, y, size));

  it('gives grids that tile exactly, cells in row-major order, and takes no run twice', () => {
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 40 }), fc.array(run, { maxLength: 40 }), (rules, runs) => {
        const first = drawnPage({ rules, runs });
        const taken: number[] = [];
        for (const part of findPageTables(first).parts) taken.push(...part.consumedRuns);
        expect(new Set(taken).size).toBe(taken.length);
        for (const { block } of findTables([first, { ...first, number: 2 }])) {
          expect(block.cells.reduce((area, cell) => area + cell.rs * cell.cs, 0)).toBe(block.rows * block.columns);
          expect(ownersOf(block.cells, block.rows, block.columns).includes(-1)).toBe(false);
          const order = block.cells.map((cell) => cell.r * block.columns + cell.c);
          expect(order).toEqual([...order].sort((a, b) => a - b));
        }
      }),
      { numRuns: 300 },
    );
  });
});
