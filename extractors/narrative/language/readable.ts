/**
 * Text of a block as it is meant to be read: one spelling of digits and punctuation, no layout spaces or soft line
 * breaks inside words and numbers, and for each character its place in the block's own text.
 */
export interface Readable {
  readonly text: string;
  /** Offset in the block's text of each character of `text`, and one more for its end. */
  readonly offsets: readonly number[];
  /** The block's own text. */
  readonly printed: string;
}

const PUNCTUATION: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '﹣': '-',
  '−': '-',
  '－': '-',
  '〜': '~',
  '～': '~',
  '︰': '：',
  '"': '"',
  '〔': '〔',
};

const SPACE = /[\s\u00a0\u200b-\u200f\u2028\u2029\u2060\u3000\ufeff\ue5e5\ue5cf]/;
const DIGIT = /\d/;
const LATIN = /[A-Za-z]/;

export function makeReadable(printed: string): Readable {
  const characters: string[] = [];
  const offsets: number[] = [];
  let spaceBefore = -1;
  for (let at = 0; at < printed.length; at++) {
    const character = printed.charAt(at);
    if (SPACE.test(character)) {
      if (spaceBefore < 0) spaceBefore = at;
      continue;
    }
    const plain = plainCharacter(character);
    if (spaceBefore >= 0) {
      if (keepsSpace(characters, plain, printed, at)) {
        characters.push(' ');
        offsets.push(spaceBefore);
      }
      spaceBefore = -1;
    }
    characters.push(plain);
    offsets.push(at);
  }
  offsets.push(printed.length);
  return { text: separateCommas(characters).join(''), offsets, printed };
}

/** The document's own spelling of a stretch of readable text, without layout spaces. */
export function printedForm(readable: Readable, start: number, end: number): string {
  const { offsets, printed, text } = readable;
  const pieces: string[] = [];
  let from = start;
  for (let at = start + 1; at <= end; at++) {
    const goesOn = at < end && offsets[at] === (offsets[at - 1] ?? 0) + 1 && text[at] !== ' ' && text[at - 1] !== ' ';
    if (goesOn) continue;
    const space = text[from] === ' ';
    pieces.push(space ? ' ' : printed.slice(offsets[from] ?? printed.length, (offsets[at - 1] ?? printed.length) + 1));
    from = at;
  }
  return pieces.join('');
}

/** Offset in the block of the character at `start`. */
export function blockStart(readable: Readable, start: number): number {
  return readable.offsets[start] ?? readable.printed.length;
}

/** Offset in the block behind the character before `end`. */
export function blockEnd(readable: Readable, end: number): number {
  return end <= 0 ? 0 : Math.min((readable.offsets[end - 1] ?? readable.printed.length) + 1, readable.printed.length);
}

function plainCharacter(character: string): string {
  const code = character.charCodeAt(0);
  const ascii = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character;
  return PUNCTUATION[ascii] ?? ascii;
}

/** A space stays between Latin words, and between digits that cannot be one number printed with a gap. */
function keepsSpace(before: readonly string[], next: string, printed: string, at: number): boolean {
  const last = before.at(-1) ?? '';
  if (LATIN.test(last) && LATIN.test(next)) return true;
  if (!DIGIT.test(next)) return false;
  if (last === '.' || last === '，' || last === '、') return isItemNumber(before);
  return DIGIT.test(last) && !continuesNumber(before, printed, at);
}

/** "1. 2860.07": the number of a list item at the beginning of the block, not the integer part of a decimal. */
function isItemNumber(before: readonly string[]): boolean {
  return before.length <= 4 && before.slice(0, -1).every((character) => DIGIT.test(character));
}

/** Digits set apart one by one may go on for long; a longer group before a gap is a code or a number of its own. */
const LONGEST_APART = 12;
const LONGEST_HEAD = 4;

/** "6 69.71", "2,8 70.29", "3.0 3%" are one number each; "2018 66.20", "10.21 0.36" and "2010301 1511.89" are not. */
function continuesNumber(before: readonly string[], printed: string, at: number): boolean {
  const head = trailingNumber(before);
  const tail = /^[\d,，.]{0,24}/.exec(printed.slice(at, at + 24).replace(/\s/g, ''))?.[0] ?? '';
  const fraction = head.split('.')[1];
  if (fraction !== undefined) return /^\d{1,2}$/.test(tail) && fraction.length + tail.length <= 2;
  if (/^(?:19|20)\d{2}$/.test(head)) return false;
  const piece = /^\d*/.exec(printed.slice(at, at + 24))?.[0] ?? '';
  return piece.length === 1 ? head.length < LONGEST_APART : head.length <= LONGEST_HEAD;
}

function trailingNumber(before: readonly string[]): string {
  let number = '';
  for (let i = before.length - 1; i >= 0 && number.length < 16; i--) {
    const character = before[i] ?? '';
    if (!DIGIT.test(character) && character !== '.' && character !== '，') break;
    number = character + number;
  }
  return number;
}

/** A comma between digits that groups thousands becomes ",": every other one parts clauses and is "，". */
function separateCommas(characters: string[]): string[] {
  for (let i = 1; i < characters.length - 3; i++) {
    if (characters[i] !== '，' || !groupsThousands(characters, i)) continue;
    characters[i] = ',';
  }
  return characters;
}

/** What stands behind the comma where a point was moved and the separators stayed: "2,855.85" printed as "2,85.585". */
const POINT_MOVED = /^(?:\d{2}\.\d{3}|\d\.\d{4})(?!\d)/;
const LONGEST_BEHIND = 8;

function groupsThousands(characters: readonly string[], comma: number): boolean {
  const isDigit = (i: number) => DIGIT.test(characters[i] ?? '');
  const behind = characters.slice(comma + 1, comma + LONGEST_BEHIND).join('');
  if (!/^\d{3}(?!\d)/.test(behind) && !POINT_MOVED.test(behind)) return false;
  let start = comma;
  while (start > 0 && comma - start <= 3 && isDigit(start - 1)) start--;
  const integerDigits = comma - start;
  const before = characters[start - 1] ?? '';
  if (integerDigits < 1 || integerDigits > 3 || before === '.') return false;
  return before === ',' || integerDigits > 1 || characters[start] !== '0';
}
