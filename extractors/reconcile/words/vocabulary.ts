import type { Direction } from '../../../schemas/index.ts';

/** How findings are put into words, in Chinese and in English. Operands come as 「name」number. */
export interface Vocabulary {
  readonly lang: 'zh' | 'en';
  readonly comma: string;
  /** Opens a sentence whose numbers all belong to one table or item. */
  readonly within: (context: string) => string;
  readonly parts: (first: string, last: string, count: number) => string;
  readonly sum: (parts: string, total: string, whole: string, difference: string) => string;
  /** A sum in which one part alone has an amount. */
  readonly onlyPart: (part: string, whole: string, difference: string) => string;
  readonly equal: (left: string, right: string, difference: string) => string;
  readonly bound: (left: string, right: string, difference: string) => string;
  readonly ratio: (part: string, whole: string, expected: string, actual: string, points: string) => string;
  readonly completion: (actual: string, budget: string, expected: string, printed: string, points: string) => string;
  readonly zeroBase: (base: string, percent: string, part: string) => string;
  /** What a change is worked out from: the amount now, the amount before, the amount of change. */
  readonly changeFrom: Readonly<Record<'current' | 'base' | 'amount', (number: string) => string>>;
  readonly change: (given: string, expected: string, actual: string, difference: string) => string;
  readonly changeWord: (direction: Direction | null, unit: string) => string;
  readonly direction: (left: string, right: string, expected: string, actual: string) => string;
  readonly comparison: (direction: Direction) => string;
  readonly absence: (value: string) => string;
  /** What should be done: the number that should be corrected, and to what. */
  readonly suggestion: (number: string, value: string) => string;
  readonly unitSuggestion: (number: string, unit: string) => string;
  /** Several numbers, each of which may be the wrong one. */
  readonly oneOf: (numbers: readonly string[]) => string;
  readonly consequences: (count: number) => string;
  readonly because: (why: string) => string;
}

const zh: Vocabulary = {
  lang: 'zh',
  comma: '，',
  within: (context) => `${context}：`,
  parts: (first, last, count) => `${first}至${last}共${count}项`,
  sum: (parts, total, whole, difference) => `${parts}，合计${total}，而${whole}，相差${difference}`,
  onlyPart: (part, whole, difference) => `${whole}的各项中只有${part}，二者应相等，相差${difference}`,
  equal: (left, right, difference) => `${left}与${right}应相等，相差${difference}`,
  bound: (left, right, difference) => `${left}不应大于${right}，超出${difference}`,
  ratio: (part, whole, expected, actual, points) =>
    `${part}占${whole}的比例应为${expected}，印作${actual}，相差${points}个百分点`,
  completion: (actual, budget, expected, printed, points) =>
    `${actual}，${budget}，完成率应为${expected}，印作${printed}，相差${points}个百分点`,
  zeroBase: (base, percent, part) =>
    `${part === '' ? '' : `${part}以`}${base}${part === '' ? '的基数为零' : '为基数'}，比率没有意义，印作${percent}`,
  changeFrom: {
    current: (number) => `本期${number}`,
    base: (number) => `比较对象${number}`,
    amount: (number) => `增减额${number}`,
  },
  change: (given, expected, actual, difference) => `${given}，应为${expected}，印作${actual}，相差${difference}`,
  changeWord: (direction, unit) => {
    if (direction === 'up') return unit === '%' ? '增长' : '增加';
    if (direction === 'down') return unit === '%' ? '下降' : '减少';
    return '变动';
  },
  direction: (left, right, expected, actual) => `${left}${expected}${right}，文中写作“${actual}”`,
  comparison: (direction) => ({ up: '大于', down: '小于', flat: '等于', both: '大于（小于）' })[direction],
  absence: (value) => `文中称无此项，而${value}`,
  suggestion: (number, value) => `${number}疑应为${value}`,
  unitSuggestion: (number, unit) => `${number}的单位疑应为${unit}`,
  oneOf: (numbers) => `${numbers.join('、')}之一有误`,
  consequences: (count) => `另有${count}处勾稽关系因此不符`,
  because: (why) => `依据：${why}`,
};

const en: Vocabulary = {
  lang: 'en',
  comma: ', ',
  within: (context) => `${context}: `,
  parts: (first, last, count) => `${first} to ${last} (${count} items)`,
  sum: (parts, total, whole, difference) => `${parts} add up to ${total}, but ${whole}: a difference of ${difference}`,
  onlyPart: (part, whole, difference) =>
    `${part} is the only amount among the parts of ${whole}, so the two should be equal; they differ by ${difference}`,
  equal: (left, right, difference) => `${left} and ${right} should be equal; they differ by ${difference}`,
  bound: (left, right, difference) => `${left} should not exceed ${right}; it does by ${difference}`,
  ratio: (part, whole, expected, actual, points) =>
    `${part} is ${expected} of ${whole}, printed as ${actual}: ${points} percentage points off`,
  completion: (actual, budget, expected, printed, points) =>
    `${actual} is ${expected} of the budget ${budget}, printed as ${printed}: ${points} percentage points off`,
  zeroBase: (base, percent, part) =>
    part === ''
      ? `${base}: the base is zero, so there is no percentage, but ${percent} is printed`
      : `${part} against ${base}: there is no percentage of zero, but ${percent} is printed`,
  changeFrom: {
    current: (number) => `${number} now`,
    base: (number) => `${number} before`,
    amount: (number) => `a change of ${number}`,
  },
  change: (given, expected, actual, difference) =>
    `${given}: should be ${expected}, printed as ${actual}, off by ${difference}`,
  changeWord: (direction) =>
    direction === 'up' ? 'an increase of ' : direction === 'down' ? 'a decrease of ' : 'a change of ',
  direction: (left, right, expected, actual) => `${left} is ${expected} ${right}, but the text says “${actual}”`,
  comparison: (direction) =>
    ({ up: 'greater than', down: 'less than', flat: 'equal to', both: 'greater (less) than' })[direction],
  absence: (value) => `the text says there is none, but ${value}`,
  suggestion: (number, value) => `${number} should probably read ${value}`,
  unitSuggestion: (number, unit) => `the unit of ${number} should probably be ${unit}`,
  oneOf: (numbers) => `one of these is wrong: ${numbers.join(', ')}`,
  consequences: (count) => `${count} other relation${count === 1 ? ' fails' : 's fail'} for the same reason`,
  because: (why) => `because ${why.replace(/^[A-Z](?=[a-z]* )/, (letter) => letter.toLowerCase())}`,
};

export function vocabularyOf(lang: 'zh' | 'en'): Vocabulary {
  return lang === 'zh' ? zh : en;
}
