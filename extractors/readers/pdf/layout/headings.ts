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

/** "（一）预算绩效管理工作开展情况。": a numbered heading may end in a full stop when nothing else parts it. */
const MAX_LENGTH_WITH_STOP = 30;

const RUNNING_TEXT = /[。；;，,：:]$/;
const STOP_ONLY_AT_END = /^[^。；;，,：:]{1,40}。$/;
const QUANTITY = /\d\s?(?:亿元|万元|元|%|％)/;

/** Level of the heading that a paragraph is (1 is the highest), or null for running text. */
export function headingLevel(look: ParagraphLook, bodySize: number): number | null {
  const { text, lines, size, bold, centred } = look;
  if (text.length > MAX_LENGTH || lines > MAX_LINES) return null;
  const depth = numberDepth(text);
  const numbered = depth !== null && depth <= 3;
  const stops = numbered && text.length <= MAX_LENGTH_WITH_STOP && STOP_ONLY_AT_END.test(text);
  if ((RUNNING_TEXT.test(text) && !stops) || QUANTITY.test(text) || isContentsEntry(text) || !/\p{L}/u.test(text))
    return null;
  const large = size >= LARGE * bodySize;
  if (depth !== null) return numbered || bold || large ? depth : null;
  if (!large || !(centred || bold)) return null;
  return size >= TITLE * bodySize ? 1 : 2;
}
