/** A box in CSS pixels, measured from the top left of a surface (a page, a frame, a run of blocks) or of a pane. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export function union(rects: readonly Rect[]): Rect | undefined {
  const [first, ...rest] = rects;
  if (!first) return undefined;
  return rest.reduce((all, one) => {
    const left = Math.min(all.left, one.left);
    const top = Math.min(all.top, one.top);
    const right = Math.max(all.left + all.width, one.left + one.width);
    const bottom = Math.max(all.top + all.height, one.top + one.height);
    return { left, top, width: right - left, height: bottom - top };
  }, first);
}

export function moved(rect: Rect, left: number, top: number): Rect {
  return { ...rect, left: rect.left + left, top: rect.top + top };
}

export function enlarged({ left, top, width, height }: Rect, by: number): Rect {
  return { left: left * by, top: top * by, width: width * by, height: height * by };
}

/** Room for a box around digits, so that it does not cut them. */
export function grown(rect: Rect, by: number): Rect {
  return { left: rect.left - by, top: rect.top - by, width: rect.width + 2 * by, height: rect.height + 2 * by };
}

/** As a style object: Preact sets it property by property through the CSSOM, which the CSP allows. */
export function boxStyle(rect: Rect): { left: string; top: string; width: string; height: string } {
  return { left: `${rect.left}px`, top: `${rect.top}px`, width: `${rect.width}px`, height: `${rect.height}px` };
}
