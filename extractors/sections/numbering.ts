/**
 * The numbering of headings in Chinese official documents (GB/T 9704): 一、 then （一） then 1. then （1）, above them
 * 第一部分 / 第一章 / 第一节, and Western 1.1 / 1.1.1.
 */
export type NumberingStyle =
  | 'part'
  | 'chapter'
  | 'article'
  | 'ideographic'
  | 'ideographic-brackets'
  | 'digit'
  | 'digit-brackets'
  | 'circled'
  | 'dotted';

export interface Numbering {
  readonly style: NumberingStyle;
  /** As printed without closing punctuation: "第三部分", "五", "（一）", "1", "1.2". */
  readonly number: string;
  /** Position in its list, 0 where it cannot be told. */
  readonly ordinal: number;
  /** Depth among the other styles, 1 is the highest. */
  readonly rank: number;
  /** Characters of the text it takes, separators and spaces included. */
  readonly length: number;
}

const IDEOGRAPH_DIGITS = '〇零一二三四五六七八九十百';
const IDEOGRAPHS = `[${IDEOGRAPH_DIGITS}]{1,5}`;

/** Layout spaces may stand inside a number ("第 一 部分", "（ 一 ）"): a few are allowed everywhere. */
const S = '[ \\t\\u3000]{0,4}';

const STYLES: ReadonlyArray<{ readonly style: NumberingStyle; readonly rank: number; readonly pattern: RegExp }> = [
  { style: 'part', rank: 1, pattern: new RegExp(`^(第${S}(${IDEOGRAPHS}|\\d{1,2})${S}(?:部${S}分|编|篇))[：:、.．]?`) },
  { style: 'chapter', rank: 2, pattern: new RegExp(`^(第${S}(${IDEOGRAPHS}|\\d{1,2})${S}[章节])[：:、.．]?`) },
  { style: 'article', rank: 8, pattern: new RegExp(`^(第${S}(${IDEOGRAPHS}|\\d{1,3})${S}条)[：:、.．]?`) },
  { style: 'ideographic', rank: 3, pattern: new RegExp(`^((${IDEOGRAPHS}))${S}[、．.，,]`) },
  { style: 'ideographic-brackets', rank: 4, pattern: new RegExp(`^([（(]${S}(${IDEOGRAPHS})${S}[)）])[、.．]?`) },
  {
    style: 'dotted',
    rank: 6,
    pattern:
      /^((\d{1,2})(?:[.．]\d{1,2}){1,3})(?:[、.．]|[ \t\u3000]{1,4}|(?![\d%％万亿元倍个人辆台件次名分米吨公平余多]))(?=[ \t\u3000]{0,4}[\p{L}“"《])/u,
  },
  { style: 'digit', rank: 5, pattern: new RegExp(`^((\\d{1,2}))${S}[、.．](?!\\d)`) },
  { style: 'digit-brackets', rank: 6, pattern: new RegExp(`^([（(]${S}(\\d{1,2})${S}[)）])[、.．]?`) },
  { style: 'digit-brackets', rank: 6, pattern: /^((\d{1,2}))[)）][、.．]?/ },
  { style: 'circled', rank: 7, pattern: /^(([①-⑳]))[、.．]?/ },
];

/** Reads the numbering a text begins with, null where it begins with none. */
export function readNumbering(text: string): Numbering | null {
  const lead = /^[\s\u3000\u200b]{0,40}/.exec(text)?.[0].length ?? 0;
  const rest = text.slice(lead, lead + 40);
  for (const { style, rank, pattern } of STYLES) {
    const match = pattern.exec(rest);
    if (match?.[1] === undefined) continue;
    const gap = /^[ \t\u3000]{0,8}/.exec(rest.slice(match[0].length))?.[0].length ?? 0;
    return {
      style,
      rank,
      number: match[1].replace(/\s/g, ''),
      ordinal: ordinalOf(match[2] ?? ''),
      length: lead + match[0].length + gap,
    };
  }
  return null;
}

function ordinalOf(printed: string): number {
  if (/^\d+$/.test(printed)) return Number(printed);
  const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'.indexOf(printed);
  if (circled >= 0 && printed !== '') return circled + 1;
  return ideographicOrdinal(printed);
}

function ideographicOrdinal(printed: string): number {
  const units = '零一二三四五六七八九';
  const plain = printed.replaceAll('〇', '零');
  const [tens, ones] = plain.includes('十') ? plain.split('十') : ['', plain];
  const tensValue = plain.includes('十') ? (tens === '' ? 1 : units.indexOf(tens ?? '')) : 0;
  const onesValue = ones === '' || ones === undefined ? 0 : units.indexOf(ones);
  return tensValue < 0 || onesValue < 0 ? 0 : tensValue * 10 + onesValue;
}

/** A heading is a short line that states no sentence. */
const MAX_HEADING_LENGTH = 60;
const SENTENCE_MARK = /[。；;！？!?]|[，,：:、]$|[：:](?:指|是|为|.{13})/;
/** A quantity with its unit, or a clause with a verb of the narrative: the line is a short paragraph. */
const QUANTITY = /\d[\d,.，]{0,24}\s{0,2}(?:万元|亿元|元|[%％])/;

/**
 * Whether a line that carries no markup reads as a heading: numbered in a heading style, short, no sentence marks.
 * Digits ("1.") number list items as often as headings, so they need other evidence (bold type) and are not taken here.
 */
export function readsAsHeading(text: string): boolean {
  const numbering = readNumbering(text);
  if (numbering === null || numbering.rank > 4) return false;
  const title = text.slice(numbering.length).trim();
  if (title === '') return numbering.rank === 1;
  return isHeadingTitle(title);
}

export function isHeadingTitle(title: string): boolean {
  const plain = title.trim().replace(/。$/, '');
  if (plain === '' || plain.length > MAX_HEADING_LENGTH) return false;
  return !SENTENCE_MARK.test(plain) && !QUANTITY.test(plain);
}

/** Level of a heading by its numbering alone. */
export function levelOf(numbering: Numbering | null): number {
  return numbering === null ? 1 : numbering.rank;
}

/** Made of pieces, so that they stand nowhere as they are read. */
export const numberingExpressions: readonly RegExp[] = STYLES.map(({ pattern }) => pattern);
