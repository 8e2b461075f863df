import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutOf, pageAt, pagesBetween } from '../../web/views/document/original/page-layout.ts';

const UPRIGHT = { width: 595, height: 842 };
const WIDE = { width: 842, height: 595 };

test('upright and wide pages are each as wide as the pane', () => {
  const { pages } = layoutOf([UPRIGHT, WIDE], 632, 1);
  expect(pages.map(({ width }) => Math.round(width))).toEqual([600, 716]);
});

test('on a phone a page stays large enough to be read, and is pushed sideways', () => {
  const { pages, width } = layoutOf([UPRIGHT], 390, 1);
  expect(pages[0]?.scale).toBeCloseTo(0.85, 2);
  expect(width).toBeGreaterThan(390);
});

test('before the pane is measured there is nothing', () => {
  expect(layoutOf([UPRIGHT], 0, 1).pages).toEqual([]);
});

test('of a long document only the pages in view and one before and after are drawn', () => {
  const layout = layoutOf(
    Array.from({ length: 260 }, () => UPRIGHT),
    900,
    1,
  );
  const height = layout.pages[0]?.height ?? 0;
  expect(pagesBetween(layout, 0, 700)).toEqual([1, 2]);
  expect(pagesBetween(layout, 100 * (height + 12), 100 * (height + 12) + 700).length).toBeLessThanOrEqual(4);
});

test('pages never lie over one another, and every height belongs to one', () => {
  const size = fc.record({ width: fc.integer({ min: 50, max: 3000 }), height: fc.integer({ min: 50, max: 3000 }) });
  fc.assert(
    fc.property(fc.array(size, { minLength: 1, maxLength: 40 }), fc.integer({ min: 200, max: 2000 }), (sizes, pane) => {
      const layout = layoutOf(sizes, pane, 1);
      for (const [index, page] of layout.pages.entries()) {
        const next = layout.pages[index + 1];
        if (next) expect(page.top + page.height).toBeLessThan(next.top);
        expect(pageAt(layout, page.top + 1)).toBe(index + 1);
      }
    }),
  );
});
