import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { PrintedNumber } from '../../../../schemas/service/index.ts';
import { documentWords } from '../../../messages/document.ts';
import { GridLayer } from './grid-layer.tsx';
import type { Mark } from './marks.ts';
import { NumberLayer } from './number-layer.tsx';
import { MarkLayer } from './overlay.tsx';
import { awayFrom, bringIntoView } from './scroll.ts';
import type { Locate, OriginalProps } from './surface.ts';
import { useBand } from './use-band.ts';

/** A text that flows (a framed page, paragraphs and tables) with what is laid over it; places are found by measuring. */
export function FlowSurface(
  props: OriginalProps & {
    readonly pane: RefObject<HTMLElement | null>;
    /** null until the text is there to be measured. */
    readonly locate: Locate | null;
    readonly numbers: readonly PrintedNumber[];
    readonly children: ComponentChildren;
  },
) {
  const { pane, locate, target, onSpan } = props;
  const marks = useMemo(
    () => props.marks.filter(({ otherDocument }) => otherDocument === null).map(withOnePlace),
    [props.marks],
  );

  const band = useBand(pane);

  useEffect(() => {
    const element = pane.current;
    if (!element || !locate) return;
    const rectsOf = (mark: Mark) => mark.places.flatMap((place) => locate(place, mark.ref));
    const wanted = marks.filter(({ key }) => target.keys.includes(key));
    const isFar = bringIntoView(element, wanted.flatMap(rectsOf));
    onSpan(isFar, awayFrom(element, props.marks, rectsOf));
    // A new measure after resizing must not jump back.
  }, [target, locate === null]);

  return (
    <>
      {props.children}
      {locate && (
        <>
          {props.grid && <GridLayer grid={props.grid} locate={locate} band={band} />}
          <NumberLayer
            label={documentWords().numbersOn(props.label)}
            numbers={props.numbers}
            locate={locate}
            band={band}
            chosen={props.chosen}
            showsOutcomes={props.showsOutcomes}
            onChoose={props.onChoose}
          />
          <MarkLayer marks={marks} locate={locate} />
        </>
      )}
    </>
  );
}

/** Rows and tables are found by their name, as a whole; the places of their cells would box them again and again. */
function withOnePlace(mark: Mark): Mark {
  return mark.ref && /^(?:row|table):/.test(mark.ref) ? { ...mark, places: mark.places.slice(0, 1) } : mark;
}
