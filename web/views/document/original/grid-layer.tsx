import { useMemo } from 'preact/hooks';
import type { TableGrid } from '../../../../schemas/service/index.ts';
import { allPlaces } from '../../../components/places.ts';
import { boxStyle } from './geometry.ts';
import type { Locate } from './surface.ts';
import { type Band, isInBand } from './use-band.ts';

/**
 * A table as it was read, laid over the page: what each cell was taken for by its colour, what could not be read by its
 * hatching. A number in the wrong column is seen at once.
 */
export function GridLayer(props: { readonly grid: TableGrid; readonly locate: Locate; readonly band?: Band }) {
  const { grid, locate, band } = props;
  const boxes = useMemo(
    () =>
      grid.cells.map(({ place, r, c }) =>
        place === null ? [] : allPlaces(place).flatMap((one) => locate(one, `cell:${grid.table.id}:${r}:${c}`)),
      ),
    [grid, locate],
  );
  return (
    <div class="grid-layer" aria-hidden="true">
      {grid.cells.flatMap((cell, n) =>
        (boxes[n] ?? [])
          .filter((rect) => isInBand([rect], band))
          .map((rect, part) => (
            <span
              key={`${cell.r}:${cell.c}:${part}`}
              class={`grid-cell grid-${cell.role}${cell.isUnread || cell.isDoubtful ? ' grid-doubtful' : ''}`}
              style={boxStyle(rect)}
            />
          )),
      )}
    </div>
  );
}
