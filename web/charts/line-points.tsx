import { useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { LineLayout, PlacedPoint } from './line-layout.ts';
import { nearest, neighbour } from './nearest.ts';
import { READOUT_TEXT, readoutOf } from './readout.ts';

/** The points of a chart over its drawing: they can be reached, are named, and lead to where the number is printed. */
export function LinePoints(props: {
  readonly layout: LineLayout;
  readonly label: string;
  readonly say: (point: PlacedPoint) => readonly string[];
  readonly shown: PlacedPoint | undefined;
  readonly onShow: (point: PlacedPoint | undefined) => void;
}) {
  const { layout, label, say, onShow } = props;
  const { width, height, points, plot } = layout;
  const { route } = useLocation();
  const drawing = useRef<SVGSVGElement>(null);
  // Points of an earlier drawing are found again by what they are.
  const shown = props.shown && points.find((point) => keyOf(point) === keyOf(props.shown));
  const entry = shown ?? points[0];

  const under = (event: MouseEvent): PlacedPoint | undefined => {
    const box = drawing.current?.getBoundingClientRect();
    if (!box || box.width === 0) return undefined;
    const scale = width / box.width;
    return nearest(points, (event.clientX - box.left) * scale, (event.clientY - box.top) * scale);
  };
  const press = (event: KeyboardEvent, from: PlacedPoint): void => {
    const to = neighbour(points, from, event.key);
    if (!to) return;
    event.preventDefault();
    const element = drawing.current?.querySelector(`[data-point="${CSS.escape(keyOf(to))}"]`);
    if (element instanceof SVGElement) element.focus();
  };
  const open = (event: MouseEvent, href: string): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    // The router looks for links of HTML only.
    event.preventDefault();
    route(href);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: fieldset has no meaning here, and SVG has no element for a group with a name
    <svg
      ref={drawing}
      class="chart-points"
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={label}
      onPointerMove={(event) => onShow(under(event))}
      onPointerLeave={() => onShow(undefined)}
    >
      {shown && <line class="chart-hair" x1={shown.x} x2={shown.x} y1={plot.top} y2={plot.bottom} />}
      {points.map((point) => (
        <a
          key={keyOf(point)}
          href={point.href}
          data-point={keyOf(point)}
          aria-label={say(point).join(', ')}
          tabIndex={point === entry ? 0 : -1}
          onFocus={() => onShow(point)}
          onBlur={() => onShow(undefined)}
          onKeyDown={(event) => press(event, point)}
          onClick={(event) => open(event, point.href)}
        >
          <circle class="chart-target" cx={point.x} cy={point.y} r={12} />
          {point === shown && <circle class="chart-shown" cx={point.x} cy={point.y} r={9} />}
        </a>
      ))}
      {shown && <ReadoutBox layout={layout} point={shown} lines={say(shown)} />}
    </svg>
  );
}

/** Seen only: a screen reader has the same words as the name of the link. */
function ReadoutBox(props: {
  readonly layout: LineLayout;
  readonly point: PlacedPoint;
  readonly lines: readonly string[];
}) {
  const { x, y, width, height, lines } = readoutOf(props.point, props.lines, props.layout);
  const { padding, lineHeight } = READOUT_TEXT;
  return (
    <svg class="chart-readout" aria-hidden="true" x={x} y={y} width={width} height={height}>
      <rect width={width} height={height} rx={3} />
      {lines.map((text, n) => (
        <text
          key={text}
          class={n === lines.length - 1 ? 'strong' : undefined}
          x={padding}
          y={padding + 9 + n * lineHeight}
        >
          {text}
        </text>
      ))}
    </svg>
  );
}

function keyOf(point: PlacedPoint | undefined): string {
  return point ? `${point.line} ${point.year}` : '';
}
