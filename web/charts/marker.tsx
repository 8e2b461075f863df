import type { Phase } from './line-layout.ts';
import { markerPath } from './markers.ts';

/** Final accounts are filled, budgets are open and a little larger, so that equal ones are both seen. */
export function Marker(props: { readonly series: number; readonly phase: Phase }) {
  return (
    <path
      class={`chart-marker chart-${props.phase} series-${(props.series % 5) + 1}`}
      d={markerPath(props.series, props.phase)}
    />
  );
}

/** A piece of a line with its marker, for legends; the words beside it say what it is. */
export function Swatch(props: { readonly series: number; readonly phase: Phase }) {
  return (
    <svg class="chart-swatch" width={34} height={14} viewBox="0 0 34 14" aria-hidden="true">
      <path class={`chart-line chart-${props.phase} series-${(props.series % 5) + 1}`} d="M1 7H33" />
      <g transform="translate(17 7)">
        <Marker series={props.series} phase={props.phase} />
      </g>
    </svg>
  );
}
