import { withoutInvisible } from '../whitespace.ts';

/** One line of the file, without its line end. */
export interface Line {
  readonly text: string;
  /** `text` without white space at its ends and with layout spaces made plain; tabs stay, they separate cells. */
  readonly trimmed: string;
}

/** Form feeds and vertical tabs separate pages and lines in dumps of PDFs: they end a line as CR, LF and CRLF do. */
export function splitLines(text: string): Line[] {
  return text.split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/).map((raw) => {
    const line = withoutInvisible(raw).replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ');
    return { text: line, trimmed: line.replace(/ {2,}/g, ' ').replace(/^ +| +$/g, '') };
  });
}
