import { isContentsEntry, numberDepth } from './numbering.ts';

/** What a paragraph shows of itself. */
export interface ParagraphLook {
  readonly text: string;
  readonly lines: number;
  readonly size: number;
  readonly bold: boolean;
  readonly centred: boolean;
}

/** Headings are no longer than this. */
const MAX_LENGTH = 60;
const MAX_LINES = 3;
const LARGE = 1.15;
const TITLE = 1.4;

const RUNNING_TEXT = /[。；;，,：:]$/;
const QUANTITY = /\d\s?(?:亿元|万元|元|%|％)/;

/** Level of the heading that a paragraph is (1 is the highest), or null for running text. */
export function headingLevel(look: ParagraphLook, bodySize: number): number | null {
  const { text, lines, size, bold, centred } = look;
  if (text.length > MAX_LENGTH || lines > MAX_LINES) return null;
  if (RUNNING_TEXT.test(text) || QUANTITY.test(text) || isContentsEntry(text) || !/\p{L}/u.test(text)) return null;
  const large = size >= LARGE * bodySize;
  const depth = numberDepth(text);
  if (depth !== null) return depth <= 3 || bold || large ? depth : null;
  if (!large || !(centred || bold)) return null;
  return size >= TITLE * bodySize ? 1 : 2;
}
