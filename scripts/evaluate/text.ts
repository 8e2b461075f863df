import Big from 'big.js';

/** Texts are compared without layout, quotation marks and width: what a reader would call the same. */
export function comparable(text: string | null | undefined): string {
  return (text ?? '').normalize('NFKC').replace(/[\s“”"'‘’*·]+/g, '');
}

/** Normal form of a printed number, for comparing values: "1,234.50" and "1234.5" are the same; null where there is none. */
export function comparableNumber(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const plain = String(value).replaceAll(/[,，]/g, '').trim();
  return /^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(plain) ? new Big(plain.replace(/\.$/, '')).toString() : null;
}

export function absolute(value: string): string {
  return value.replace(/^-/, '');
}

const UNIT_ALIASES: ReadonlyMap<string, string> = new Map([
  ['人次', '人'],
  ['名', '人'],
  ['批次', '批'],
  ['(辆)', '辆'],
  ['台(套)', '台'],
]);

export function comparableUnit(unit: string | null | undefined): string {
  const plain = comparable(unit).replaceAll('％', '%');
  return UNIT_ALIASES.get(plain) ?? plain;
}

/** Dice coefficient of character bigrams, 0…1. */
export function similarity(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  const [left, right] = [bigrams(a), bigrams(b)];
  return (2 * sharedCount(left, right)) / (totalCount(left) + totalCount(right));
}

function bigrams(text: string): Map<string, number> {
  const characters = [...text];
  const counts = new Map<string, number>();
  for (let index = 0; index < Math.max(1, characters.length - 1); index++) {
    const bigram = characters.slice(index, index + 2).join('');
    counts.set(bigram, (counts.get(bigram) ?? 0) + 1);
  }
  return counts;
}

/** Size of the intersection of two multisets. */
export function sharedCount<T>(a: ReadonlyMap<T, number>, b: ReadonlyMap<T, number>): number {
  let shared = 0;
  for (const [key, count] of a) shared += Math.min(count, b.get(key) ?? 0);
  return shared;
}

export function totalCount<T>(counts: ReadonlyMap<T, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function scoreOf(found: number, predicted: number, expected: number): Score {
  const precision = predicted > 0 ? found / predicted : expected === 0 ? 1 : 0;
  const recall = expected > 0 ? found / expected : 1;
  return { precision, recall, f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0 };
}
