import { FONT_SIZE, type LineLayout } from './line-layout.ts';
import { Marker } from './marker.tsx';
import { textWidth } from './text-width.ts';

export function LineDrawing(props: {
  readonly layout: LineLayout;
  readonly unit: string;
  readonly id: string;
  readonly title: string;
  readonly description: string;
}) {
  const { layout, unit, id, title, description } = props;
  const { width, height, plot } = layout;
  return (
    <svg
      class="chart-drawing"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      <Axes layout={layout} unit={unit} />
      {layout.breaks.map(({ x, numbers }) => {
        const text = numbers.join(' ');
        const wide = textWidth(text, FONT_SIZE) + 10;
        return (
          <g key={x} class="chart-break">
            <line x1={x} x2={x} y1={plot.top - 8} y2={plot.bottom} />
            <rect x={x - wide / 2} y={plot.top - 24} width={wide} height={17} rx={3} />
            <text x={x} y={plot.top - 11} text-anchor="middle">
              {text}
            </text>
          </g>
        );
      })}
      {layout.paths.map(({ key, series, phase, d }) => (
        <path key={key} class={`chart-line chart-${phase} series-${(series % 5) + 1}`} d={d} />
      ))}
      {layout.points.map(({ x, y, line, year, series, phase }) => (
        <g key={`${line} ${year}`} transform={`translate(${x} ${y})`}>
          <Marker series={series} phase={phase} />
        </g>
      ))}
    </svg>
  );
}

function Axes({ layout, unit }: { readonly layout: LineLayout; readonly unit: string }) {
  const { plot, values, years } = layout;
  return (
    <g class="chart-axes">
      <text x={0} y={12}>
        {unit}
      </text>
      {values.ticks.map(({ at, label, isZero }) => (
        <g key={label}>
          <line class={isZero ? 'chart-zero' : undefined} x1={plot.left} x2={plot.right} y1={at} y2={at} />
          <text x={plot.left - 8} y={at + 4} text-anchor="end">
            {label}
          </text>
        </g>
      ))}
      {years.ticks.map(({ year, at, isLabelled }) => (
        <g key={year}>
          <line class="chart-tick" x1={at} x2={at} y1={plot.bottom} y2={plot.bottom + 4} />
          {isLabelled && (
            <text x={at} y={plot.bottom + 18} text-anchor="middle">
              {year}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}
