import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { OnePlace } from '../../../components/places.ts';
import { ScrollBox } from '../../../components/scroll-box.tsx';
import { commonWords } from '../../../messages/common.ts';
import { moved, type Rect } from './geometry.ts';
import type { Mark } from './marks.ts';
import { PageJump } from './page-jump.tsx';
import { isBetween, layoutOf, type PageLayout, pageAt, pagesBetween } from './page-layout.ts';
import { onPage, PageSurface } from './page-surface.tsx';
import { awayFrom, bringIntoView } from './scroll.ts';
import type { OriginalProps } from './surface.ts';
import { useSize } from './use-size.ts';

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** Pages under one another; only those in view and their neighbours are in the DOM, so that a long document opens at once. */
export function Pages(
  props: OriginalProps & {
    readonly sizes: readonly PageSize[];
    readonly children: (page: number, scale: number, isInView: boolean) => ComponentChildren;
  },
) {
  const { sizes, marks, target, zoom, onSpan } = props;
  const pane = useRef<HTMLElement>(null);
  const size = useSize(pane);
  const layout = useMemo(() => layoutOf(sizes, size.width, zoom), [sizes, size.width, zoom]);
  const [top, setTop] = useState(0);
  const before = useRef(layout);

  // Zooming and resizing keep what stands at the top of the pane.
  useLayoutEffect(() => {
    const element = pane.current;
    const { height } = before.current;
    if (element && height > 0 && layout.height !== height) element.scrollTop *= layout.height / height;
    before.current = layout;
  }, [layout]);

  const isLaidOut = layout.pages.length > 0;
  useEffect(() => {
    const element = pane.current;
    if (!element || !isLaidOut) return;
    const wanted = marks.filter(({ key, otherDocument }) => target.keys.includes(key) && otherDocument === null);
    const rectsOf = ({ places }: Mark) => places.flatMap((place) => inPane(layout, place));
    const isFar = bringIntoView(element, wanted.flatMap(rectsOf));
    onSpan(isFar, awayFrom(element, marks, rectsOf));
    setTop(element.scrollTop);
    // Not when the layout changes: zooming must not jump back.
  }, [target, isLaidOut]);

  const m = commonWords();
  const goTo = (page: number): void => {
    const box = layout.pages[page - 1];
    if (box) pane.current?.scrollTo({ top: box.top - 8 });
  };
  return (
    <div class="paged">
      <ScrollBox class="original-pane" boxRef={pane} label={props.label} onTop={setTop}>
        <div class="pages" style={{ height: `${layout.height}px`, width: `${layout.width}px` }}>
          {isLaidOut &&
            pagesBetween(layout, top, top + size.height).map((n) => {
              const box = layout.pages[n - 1];
              return (
                box && (
                  <PageSurface key={n} {...props} page={n} box={box} scale={box.scale} label={m.page(n)}>
                    {props.children(n, box.scale, isBetween(box, top, top + size.height))}
                  </PageSurface>
                )
              );
            })}
        </div>
      </ScrollBox>
      {isLaidOut && <PageJump page={pageAt(layout, top + size.height / 3)} of={sizes.length} onPage={goTo} />}
    </div>
  );
}

function inPane(layout: PageLayout, place: OnePlace): readonly Rect[] {
  const box = 'page' in place ? layout.pages[place.page - 1] : undefined;
  if (!box || !('page' in place)) return [];
  return onPage(place.page, box.scale)(place, null).map((rect) => moved(rect, box.left, box.top));
}
