import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownersOf } from '../../../../extractors/readers/pdf/tables/grid-shape.ts';
import { cellsFromBorders } from '../../../../extractors/readers/pdf/tables/spans.ts';

const all = () => true;

describe('cellsFromBorders', () => {
  it('gives one cell per position when every border is drawn', () => {
    expect(cellsFromBorders(2, 2, { below: all, right: all })).toEqual([
      { r: 0, c: 0, rs: 1, cs: 1 },
      { r: 0, c: 1, rs: 1, cs: 1 },
      { r: 1, c: 0, rs: 1, cs: 1 },
      { r: 1, c: 1, rs: 1, cs: 1 },
    ]);
  });

  it('merges where a border is missing', () => {
    const cells = cellsFromBorders(2, 2, { below: (_r, c) => c !== 0, right: (r) => r !== 1 || true });
    expect(cells[0]).toEqual({ r: 0, c: 0, rs: 2, cs: 1 });
  });

  it('tiles every grid exactly, whatever borders are missing', () => {
    const grid = fc
      .record({ rows: fc.integer({ min: 1, max: 8 }), columns: fc.integer({ min: 1, max: 8 }) })
      .chain((size) =>
        fc.record({
          size: fc.constant(size),
          below: fc.array(fc.boolean(), { minLength: 64, maxLength: 64 }),
          right: fc.array(fc.boolean(), { minLength: 64, maxLength: 64 }),
        }),
      );
    fc.assert(
      fc.property(grid, ({ size: { rows, columns }, below, right }) => {
        const cells = cellsFromBorders(rows, columns, {
          below: (r, c) => below[r * 8 + c] === true,
          right: (r, c) => right[r * 8 + c] === true,
        });
        expect(cells.reduce((area, cell) => area + cell.rs * cell.cs, 0)).toBe(rows * columns);
        expect(ownersOf(cells, rows, columns).includes(-1)).toBe(false);
        const order = cells.map((cell) => cell.r * columns + cell.c);
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }),
    );
  });
});
