import type { Typesetting } from './typesetting.ts';

/** Points. */
const [WIDTH, HEIGHT, MARGIN, FOOT] = [595.28, 841.89, 48, 46];
export const A4 = { width: WIDTH, height: HEIGHT, margin: MARGIN, textWidth: WIDTH - 2 * MARGIN } as const;
/** Distance of baselines in type sizes. */
const LEADING = 1.5;
const INK = '#1a1a1a';

/** What stands on a page: distances from its left and its top, to the baseline of text. */
export interface IndexPage {
  readonly texts: readonly PlacedText[];
  readonly rules: readonly { readonly x0: number; readonly x1: number; readonly y: number }[];
  /** Areas that lead somewhere. */
  readonly links: readonly {
    readonly x0: number;
    readonly y0: number;
    readonly x1: number;
    readonly y1: number;
    readonly to: string;
  }[];
  /** Heights that can be led to. */
  readonly anchors: readonly { readonly name: string; readonly y: number }[];
}

export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly color: string;
}

interface Part {
  readonly text: string;
  readonly size: number;
  readonly color?: string;
  /** From the left margin. */
  readonly x?: number;
  readonly align?: 'middle' | 'end';
  /** A line to write on after the text, up to this distance from its beginning. */
  readonly underlined?: number;
}

interface ParagraphStyle {
  readonly size: number;
  readonly indent?: number;
  readonly color?: string;
  /** Stands before the first line, in the indent. */
  readonly label?: string;
  readonly labelColor?: string;
}

interface Row {
  readonly size: number;
  readonly link: string;
  readonly cells: readonly {
    readonly text: string;
    readonly x: number;
    readonly color: string;
    /** Ends at `x` instead of beginning there. */
    readonly isEnd?: boolean;
    /** Broken into lines where it does not fit before the next cell. */
    readonly isWide?: boolean;
  }[];
}

interface OpenPage {
  readonly texts: PlacedText[];
  readonly rules: { x0: number; x1: number; y: number }[];
  readonly links: { x0: number; y0: number; x1: number; y1: number; to: string }[];
  readonly anchors: { name: string; y: number }[];
}

/** Lines one below the other on as many A4 pages as they need. */
export function pageFlow(type: Typesetting) {
  const pages: OpenPage[] = [emptyPage()];
  let y: number = MARGIN;
  const page = () => pages.at(-1) ?? emptyPage();
  const put = (text: string, x: number, baseline: number, size: number, color = INK) => {
    if (text !== '') page().texts.push({ text: type.settable(text), x: MARGIN + x, y: baseline, size, color });
  };
  /** Room for a line; gives its baseline. */
  const advance = (size: number) => {
    if (y + size * LEADING > HEIGHT - FOOT) turn();
    y += size * LEADING;
    return y - size * 0.4;
  };
  const turn = () => {
    pages.push(emptyPage());
    y = MARGIN;
  };

  return {
    line(parts: readonly Part[]) {
      const baseline = advance(Math.max(...parts.map(({ size }) => size)));
      for (const { text, size, color, x = 0, align, underlined } of parts) {
        const width = type.widthOf(type.settable(text), size);
        const left = align === 'middle' ? (A4.textWidth - width) / 2 : align === 'end' ? A4.textWidth - width : x;
        put(text, left, baseline, size, color);
        if (underlined !== undefined)
          page().rules.push({ x0: MARGIN + x + width + 4, x1: MARGIN + x + underlined, y: baseline + 2 });
      }
    },
    paragraph(text: string, { size, indent = 0, color, label = '', labelColor }: ParagraphStyle) {
      type.lines(text, size, A4.textWidth - indent).forEach((line, n) => {
        const baseline = advance(size);
        if (n === 0) put(label, 0, baseline, size, labelColor);
        put(line, indent, baseline, size, color);
      });
    },
    row({ size, link, cells }: Row) {
      const wide = cells.find(({ isWide }) => isWide);
      const ends = cells.find(({ isEnd }) => isEnd);
      const limit = ends === undefined ? A4.textWidth : ends.x - type.widthOf(type.settable(ends.text), size) - 8;
      const lines = wide === undefined ? [''] : type.lines(wide.text, size, Math.max(80, limit - wide.x));
      lines.forEach((line, n) => {
        const baseline = advance(size);
        if (wide !== undefined) put(line, wide.x, baseline, size, wide.color);
        const rest = n === 0 ? cells.filter((cell) => cell !== wide) : [];
        for (const { text, x, color, isEnd } of rest) {
          put(text, isEnd ? x - type.widthOf(type.settable(text), size) : x, baseline, size, color);
        }
        page().links.push({ x0: MARGIN, y0: baseline - size, x1: WIDTH - MARGIN, y1: baseline + size * 0.3, to: link });
      });
    },
    rule() {
      page().rules.push({ x0: MARGIN, x1: WIDTH - MARGIN, y });
    },
    space(points: number) {
      y += points;
    },
    /** Turns the page where less than this is left of it. */
    keep(points: number) {
      if (y + points > HEIGHT - FOOT) turn();
    },
    anchor(name: string) {
      page().anchors.push({ name, y });
    },
    /** The pages, each with a line at its foot. */
    pages(foot: (number: number, count: number) => Part): IndexPage[] {
      return pages.map((one, index) => {
        const { text, size, color = INK } = foot(index + 1, pages.length);
        const x = (WIDTH - type.widthOf(type.settable(text), size)) / 2;
        return { ...one, texts: [...one.texts, { text: type.settable(text), x, y: HEIGHT - FOOT / 2, size, color }] };
      });
    },
  };
}

function emptyPage(): OpenPage {
  return { texts: [], rules: [], links: [], anchors: [] };
}
