/** A formula over the numbered rows (行次) or columns (栏次) of a form, as printed. */
export interface PrintedFormula {
  readonly axis: 'row' | 'column';
  /** Number of the row or column that is the result. */
  readonly result: string;
  readonly terms: readonly { readonly name: string; readonly sign: 1 | -1 }[];
  readonly text: string;
}

const PATTERN =
  /(?<!\d)(?<result>\d{1,3})(?<unit>行|栏)(?:各行|各栏)?=(?<open>\()?(?<body>\d{1,3}(?:行|栏)?(?:[+-](?:\d{1,3}(?:行|栏)?|\.{2,6}|…{1,3})){1,60})\)?(?<closing>行|栏)?/g;

/** More terms than a form has rows mean that the text is no formula. */
const LONGEST = 120;

/**
 * Formulas in a note or cell: "24行=(1+2+3+4+5+6+7)行", "51行=(28+29+...+49)行", "1栏各行=（2+3）栏各行",
 * "7栏=（8+9+12）栏", "本表27行=23+24-25行". Dots stand for the numbers between their neighbours.
 */
export function readFormulas(text: string): readonly PrintedFormula[] {
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/…/g, '...')
    .replace(/[－−–—]/g, '-')
    .replace(/[＋﹢]/g, '+');
  const formulas: PrintedFormula[] = [];
  for (const match of plain.matchAll(PATTERN)) {
    const { result = '', unit, body = '' } = match.groups ?? {};
    const terms = readTerms(body);
    if (terms === null || terms.length > LONGEST) continue;
    formulas.push({ axis: unit === '行' ? 'row' : 'column', result: String(Number(result)), terms, text: match[0] });
  }
  return formulas;
}

function readTerms(body: string): PrintedFormula['terms'] | null {
  const terms: { name: string; sign: 1 | -1 }[] = [];
  const pieces = body.match(/[+-]?(?:\d{1,3}|\.{2,9})/g) ?? [];
  let openRange = false;
  for (const piece of pieces) {
    const sign = piece.startsWith('-') ? -1 : 1;
    const name = piece.replace(/^[+-]/, '');
    if (name.startsWith('.')) {
      openRange = terms.length > 0;
      continue;
    }
    const from = Number(terms.at(-1)?.name ?? name) + 1;
    if (openRange) {
      if (Number(name) < from || Number(name) - from > LONGEST) return null;
      for (let between = from; between < Number(name); between++) terms.push({ name: String(between), sign: 1 });
      openRange = false;
    }
    terms.push({ name: String(Number(name)), sign });
  }
  return openRange || terms.length === 0 ? null : terms;
}
