import type { StatusReason } from '../../../schemas/index.ts';
import type { Bitmap } from '../recognition/bitmap.ts';

/**
 * The contract between a PDF engine and the layout above it. All coordinates are points with the origin at the top
 * left of the page as displayed: /Rotate, crop box and UserUnit are already applied, y grows downwards.
 */

/** One shown string of the content stream (a run of glyphs in one font on one baseline). */
export interface TextRun {
  readonly text: string;
  /** x0 < x1, y0 < y1: the em box, not the ink. */
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  /** y of the baseline for upright text. */
  readonly baseline: number;
  /** Type size in points as displayed. */
  readonly size: number;
  /** Direction of reading, degrees clockwise as displayed: 0 upright. */
  readonly rotation: 0 | 90 | 180 | 270;
  readonly font: string;
  readonly bold: boolean;
}

/** A drawn line, thin rectangle or edge of a box. Horizontal when y0 === y1. */
export interface RuleLine {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly width: number;
}

/** A filled area that is not a line: shaded header cells, zebra stripes. */
export interface FilledBox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface EnginePage {
  /** 1-based. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly TextRun[];
  readonly rules: readonly RuleLine[];
  readonly fills: readonly FilledBox[];
  /** Area covered by images, as a share of the page (0…1): a page with no runs and a large image is a scan. */
  readonly imageShare: number;
  /** Text that belongs to no line: watermarks set askew, mirrored text. */
  readonly unplaced?: readonly string[];
  readonly reasons: readonly StatusReason[];
}

export interface EngineDocument {
  readonly pageCount: number;
  readonly metadata: Readonly<Record<string, string>>;
  /** Bookmarks in order, depth from 0. */
  readonly outline: readonly { readonly title: string; readonly depth: number }[];
  readonly page: (number: number) => Promise<EnginePage>;
  /** The page rendered as displayed, at the resolution asked for or, where it would be too large, at a lower one. */
  readonly picture: (number: number, dpi: number) => Promise<{ readonly picture: Bitmap; readonly dpi: number }>;
  readonly close: () => Promise<void>;
}

export interface PdfEngine {
  readonly name: string;
  readonly open: (bytes: Uint8Array) => Promise<EngineDocument>;
}
