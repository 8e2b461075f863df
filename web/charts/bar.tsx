import { useId } from 'preact/hooks';
import { barSpans } from './bar-parts.ts';
import './charts.css';

export interface BarLook {
  readonly tone: 'cinnabar' | 'ochre' | 'indigo' | 'pine' | 'grey';
  readonly fill: 'solid' | 'striped' | 'hollow';
}

export interface BarPart extends BarLook {
  readonly key: string;
  readonly count: number;
}

/** Parts of a whole in a row; a picture of numbers that stand beside it as text. */
export function Bar(props: { readonly parts: readonly BarPart[]; readonly of: number }) {
  const { parts, of } = props;
  const spans = barSpans(
    parts.map(({ count }) => count),
    of,
  );
  return (
    <svg class="bar" aria-hidden="true" preserveAspectRatio="none">
      <rect class="bar-ground" width="100%" height="100%" />
      {parts.map((part, n) => {
        const { start, width } = spans[n] ?? { start: 0, width: 0 };
        return width > 0 && <Piece key={part.key} look={part} x={`${start}%`} width={`${width}%`} />;
      })}
    </svg>
  );
}

/** What a part looks like, for legends. */
export function BarSwatch(props: BarLook) {
  return (
    <svg class="bar-swatch" aria-hidden="true">
      <Piece look={props} x="0" width="100%" />
    </svg>
  );
}

function Piece(props: { readonly look: BarLook; readonly x: string; readonly width: string }) {
  const stripes = useId();
  const { look, x, width } = props;
  return (
    <>
      <rect class={`bar-${look.tone} bar-${look.fill}`} x={x} width={width} height="100%" />
      {look.fill === 'striped' && (
        <>
          <pattern id={stripes} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line class="bar-stripe" x1={0} x2={0} y1={0} y2={5} />
          </pattern>
          <rect x={x} width={width} height="100%" fill={`url(#${stripes})`} />
        </>
      )}
    </>
  );
}
