import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type OnePlace, placeFrom, placeText } from '../../web/components/places.ts';

const tenth = fc.integer({ min: 0, max: 20_000 }).map((value) => value / 10);
const anyPlace: fc.Arbitrary<OnePlace> = fc.oneof(
  fc.record({ page: fc.integer({ min: 1, max: 9999 }), bbox: fc.tuple(tenth, tenth, tenth, tenth) }),
  fc.record({ block: fc.nat(99_999), start: fc.nat(99_999), end: fc.nat(99_999) }),
  fc.record({ sheet: fc.string({ minLength: 1 }), cell: fc.stringMatching(/^[A-Z]{1,3}[1-9]\d{0,5}$/) }),
);

test('a place comes back from the link that was sent', () => {
  fc.assert(
    fc.property(anyPlace, (place) => {
      expect(placeFrom(placeText(place))).toEqual(place);
    }),
  );
});

test('of what goes on over pages the link names the first place', () => {
  const [first, second]: OnePlace[] = [
    { page: 3, bbox: [1, 2, 3, 4] },
    { page: 4, bbox: [1, 2, 3, 4] },
  ];
  expect(first && second && placeText([first, second])).toBe('p3:1,2,3,4');
});

test('names of numbers, and what anybody may type, are no places', () => {
  for (const text of ['', 'cell:t3:4:2', 'figure:f12', 'page:7', 'p', 'p1:a,b,c,d', 'b1', '<script>']) {
    expect(placeFrom(text)).toBeUndefined();
  }
});
