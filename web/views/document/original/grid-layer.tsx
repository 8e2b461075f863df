import type { TableGrid } from '../../../../schemas/service/index.ts';
import { allPlaces } from '../../../components/places.ts';
import { boxStyle } from './geometry.ts';
import type { Locate } from './surface.ts';

/**
 * A table as it was read, laid over the page: what each cell was taken for by its colour, what could not be read by its
 * hatching. A number in the wrong column is seen at once.
 */
export function GridLayer(props: { readonly grid: TableGrid; readonly locate: Locate }) {
  const { table, cells } = props.grid;
  return (
    <div class="grid-layer" aria-hidden="true">
      {cells.flatMap((cell) =>
        (cell.place === null ? [] : allPlaces(cell.place))
          .flatMap((place) => props.locate(place, `cell:${table.id}:${cell.r}:${cell.c}`))
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
