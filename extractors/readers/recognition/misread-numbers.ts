/** Digits, marks between them, and letters that look like digits; spaces only beside a mark. */
const NUMBER_LIKE = /(?<![A-Za-z\d])[\dOolI|]+(?:\s?[.,，。．·]{1,2}\s?[\dOolI|]+)*(?![A-Za-z\d])/g;

/** What follows an amount: after it "12,95" can only have been "12.95". */
const BEFORE_UNIT = /^\s?(?:[万亿千]?元|[%％])/;

/**
 * Mends confusions inside numbers: O for 0, l for 1, a comma read as a full stop or as both, an ideographic full stop, blanks
 * beside a mark. What can be read in two ways ("9.270") stays as recognised.
 */
export function mendNumbers(text: string): string {
  return text.replace(NUMBER_LIKE, (printed: string, start: number) => {
    if (!isNumber(printed)) return printed;
    const end = start + printed.length;
    return withMarks(withDigits(printed), BEFORE_UNIT.test(text.slice(end, end + 4)));
  });
}

/** A word of letters is none, and a lone stroke neither: most of it must be digits. */
function isNumber(printed: string): boolean {
  const digits = printed.match(/\d/g)?.length ?? 0;
  const lookalikes = printed.match(/[OolI|]/g)?.length ?? 0;
  return digits > lookalikes;
}

function withDigits(printed: string): string {
  return printed.replace(/[Oo]/g, '0').replace(/[lI|]/g, '1');
}

function withMarks(printed: string, beforeUnit: boolean): string {
  const groups = printed.split(/\s?[.,，。．·]{1,2}\s?/);
  const marks = printed.match(/\s?[.,，。．·]{1,2}\s?/g) ?? [];
  const [first = '', ...others] = groups;
  const last = others.at(-1) ?? '';
  if (marks.length === 0) return printed;
  const inThousands = first.length <= 3 && others.slice(0, -1).every((group) => group.length === 3);
  if (marks.length > 1) {
    if (!inThousands) return printed;
    if (last.length <= 2) return `${groups.slice(0, -1).join(',')}.${last}`;
    return last.length === 3 && marks.every((mark) => !isPoint(mark)) ? groups.join(',') : printed;
  }
  const [mark = ''] = marks;
  if (isSentenceMark(mark)) return last.length <= 2 && beforeUnit ? `${first}.${last}` : printed;
  if (last.length === 3 && first.length <= 3 && !isPoint(mark)) return `${first},${last}`;
  if (isPoint(mark)) return `${first}.${last}`;
  return last.length <= 2 && (beforeUnit || mark.trim().length === 2) ? `${first}.${last}` : printed;
}

function isPoint(mark: string): boolean {
  return /^[.．·]$/.test(mark.trim());
}

/** Full-width marks may just as well end a clause between two numbers. */
function isSentenceMark(mark: string): boolean {
  return /[，。]/.test(mark);
}
