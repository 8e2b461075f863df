/** How Word prints the numbers it gives to list items (ECMA-376, part 1, ST_NumberFormat). */

const DIGITS = '零一二三四五六七八九';
const ZERO_DIGITS = '〇一二三四五六七八九';
const LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const CIRCLED_IDEOGRAPHS = '㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉';
const BRACKETED = '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇';
const WITH_STOP = '⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛';
const BRACKETED_IDEOGRAPHS = '㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩';

type Format = (value: number) => string;

const counting: Format = (value) => ideographs(value, DIGITS, ['', '十', '百', '千']);
const legal: Format = (value) => ideographs(value, LEGAL_DIGITS, ['', '拾', '佰', '仟']);
const oneOf =
  (signs: string): Format =>
  (value) =>
    [...signs][value - 1] ?? String(value);

const FORMATS: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['chineseCounting', counting],
  ['chineseCountingThousand', counting],
  ['japaneseCounting', counting],
  ['taiwaneseCounting', counting],
  ['taiwaneseCountingThousand', counting],
  ['ideographDigital', digitByDigit],
  ['japaneseDigitalTenThousand', digitByDigit],
  ['taiwaneseDigital', digitByDigit],
  ['chineseLegalSimplified', legal],
  ['ideographLegalTraditional', legal],
  ['japaneseLegal', legal],
  ['ideographTraditional', oneOf(STEMS)],
  ['ideographZodiac', oneOf(BRANCHES)],
  ['decimalEnclosedCircle', oneOf(CIRCLED)],
  ['decimalEnclosedCircleChinese', oneOf(CIRCLED)],
  ['decimalEnclosedParen', oneOf(BRACKETED)],
  ['decimalEnclosedFullstop', oneOf(WITH_STOP)],
  ['ideographEnclosedCircle', oneOf(CIRCLED_IDEOGRAPHS)],
  ['ideographParenthesized', oneOf(BRACKETED_IDEOGRAPHS)],
  ['decimalFullWidth', (value) => String(value).replace(/\d/g, fullWidth)],
  ['decimalFullWidth2', (value) => String(value).replace(/\d/g, fullWidth)],
  ['decimalZero', (value) => String(value).padStart(2, '0')],
  ['numberInDash', (value) => `- ${value} -`],
  ['upperLetter', (value) => letters(value).toUpperCase()],
  ['lowerLetter', letters],
  ['upperRoman', (value) => roman(value)],
  ['lowerRoman', (value) => roman(value).toLowerCase()],
  ['none', () => ''],
]);

/** What nothing here knows is printed in digits, as Word does. */
export function formatNumber(value: number, format: string): string {
  return FORMATS.get(format)?.(value) ?? String(value);
}

/** 12 → 十二, 20 → 二十, 105 → 一百零五. Ten to nineteen go without 一, in the legal style too with 壹. */
function ideographs(value: number, digits: string, places: readonly string[]): string {
  if (value <= 0 || value >= 10_000) return value === 0 ? (digits[0] ?? '') : String(value);
  let printed = '';
  let gap = false;
  for (let place = places.length - 1; place >= 0; place -= 1) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      gap = printed !== '';
      continue;
    }
    printed += `${gap ? digits[0] : ''}${digits[digit]}${places[place]}`;
    gap = false;
  }
  return printed.replace(/^一十/, '十');
}

function digitByDigit(value: number): string {
  return String(value).replace(/\d/g, (digit) => ZERO_DIGITS[Number(digit)] ?? digit);
}

function fullWidth(digit: string): string {
  return String.fromCharCode(digit.charCodeAt(0) + 0xfee0);
}

/** a … z, aa … zz, aaa …: the letter is repeated. */
function letters(value: number): string {
  if (value < 1 || value > 780) return String(value);
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

const ROMAN: ReadonlyArray<readonly [number, string]> = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let printed = '';
  for (const [worth, sign] of ROMAN) {
    for (; rest >= worth; rest -= worth) printed += sign;
  }
  return printed;
}
