import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Bitmap,
  fromRgba,
  isBlank,
  tilted,
  toPgm,
  turned,
} from '../../../extractors/readers/recognition/bitmap.ts';
import { skewOf } from '../../../extractors/readers/recognition/skew.ts';
import { bitmapOf } from './drawn-page.ts';

const bitmap: fc.Arbitrary<Bitmap> = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
  .chain(([width, height]) =>
    fc.uint8Array({ minLength: width * height, maxLength: width * height }).map((gray) => ({ width, height, gray })),
  );

describe('turning', () => {
  test('four quarter turns give the picture again, and two are a half turn', () => {
    fc.assert(
      fc.property(bitmap, (page) => {
        const half = turned(turned(page, 90), 90);
        expect(half).toEqual(turned(page, 180));
        expect(turned(turned(half, 90), 90)).toEqual(page);
        expect(turned(turned(page, 90), 270)).toEqual(page);
      }),
    );
  });

  test('clockwise: what was at the bottom left comes to the top left', () => {
    const page = { width: 2, height: 2, gray: new Uint8Array([1, 2, 3, 4]) };
    expect([...turned(page, 90).gray]).toEqual([3, 1, 4, 2]);
  });
});

describe('skew', () => {
  const straight = bitmapOf({ lines: 20 });

  test('of a straight page is none, and of an empty one', () => {
    expect(skewOf(straight)).toBeCloseTo(0, 1);
    expect(skewOf({ width: 10, height: 10, gray: new Uint8Array(100).fill(255) })).toBe(0);
  });

  test('is found for any page that lies a little askew, and laid straight it has none left', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 50 }), (tenths) => {
        const askew = tilted(straight, tenths / 10);
        const skew = skewOf(askew);
        expect(Math.abs(skew - tenths / 10)).toBeLessThanOrEqual(0.15);
        expect(Math.abs(skewOf(tilted(askew, -skew)))).toBeLessThanOrEqual(0.2);
      }),
      { numRuns: 12 },
    );
  });
});

describe('colour', () => {
  test('the red of seals is paper, and black text under a seal stays', () => {
    const pixels = [
      [226, 38, 44],
      [90, 20, 24],
      [0, 0, 0],
      [255, 255, 255],
    ].flatMap((color) => [...color, 255]);
    expect([...fromRgba(new Uint8Array(pixels), 4, 1).gray]).toEqual([255, 90, 0, 255]);
  });
});

test('a page with a few specks of dust is blank, one with a line of text is not', () => {
  const gray = new Uint8Array(1000 * 1000).fill(250);
  gray.fill(30, 5000, 5060);
  expect(isBlank({ width: 1000, height: 1000, gray })).toBe(true);
  expect(isBlank(bitmapOf({ lines: 1 }))).toBe(false);
});

test('the file for the recognition program says its size, then holds the grey values', () => {
  const file = toPgm({ width: 2, height: 1, gray: new Uint8Array([7, 200]) });
  expect(Buffer.from(file).toString('latin1')).toBe('P5\n2 1\n255\n\u0007È');
});
