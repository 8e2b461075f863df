import { styleText } from 'node:util';
import stringWidth from 'string-width';

/** What a terminal shows: safe text, its width in columns, alignment and colour. */

/** C0 and C1 controls, DEL, and the marks that reorder text (a number shown backwards is a false number). */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/g;

/** Text that came from a document, a file name or the outside, made harmless: nothing in it moves the cursor. */
export function printable(text: string): string {
  return text.replace(/[\t\n\r]+/g, ' ').replace(UNSAFE, '\u{fffd}');
}

export type Tone = 'strong' | 'dim' | 'error' | 'warning' | 'good' | 'accent';

const STYLES = {
  strong: 'bold',
  dim: 'dim',
  error: 'red',
  warning: 'yellow',
  good: 'green',
  accent: 'cyan',
} as const satisfies Record<Tone, Parameters<typeof styleText>[0]>;

/** Coloured where the stream is a terminal and NO_COLOR is not set (styleText decides), plain text elsewhere. */
export function tone(style: Tone, text: string, stream: NodeJS.WriteStream = process.stdout): string {
  return styleText(STYLES[style], text, { stream });
}

/** Columns of the terminal; output into a file or pipe is not cut. */
export function columns(stream: NodeJS.WriteStream = process.stdout): number {
  return stream.isTTY ? stream.columns : Number.POSITIVE_INFINITY;
}

export function widthOf(text: string): number {
  return stringWidth(text);
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text;
}

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Plain text cut to a number of columns, with … where something is missing. */
export function truncate(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const { segment } of graphemes.segment(text)) {
    used += widthOf(segment);
    if (used > width - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}
