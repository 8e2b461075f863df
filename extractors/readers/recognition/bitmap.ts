/** A page as grey values, row by row from the top: 0 is black, 255 is paper. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly gray: Uint8Array;
}

/** A quarter turn or none, degrees clockwise. */
export type Turn = 0 | 90 | 180 | 270;

const WHITE = 255;

/**
 * How much redder than green and blue the ink of a seal is. Black text under a seal is dark in every channel, so the
 * red channel alone shows it.
 */
const SEAL_REDNESS = 48;
/** Red ink is as light as paper in the red channel, down to this. */
const SEAL_LIGHTNESS = 120;

/** Grey values of four-channel pixels, seals and other red ink left out. */
export function fromRgba(rgba: Uint8Array | Uint8ClampedArray, width: number, height: number): Bitmap {
  const gray = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < gray.length; at += 1, from += 4) {
    const red = rgba[from] ?? WHITE;
    const green = rgba[from + 1] ?? WHITE;
    const blue = rgba[from + 2] ?? WHITE;
    if (red - Math.max(green, blue) > SEAL_REDNESS) gray[at] = red > SEAL_LIGHTNESS ? WHITE : red;
    else gray[at] = (red * 77 + green * 151 + blue * 28) >> 8;
  }
  return { width, height, gray };
}

/** The bitmap turned clockwise. */
export function turned({ width, height, gray }: Bitmap, turn: Turn): Bitmap {
  if (turn === 0) return { width, height, gray };
  const result = new Uint8Array(gray.length);
  const [newWidth, newHeight] = turn === 180 ? [width, height] : [height, width];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [toX, toY] =
        turn === 90 ? [height - 1 - y, x] : turn === 270 ? [y, width - 1 - x] : [width - 1 - x, height - 1 - y];
      result[toY * newWidth + toX] = gray[y * width + x] ?? WHITE;
    }
  }
  return { width: newWidth, height: newHeight, gray: result };
}

/** The bitmap turned clockwise by a few degrees about its middle, same size; what comes in from outside is paper. */
export function tilted({ width, height, gray }: Bitmap, degrees: number): Bitmap {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [cx, cy] = [(width - 1) / 2, (height - 1) / 2];
  const result = new Uint8Array(gray.length).fill(WHITE);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const fromX = cx + (x - cx) * cos + (y - cy) * sin;
      const fromY = cy - (x - cx) * sin + (y - cy) * cos;
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue;
      const [dx, dy] = [fromX - left, fromY - top];
      const at = top * width + left;
      const upper = (gray[at] ?? WHITE) * (1 - dx) + (gray[at + 1] ?? WHITE) * dx;
      const lower = (gray[at + width] ?? WHITE) * (1 - dx) + (gray[at + width + 1] ?? WHITE) * dx;
      result[y * width + x] = Math.round(upper * (1 - dy) + lower * dy);
    }
  }
  return { width, height, gray: result };
}

/** Grey values at and above the threshold are paper: the split that parts the two kinds best (Otsu). */
export function inkThreshold({ gray }: Bitmap): number {
  const counts = new Array<number>(256).fill(0);
  for (const value of gray) counts[value] = (counts[value] ?? 0) + 1;
  const sum = counts.reduce((total, count, value) => total + count * value, 0);
  let [below, sumBelow, best, threshold] = [0, 0, -1, 128];
  for (let value = 0; value < 255; value += 1) {
    below += counts[value] ?? 0;
    sumBelow += value * (counts[value] ?? 0);
    const above = gray.length - below;
    if (below === 0 || above === 0) continue;
    const apart = sumBelow / below - (sum - sumBelow) / above;
    const between = below * above * apart * apart;
    if (between > best) [best, threshold] = [between, value + 1];
  }
  return threshold;
}

/** Darker than this is ink on any paper; a page whose darkest spots are lighter is blank. */
const SURELY_INK = 144;
/** A speck of dust here and there is no text: share of the page that is ink. */
const BLANK_SHARE = 0.0001;

/** Nothing is written on it. */
export function isBlank({ gray }: Bitmap): boolean {
  let ink = 0;
  for (const value of gray) if (value < SURELY_INK) ink += 1;
  return ink <= gray.length * BLANK_SHARE;
}

/** The simplest file of a grey picture (Netpbm P5), which every recognition program reads. */
export function toPgm({ width, height, gray }: Bitmap): Uint8Array {
  const header = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const file = new Uint8Array(header.length + gray.length);
  file.set(header);
  file.set(gray, header.length);
  return file;
}
