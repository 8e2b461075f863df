import type { TableGrid } from '../../../schemas/service/index.ts';
import { documentWords } from '../../messages/document.ts';
import type { Shown } from './use-shown.ts';

/** What can be done with the original: larger, smaller, both places, what was checked, the table laid over it. */
export function Toolbar(props: {
  readonly shown: Shown;
  readonly zoom: number;
  readonly onZoom: (by: 1 | -1) => void;
  readonly showsOutcomes: boolean;
  readonly onOutcomes: () => void;
  readonly grid: TableGrid | undefined;
  readonly onGridOff: () => void;
}) {
  const m = documentWords();
  const { shown, grid } = props;
  return (
    <div class="original-toolbar" role="toolbar" aria-label={m.original}>
      <button
        type="button"
        class="quiet"
        onClick={() => props.onZoom(-1)}
        aria-label={m.zoomOut}
        title={`${m.zoomOut} (-)`}
      >
        −
      </button>
      <span class="zoom">{Math.round(props.zoom * 100)}%</span>
      <button
        type="button"
        class="quiet"
        onClick={() => props.onZoom(1)}
        aria-label={m.zoomIn}
        title={`${m.zoomIn} (+)`}
      >
        +
      </button>
      <button type="button" class="quiet" aria-pressed={props.showsOutcomes} onClick={props.onOutcomes}>
        {m.outcomes}
      </button>
      {shown.isGone && <span role="alert">{m.placeGone}</span>}
      {shown.canSplit && (
        <button
          type="button"
          class="quiet"
          aria-pressed={shown.isSplit}
          onClick={shown.toggleSplit}
          title={`${m.split} (s)`}
        >
          {m.split}
        </button>
      )}
      {grid && (
        <button type="button" class="quiet" aria-pressed={true} onClick={props.onGridOff} title={m.gridOff}>
          {m.gridOn(grid.table.title || grid.table.id)} <span aria-hidden="true">×</span>
        </button>
      )}
    </div>
  );
}
