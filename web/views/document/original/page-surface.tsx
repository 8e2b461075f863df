import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { documentWords } from '../../../messages/document.ts';
import { boxStyle, type Rect } from './geometry.ts';
import { GridLayer } from './grid-layer.tsx';
import { NumberLayer } from './number-layer.tsx';
import { MarkLayer } from './overlay.tsx';
import type { Locate, OriginalProps } from './surface.ts';
import { useNumbers } from './use-numbers.ts';

/** Points of a page, origin at its top left as displayed, are pixels but for the scale. */
export function onPage(page: number, scale: number): Locate {
  return (place) => {
    if (!('page' in place) || place.page !== page) return [];
    const [x0, y0, x1, y1] = place.bbox;
    return [{ left: x0 * scale, top: y0 * scale, width: (x1 - x0) * scale, height: (y1 - y0) * scale }];
  };
}

/** One page with what is laid over it. */
export function PageSurface(
  props: OriginalProps & {
    readonly page: number;
    readonly box: Rect;
    readonly scale: number;
    readonly children: ComponentChildren;
  },
) {
  const { page, scale } = props;
  const locate = useMemo(() => onPage(page, scale), [page, scale]);
  const numbers = useNumbers(props.document.id, { page });
  const isHere = props.marks.filter(({ otherDocument }) => otherDocument === null);
  return (
    <section class="page-surface" data-page={page} aria-label={props.label} style={boxStyle(props.box)}>
      {props.children}
      {props.grid && <GridLayer grid={props.grid} locate={locate} />}
      <NumberLayer
        label={documentWords().numbersOn(props.label)}
        numbers={numbers}
        locate={locate}
        chosen={props.chosen}
        showsOutcomes={props.showsOutcomes}
        onChoose={props.onChoose}
      />
      <MarkLayer marks={isHere} locate={locate} />
    </section>
  );
}
