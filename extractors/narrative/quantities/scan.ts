import { chineseNumeral, decimalOf } from '../../numbers/prose-number.ts';
import { anyOf, numeralIdioms, once } from '../language/vocabulary.ts';
import { maskNonFigures } from './not-figures.ts';
import type { Quantity } from './quantity.ts';
import { spokenShareExpressions, spokenShares } from './spoken-shares.ts';
import { unitAt } from './units.ts';

/**
 * A printed number: thousands grouped by "," or not at all, an optional fraction. The sign is looked at apart. Where the
 * point was moved and the separators stayed ("2,85.585"), it is still one number.
 */
const NUMBER =
  /(?<![\d.A-Za-z])(?:\d{1,3}(?:,\d{3})*,(?:\d{2}\.\d{3}|\d\.\d{4})(?!\d)|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)/g;

/** Digits of a number that is longer than this are noise: no amount of money has as many. */
const LONGEST_NUMBER = 28;

/** Between the numbers of a list that share the unit of the last: "4125.49，4143.91万元", "10-15件". */
const LIST_GAP = /^(?:[、，,~—–至到-]|和|与|及|%?[-~—–至到])$/;
const RANGE_GAP = /^(?:[~—–至到-]{1,2})$/;

const AS_PRINTED = { chinese: false, loose: false, grows: false } as const;

interface Bare {
  readonly start: number;
  readonly end: number;
  readonly printed: string;
}

/** Every quantity that readable text states, in order. */
export function scanQuantities(text: string): readonly Quantity[] {
  const masked = maskNonFigures(text);
  const found: Quantity[] = [];
  let waiting: Bare[] = [];
  for (const match of masked.matchAll(NUMBER)) {
    if (match[0].length > LONGEST_NUMBER) continue;
    const bare = { start: match.index, end: match.index + match[0].length, printed: match[0] };
    if (waiting.length > 0 && !LIST_GAP.test(text.slice(waiting.at(-1)?.end, bare.start))) waiting = [];
    const quantity = withUnit(masked, bare) ?? scoreAt(masked, bare);
    if (!quantity) {
      waiting = [...waiting.slice(-LONGEST_LIST), bare];
      continue;
    }
    found.push(...inheritors(text, waiting, quantity), quantity);
    waiting = [];
  }
  const spoken = spokenShares(masked);
  return withRanges(text, mergeByPlace(mergeByPlace(found, chineseQuantities(masked)), spoken));
}

const LONGEST_LIST = 12;

function withUnit(text: string, bare: Bare): Quantity | null {
  const bracketed = text[bare.start - 1] === '（' && text[bare.end] === '）';
  const printedUnit = unitAt(text, bare.end) ?? (bracketed ? unitAt(text, bare.end + 1) : null);
  if (!printedUnit) return null;
  const accounting = bracketed && unitAt(text, bare.end) === null;
  const unitStart = accounting ? bare.end + 1 : bare.end;
  const signed = !accounting && isSigned(text, bare.start);
  return {
    start: accounting || signed ? bare.start - 1 : bare.start,
    end: unitStart + printedUnit.length,
    rawEnd: unitStart + printedUnit.length,
    value: decimalOf(accounting || signed ? `-${bare.printed}` : bare.printed),
    unit: printedUnit.unit,
    measures: printedUnit.measures,
    ...AS_PRINTED,
  };
}

/** A hyphen is a minus sign unless it joins two numbers or names ("10-15件", "一般公共服务支出-行政运行"). */
function isSigned(text: string, start: number): boolean {
  if (text[start - 1] !== '-') return false;
  const before = text[start - 2] ?? '';
  return before === '' || /[为是，；：（降长达少加]/.test(before);
}

/** A score without 分: "自评得分：89.73". */
const SCORE_LEAD = /(?:得分|评分|自评分|分数|总分)(?:（[^（）]{0,12}）)?[：为是]{0,2}$/;

function scoreAt(text: string, bare: Bare): Quantity | null {
  if (!SCORE_LEAD.test(text.slice(Math.max(0, bare.start - 24), bare.start))) return null;
  if (/[\d.、-]/.test(text[bare.end] ?? '')) return null;
  return {
    start: bare.start,
    end: bare.end,
    rawEnd: bare.end,
    value: decimalOf(bare.printed),
    unit: '',
    measures: 'score',
    ...AS_PRINTED,
  };
}

/** Numbers of a list that leave the unit to its last member. A range's low end is printed with the unit: "10-15件". */
function inheritors(text: string, waiting: readonly Bare[], last: Quantity): readonly Quantity[] {
  const isRange = RANGE_GAP.test(text.slice(waiting.at(-1)?.end ?? 0, last.start));
  const stated = isRange ? waiting.slice(-1) : waiting;
  if (!isRange && !claimsList(text, stated)) return [];
  return stated.map((bare) => ({
    start: bare.start,
    end: bare.end,
    rawEnd: isRange ? last.end : bare.end,
    value: decimalOf(bare.printed),
    unit: last.unit,
    measures: last.measures,
    ...AS_PRINTED,
  }));
}

/** Whole numbers before a separator may be anything ("1、2万元"); decimals, or 分别 before them, make it a list. */
function claimsList(text: string, members: readonly Bare[]): boolean {
  const first = members[0];
  if (!first) return false;
  if (members.every((bare) => bare.printed.includes('.'))) return true;
  return /(?:分别|各)[为是有占达计增长下降减少加]{0,6}$/.test(text.slice(Math.max(0, first.start - 10), first.start));
}

const CHINESE_NUMBER = /[一二两三四五六七八九十百千零〇壹贰叁肆伍陆柒捌玖拾佰仟]{1,8}/g;

/** "上千万元", "数十人", "每百户": an order of magnitude. */
const ROUGHLY = /[数上近几成每逾]$/;

const idiomExpression = once(() => new RegExp(anyOf(numeralIdioms()), 'y'));

/** Chinese numerals that state a quantity: 零 after 为/是, and a numeral before a measure word (两批, 十个). */
function chineseQuantities(text: string): readonly Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(CHINESE_NUMBER)) {
    const start = match.index;
    const end = start + match[0].length;
    const value = chineseNumeral(match[0]);
    if (value === null || /[第之约其]/.test(text[start - 1] ?? '')) continue;
    if (/^[十百千]/.test(match[0]) && ROUGHLY.test(text.slice(Math.max(0, start - 1), start))) continue;
    if (match[0] === '零') {
      if (statesZero(text, start, end)) found.push(chineseQuantity(start, end, 0, '', 'amount'));
      continue;
    }
    const unit = countedBy(text, start, end);
    if (unit) found.push(chineseQuantity(start, unit.end, value, unit.unit, unit.measures));
  }
  return found;
}

function statesZero(text: string, start: number, end: number): boolean {
  return (
    /[为是]$/.test(text.slice(Math.max(0, start - 1), start)) && /^(?:[。，；、）]|$)/.test(text.slice(end, end + 1))
  );
}

/** "十二届…五次会议": which one it was, not how many. */
const ORDINAL = /^.{1,3}次(?:会议|全会|全体)/;

function countedBy(text: string, start: number, end: number) {
  idiomExpression().lastIndex = start;
  if (idiomExpression().test(text)) return null;
  if (ORDINAL.test(text.slice(start, end + 3))) return null;
  const unit = unitAt(text, end);
  if (!unit || unit.measures === 'percent' || unit.measures === 'score' || unit.measures === 'other') return null;
  return { end: end + unit.length, unit: unit.unit, measures: unit.measures };
}

function chineseQuantity(
  start: number,
  end: number,
  value: number,
  unit: string,
  measures: Quantity['measures'],
): Quantity {
  return { start, end, rawEnd: end, value: String(value), unit, measures, ...AS_PRINTED, chinese: true };
}

/** Either end of a range bounds the amount, and is none: "5%-10%", "10至15万元". */
function withRanges(text: string, quantities: readonly Quantity[]): readonly Quantity[] {
  const isJoint = (left: Quantity | undefined, right: Quantity | undefined) =>
    left !== undefined &&
    right !== undefined &&
    left.unit === right.unit &&
    RANGE_GAP.test(text.slice(left.end, right.start));
  return quantities.map((quantity, index) =>
    isJoint(quantities[index - 1], quantity) || isJoint(quantity, quantities[index + 1])
      ? { ...quantity, loose: true }
      : quantity,
  );
}

function mergeByPlace(digits: readonly Quantity[], chinese: readonly Quantity[]): readonly Quantity[] {
  const merged = [...digits];
  let next = 0;
  for (const quantity of chinese) {
    while (next < digits.length && (digits[next]?.end ?? 0) <= quantity.start) next++;
    const following = digits[next];
    if (!following || following.start >= quantity.end) merged.push(quantity);
  }
  return merged.sort((a, b) => a.start - b.start);
}

export const scanExpressions = (): readonly RegExp[] => [
  NUMBER,
  LIST_GAP,
  RANGE_GAP,
  SCORE_LEAD,
  CHINESE_NUMBER,
  ROUGHLY,
  ORDINAL,
  idiomExpression(),
  ...spokenShareExpressions,
];
