/** How pieces of text that stand side by side, or one under the other, are put together. Shared by all readers. */

/** Characters that take a full em and are never parted by word spaces: ideographs, kana, full-width forms. */
const WIDE =
  /[\u2e80-\u303f\u3040-\u31bf\u3200-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\ud840-\ud88f]/;
const WORD = /[\p{L}\p{N}]/u;

export function isWide(character: string): boolean {
  return WIDE.test(character);
}

/** A gap wider than this (em) between ideographs is a blank that was meant; narrower ones come from justification. */
const WIDE_BLANK = 0.6;
/** Between ideographs and Latin or digits, typesetters add up to a quarter of an em on their own. */
const MIXED_BLANK = 0.6;
/** A gap wider than this (em) parts two Latin words. */
const WORD_BLANK = 0.18;

/** What stands between two pieces of one line that are `gap` em apart: a blank or nothing. */
export function betweenPieces(left: string, right: string, gap: number): '' | ' ' {
  const before = left.at(-1) ?? '';
  const after = right.at(0) ?? '';
  if (before === ' ' || after === ' ') return '';
  const wide = Number(isWide(before)) + Number(isWide(after));
  if (wide === 2) return gap > WIDE_BLANK ? ' ' : '';
  if (wide === 1) return gap > MIXED_BLANK ? ' ' : '';
  if (gap <= 1 && continuesNumber(left, right)) return '';
  return gap > WORD_BLANK ? ' ' : '';
}

/**
 * What stands between the last piece of a line and the first of the next one. Chinese text runs on; so does a number
 * that the line end cut in two ("1,3" | "67.76"). Latin words are parted by a blank.
 */
export function betweenLines(above: string, below: string): '' | ' ' {
  const before = above.at(-1) ?? '';
  const after = below.at(0) ?? '';
  if (before === '' || after === '' || isWide(before) || isWide(after)) return '';
  if (continuesNumber(above, below)) return '';
  if (/[\d.,]/.test(before) && /[\d.,%]/.test(after)) return hasWide(above) || hasWide(below) ? '' : ' ';
  if (/[-/]/.test(before) && WORD.test(after)) return '';
  return ' ';
}

/** Does `right` complete a number that `left` leaves open: "1,3" + "67.76", "1367" + ".76", "12." + "5%"? */
export function continuesNumber(left: string, right: string): boolean {
  const open = /(?:^|[^\d.,])(-?\d{1,3}(?:,\d{3})*,\d{0,2}|-?\d[\d,]{0,20}\.?)$/.exec(left.slice(-30))?.[1];
  const rest = /^(\d{0,3}(?:,\d{3})*(?:\.\d{0,8})?%?)(?![\d,])/.exec(right.slice(0, 30))?.[1];
  if (open === undefined || rest === undefined || rest === '') return false;
  const whole = (open + rest).replace(/[-%]/g, '');
  if (/,\d{0,2}$/.test(open)) return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(whole);
  return (open.endsWith('.') || rest.startsWith('.')) && /^(?:\d+|\d{1,3}(?:,\d{3})+)\.\d+$/.test(whole);
}

/** Removes blanks inside numbers whose digit groups only fit together without them: "1,3 67.76" → "1,367.76". */
export function closeBrokenNumbers(text: string): string {
  if (!/\d,\d{0,2} \d/.test(text)) return text;
  return text.replace(/(,\d{0,2}) (?=\d)/g, (blank, open: string, at: number) => {
    const left = text.slice(Math.max(0, at - 28), at) + open;
    return continuesNumber(left, text.slice(at + blank.length, at + blank.length + 30)) ? open : blank;
  });
}

function hasWide(text: string): boolean {
  return WIDE.test(text.slice(-40)) || WIDE.test(text.slice(0, 40));
}
