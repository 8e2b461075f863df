import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Rect } from './geometry.ts';

/** Heights of a surface between which things are drawn: what is in view of its pane, and some way beyond. */
export interface Band {
  readonly from: number;
  readonly to: number;
}

export function isInBand(rects: readonly Rect[], band: Band | undefined): boolean {
  return band === undefined || rects.some(({ top, height }) => top + height >= band.from && top <= band.to);
}

/** A workbook has thousands of numbers: boxes for all of them at once would be waited for at every step. */
export function useBand(pane: RefObject<HTMLElement | null>): Band {
  const [band, setBand] = useState<Band>({ from: 0, to: 0 });
  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    const look = (): void => {
      const height = Math.max(1, element.clientHeight);
      // In steps of a pane's height, so that scrolling draws nothing anew most of the time.
      const at = Math.floor(element.scrollTop / height);
      const next = { from: (at - 1) * height, to: (at + 3) * height };
      setBand((now) => (now.from === next.from && now.to === next.to ? now : next));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [pane]);
  return band;
}
