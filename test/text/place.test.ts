import { describe, expect, test } from 'vitest';
import { placeOf } from '../../extractors/text/place.ts';
import type { ParagraphBlock, TextSpan } from '../../schemas/index.ts';

const paragraph = (text: string, spans: TextSpan[]): ParagraphBlock => ({
  kind: 'paragraph',
  index: 4,
  page: 1,
  text,
  spans,
});
const span = (start: number, end: number, page: number, bbox: [number, number, number, number]): TextSpan => ({
  start,
  end,
  place: { page, bbox },
});

describe('placeOf', () => {
  test('interpolates inside a run, ideographs twice as wide as digits', () => {
    const block = paragraph('支出12元', [span(0, 5, 1, [100, 50, 140, 60])]);
    expect(placeOf(block, 2, 4)).toEqual({ page: 1, bbox: [120, 50, 130, 60] });
  });

  test('joins runs of one line and lists lines', () => {
    const block = paragraph('12.34万元', [
      span(0, 2, 1, [500, 50, 510, 60]),
      span(2, 5, 1, [510, 50.4, 525, 60.4]),
      span(5, 7, 2, [60, 70, 80, 80]),
    ]);
    expect(placeOf(block, 0, 7)).toEqual([
      { page: 1, bbox: [500, 50, 525, 60.4] },
      { page: 2, bbox: [60, 70, 80, 80] },
    ]);
  });

  test('counts offsets where the medium has no pages', () => {
    const place = { block: 4, start: 10, end: 20, selector: 'p:nth-of-type(2)' };
    const block = paragraph('支出12.50万元整', [{ start: 0, end: 10, place }]);
    expect(placeOf(block, 2, 7)).toEqual({ ...place, start: 12, end: 17 });
  });

  test('without a span the offsets themselves are the place', () => {
    expect(placeOf(paragraph('支出', []), 0, 2)).toEqual({ block: 4, start: 0, end: 2 });
  });
});
