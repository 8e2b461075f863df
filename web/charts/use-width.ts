import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** The width there is for a chart: it is drawn for its pixels, so that letters and lines keep their size. */
export function useWidth<Box extends HTMLElement>(before: number): [RefObject<Box | null>, number] {
  const box = useRef<Box>(null);
  const [width, setWidth] = useState(before);
  useLayoutEffect(() => {
    const shown = box.current;
    if (!shown) return;
    const observer = new ResizeObserver(([entry]) => {
      // Printing gives a box of no width for a moment.
      const measured = Math.floor(entry?.contentRect.width ?? 0);
      if (measured > 0) setWidth(measured);
    });
    observer.observe(shown);
    return () => observer.disconnect();
  }, []);
  return [box, width];
}
