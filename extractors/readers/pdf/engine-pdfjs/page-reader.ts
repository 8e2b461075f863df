import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { RuleLine, TextRun } from '../engine.ts';
import { filledShape, filledShapes, soleRectangle, strokedRules, subpaths } from './drawn-paths.ts';
import { type GraphicsState, initialState, isPaperWhite, type PdfFont } from './graphics-state.ts';
import { MAX_GLYPHS, MAX_OPERATORS, MAX_SHAPES, MAX_STATE_DEPTH } from './limits.ts';
import { type Box, intersection, type Matrix, multiply, transformedBox } from './matrix.ts';
import { PageContent } from './page-content.ts';
import { type Glyph, showText } from './shown-text.ts';

export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

export interface PageFrame {
  /** From user space to displayed points. */
  readonly transform: Matrix;
  readonly width: number;
  readonly height: number;
  readonly fontOf: (id: string) => PdfFont | null;
  /** Is an optional content group (layer) switched on? */
  readonly layerVisible: (group: unknown) => boolean;
}

/** Shares of the page that are hidden text, for the reasons of a page that seems empty. */
export interface PaintedPage {
  readonly content: PageContent;
  readonly hiddenGlyphs: number;
  /** Names of the caps that were reached. */
  readonly exceeded: readonly string[];
}

/** Text render modes that paint nothing: invisible, and clip only. */
const INVISIBLE = new Set([3, 7]);
/** Alpha under which nothing can be seen. */
const TRANSPARENT = 0.02;

type Arguments = readonly unknown[];
type Instruction = (args: Arguments) => void;

/**
 * Follows the instructions of one page once and keeps what can be seen of text, lines, shaded areas and images.
 * Only the state that these depend on is followed; nothing is rendered.
 */
export function paintPage(list: OperatorList, frame: PageFrame): PaintedPage {
  const content = new PageContent();
  const page: Box = { x0: 0, y0: 0, x1: frame.width, y1: frame.height };
  const exceeded = new Set<string>();
  const stack: Saved[] = [];
  let state = initialState(frame.transform, page);
  let textMatrix: ArrayLike<number> = [1, 0, 0, 1, 0, 0];
  let pen = { x: 0, y: 0 };
  let line = { x: 0, y: 0 };
  let clipNext = false;
  let glyphCount = 0;
  let hiddenGlyphs = 0;
  /** Nesting of marked content, and the depth at which a switched-off layer began (0: none). */
  let marked = 0;
  let offFrom = 0;
  /** A transformation was set and nothing painted since: where an undecoded image would stand. */
  let imageAwaited = false;

  const save = () => {
    if (stack.length >= MAX_STATE_DEPTH) exceeded.add('nesting');
    stack.push({ state, imageAwaited });
    state = { ...state };
    imageAwaited = false;
  };
  const restore = () => {
    const saved = stack.pop();
    if (saved === undefined) return;
    if (imageAwaited) image();
    state = saved.state;
    imageAwaited = false;
  };
  const transform = (matrix: ArrayLike<number> | null | undefined) => {
    if (matrix) state.ctm = multiply(state.ctm, matrix);
  };
  const clipTo = (box: Box) => {
    state.clip = intersection(state.clip, box) ?? { x0: 0, y0: 0, x1: -1, y1: -1 };
  };
  const addRules = (rules: readonly RuleLine[], color: string, alpha: number) => {
    if (alpha < TRANSPARENT || offFrom > 0) return;
    for (const rule of rules) {
      if (content.rules.length >= MAX_SHAPES) {
        exceeded.add('lines');
        return;
      }
      if (!isPaperWhite(color) || content.isOnDark(rule)) content.rules.push(rule);
    }
  };
  /** An image fills the unit square of its user space. A thin one is a line. */
  const image = () => {
    imageAwaited = false;
    if (offFrom > 0) return;
    const shape = filledShape(transformedBox(state.ctm, 0, 0, 1, 1), state.clip);
    if (shape === null) return;
    if ('width' in shape) addRules([shape], '#000000', 1);
    else content.images.push(shape);
  };
  const fill = (paths: ReturnType<typeof subpaths>) => {
    if (offFrom > 0 || state.fillAlpha < TRANSPARENT) return;
    const { rules, boxes } = filledShapes(paths, state.clip);
    addRules(rules, state.fillColor, state.fillAlpha);
    if (isPaperWhite(state.fillColor)) {
      const sole = state.fillAlpha === 1 ? soleRectangle(paths) : null;
      const seen = sole === null ? null : intersection(sole, state.clip);
      if (seen !== null && boxes.length > 0) content.cover(seen);
      return;
    }
    for (const box of boxes) {
      if (content.fills.length >= MAX_SHAPES) exceeded.add('filled areas');
      else content.fills.push(box);
    }
  };
  const path = (args: Arguments) => {
    const paint = args[0] as number;
    const buffer = (args[1] as readonly (ArrayLike<number> | null)[])[0];
    const clipping = clipNext;
    clipNext = false;
    const bounds = args[2] as ArrayLike<number> | null;
    if (!buffer || !bounds) return;
    if (STROKES.has(paint) || FILLS.has(paint)) {
      imageAwaited = false;
      const paths = subpaths(buffer, state.ctm);
      if (FILLS.has(paint)) fill(paths);
      if (STROKES.has(paint)) {
        const scale = Math.sqrt(Math.abs(state.ctm[0] * state.ctm[3] - state.ctm[1] * state.ctm[2]));
        addRules(strokedRules(paths, state.lineWidth * scale, state.clip), state.strokeColor, state.strokeAlpha);
      }
    }
    if (clipping) clipTo(transformedBox(state.ctm, bounds[0] ?? 0, bounds[1] ?? 0, bounds[2] ?? 0, bounds[3] ?? 0));
  };
  const moveTo = (x: number, y: number) => {
    line = { x: line.x + x, y: line.y + y };
    pen = { ...line };
  };
  const show = (items: readonly (Glyph | number | null)[]) => {
    imageAwaited = false;
    if (glyphCount > MAX_GLYPHS) {
      exceeded.add('glyphs');
      return;
    }
    const a = textMatrix;
    const at = multiply([a[0] ?? 1, a[1] ?? 0, a[2] ?? 0, a[3] ?? 1, a[4] ?? 0, a[5] ?? 0], [1, 0, 0, 1, pen.x, pen.y]);
    const shown = showText(items, state, at);
    if (state.font?.vertical === true) pen.y += shown.advance;
    else pen.x += shown.advance;
    glyphCount += shown.glyphs;
    if (offFrom > 0) return;
    if (INVISIBLE.has(state.renderMode) || state.fillAlpha < TRANSPARENT) {
      hiddenGlyphs += shown.glyphs;
      return;
    }
    if (shown.unplaced.trim() !== '') content.unplaced.push(shown.unplaced.trim());
    for (const run of shown.runs) {
      const white = state.renderMode === 0 && isPaperWhite(state.fillColor) && !content.isOnDark(run);
      if (!white && showsIn(state.clip, run)) content.runs.push(run);
      else hiddenGlyphs += run.text.length;
    }
  };
  const graphicsState = (entries: readonly (readonly [string, unknown])[]) => {
    for (const [key, value] of entries) {
      if (key === 'LW') state.lineWidth = value as number;
      else if (key === 'ca') state.fillAlpha = value as number;
      else if (key === 'CA') state.strokeAlpha = value as number;
      else if (key === 'Font') setFont(value as Arguments);
    }
  };
  const setFont = (args: Arguments) => {
    state.font = frame.fontOf(args[0] as string);
    state.fontSize = args[1] as number;
  };

  const instructions: Record<number, Instruction> = {
    [OPS.save]: save,
    [OPS.restore]: restore,
    [OPS.transform]: (args) => {
      transform(args as readonly number[]);
      imageAwaited = true;
    },
    [OPS.paintFormXObjectBegin]: (args) => {
      save();
      transform(args[0] as ArrayLike<number> | null);
      const box = args[1] as ArrayLike<number> | null;
      if (box) clipTo(transformedBox(state.ctm, box[0] ?? 0, box[1] ?? 0, box[2] ?? 0, box[3] ?? 0));
    },
    [OPS.paintFormXObjectEnd]: restore,
    [OPS.beginGroup]: save,
    [OPS.endGroup]: restore,
    [OPS.beginAnnotation]: (args) => {
      save();
      state = initialState(frame.transform, page);
      transform(args[2] as ArrayLike<number>);
      transform(args[3] as ArrayLike<number>);
    },
    [OPS.endAnnotation]: restore,
    [OPS.setGState]: (args) => graphicsState(args[0] as readonly (readonly [string, unknown])[]),
    [OPS.setLineWidth]: (args) => {
      state.lineWidth = args[0] as number;
    },
    [OPS.setFillRGBColor]: (args) => {
      state.fillColor = args[0] as string;
    },
    [OPS.setStrokeRGBColor]: (args) => {
      state.strokeColor = args[0] as string;
    },
    [OPS.setFillColorN]: () => {
      state.fillColor = 'pattern';
    },
    [OPS.setStrokeColorN]: () => {
      state.strokeColor = 'pattern';
    },
    [OPS.clip]: () => {
      clipNext = true;
    },
    [OPS.eoClip]: () => {
      clipNext = true;
    },
    [OPS.constructPath]: path,
    [OPS.paintImageXObject]: image,
    [OPS.paintInlineImageXObject]: image,
    [OPS.paintImageMaskXObject]: image,
    [OPS.paintSolidColorImageMask]: image,
    [OPS.beginMarkedContent]: () => {
      marked += 1;
    },
    [OPS.beginMarkedContentProps]: (args) => {
      marked += 1;
      if (offFrom === 0 && args[0] === 'OC' && !frame.layerVisible(args[1])) offFrom = marked;
    },
    [OPS.endMarkedContent]: () => {
      if (offFrom === marked) offFrom = 0;
      marked = Math.max(0, marked - 1);
    },
    [OPS.beginText]: () => {
      textMatrix = [1, 0, 0, 1, 0, 0];
      pen = { x: 0, y: 0 };
      line = { x: 0, y: 0 };
    },
    [OPS.setTextMatrix]: (args) => {
      textMatrix = args[0] as ArrayLike<number>;
      pen = { x: 0, y: 0 };
      line = { x: 0, y: 0 };
    },
    [OPS.moveText]: (args) => moveTo(args[0] as number, args[1] as number),
    [OPS.setLeadingMoveText]: (args) => {
      state.leading = -(args[1] as number);
      moveTo(args[0] as number, args[1] as number);
    },
    [OPS.nextLine]: () => moveTo(0, -state.leading),
    [OPS.setFont]: setFont,
    [OPS.setCharSpacing]: (args) => {
      state.charSpacing = args[0] as number;
    },
    [OPS.setWordSpacing]: (args) => {
      state.wordSpacing = args[0] as number;
    },
    [OPS.setHScale]: (args) => {
      state.horizontalScale = (args[0] as number) / 100;
    },
    [OPS.setLeading]: (args) => {
      state.leading = args[0] as number;
    },
    [OPS.setTextRise]: (args) => {
      state.rise = args[0] as number;
    },
    [OPS.setTextRenderingMode]: (args) => {
      state.renderMode = args[0] as number;
    },
    [OPS.showText]: (args) => show(args[0] as readonly (Glyph | number | null)[]),
  };

  const end = Math.min(list.fnArray.length, MAX_OPERATORS);
  if (list.fnArray.length > MAX_OPERATORS) exceeded.add('instructions');
  for (let i = 0; i < end; i += 1) {
    instructions[list.fnArray[i] ?? -1]?.((list.argsArray[i] ?? []) as Arguments);
  }
  return { content, hiddenGlyphs, exceeded: [...exceeded] };
}

/**
 * Spreadsheets print a cell cut by a page break on both pages, clipped: it belongs to the page that shows the middle of
 * its line. Along the line a cut is harmless: text that overflows its cell counts as shown when its beginning is.
 */
function showsIn(clip: Box, run: TextRun): boolean {
  const sideways = run.rotation === 90 || run.rotation === 270;
  const [from, to, clipFrom, clipTo] = sideways
    ? [run.y0, run.y1, clip.y0, clip.y1]
    : [run.x0, run.x1, clip.x0, clip.x1];
  const across = sideways ? (run.x0 + run.x1) / 2 : (run.y0 + run.y1) / 2;
  const inLine = sideways ? across >= clip.x0 && across <= clip.x1 : across >= clip.y0 && across <= clip.y1;
  const backwards = run.rotation === 180 || run.rotation === 270;
  const start = backwards ? to - run.size * 0.5 : from + run.size * 0.5;
  const middle = (from + to) / 2;
  const within = (at: number) => at >= clipFrom && at <= clipTo;
  return inLine && (within(start) || within(middle));
}

interface Saved {
  readonly state: GraphicsState;
  readonly imageAwaited: boolean;
}

const STROKES: ReadonlySet<number> = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const FILLS: ReadonlySet<number> = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
