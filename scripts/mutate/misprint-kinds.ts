import type { Random } from '../samples/random.ts';

/** Ways in which printed numbers are spoilt; each gives the new text, or null where it does not apply. */
export type SpoilText = (text: string, random: Random) => string | null;

const digitPositions = (text: string): number[] => [...text.matchAll(/\d/g)].map((match) => match.index);

/** One digit becomes another. The last decimal is left alone: printed precision alone would excuse it. */
export const otherDigit: SpoilText = (text, random) => {
  const positions = digitPositions(text).slice(0, text.includes('.') ? -1 : undefined);
  if (positions.length === 0) return null;
  const position = random.pick(positions);
  const old = text.charCodeAt(position) - 48;
  const digit = (old + random.between(1, 9)) % 10;
  const isLeading = position === positions[0] && /\d/.test(text[position + 1] ?? '');
  return text.slice(0, position) + String(isLeading && digit === 0 ? (old % 9) + 1 : digit) + text.slice(position + 1);
};

/** Two neighbouring different digits change places. */
export const digitOrder: SpoilText = (text, random) => {
  const pairs = [...text.matchAll(/\d(?=\d)/g)]
    .map((match) => match.index)
    .filter((at) => text[at] !== text[at + 1] && !(text[at + 1] === '0' && !/\d/.test(text[at - 1] ?? '')));
  if (pairs.length === 0) return null;
  const at = random.pick(pairs);
  return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
};

/** The decimal point moves one place to the left. */
export const decimalPoint: SpoilText = (text) => {
  const match = /(\d)\.(\d+)/.exec(text);
  if (!match || !/[1-9]/.test(text)) return null;
  const [whole, digit = '', fraction = ''] = match;
  const before = text.slice(0, match.index);
  const integer = /\d,?$/.test(before) ? before.replace(/,$/, '') : `${before}0`;
  return `${integer}.${digit}${fraction}${text.slice(match.index + whole.length)}`;
};

const OPPOSITES: readonly (readonly [string, string])[] = [
  ['增加', '减少'],
  ['增长', '下降'],
  ['大于', '小于'],
];

/** The last direction word before a figure becomes its opposite: where it stands and what replaces it. */
export function oppositeWord(
  before: string,
): { readonly start: number; readonly end: number; readonly word: string } | null {
  const words = OPPOSITES.flatMap(([up, down]) => [
    { at: before.lastIndexOf(up), old: up, word: down },
    { at: before.lastIndexOf(down), old: down, word: up },
  ]);
  const last = words.reduce((a, b) => (b.at > a.at ? b : a));
  if (last.at < 0 || before.length - last.at > 12) return null;
  return { start: last.at, end: last.at + last.old.length, word: last.word };
}
