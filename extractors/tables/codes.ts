/**
 * Codes of the government classifications as they are printed in tables: 类 3 digits, 款 5, 项 7 (201, 20106, 2010601);
 * economic 301, 30101; government-economic 501, 50101; some local forms add two more digits (9).
 */

/** A cell that holds a code, alone or glued to its name. */
export interface PrintedCode {
  /** Digits only. */
  readonly code: string;
  /** What follows the code in the same cell, "" where the code stands alone. */
  readonly name: string;
}

const SEPARATED = /^(?<code>\d{3}(?:-?\d{2}){0,3})$/;
const BRACKETED = /^[[(【](?<code>\d{3}(?:\d{2}){0,3})[\])】](?<name>.{0,80})$/;
const GLUED = /^(?<code>\d{3}(?:\d{2}){0,3})[-—_.:：]?(?<name>[\p{Script=Han}“"(].{0,80})$/u;

/** A whole code, alone ("2010601", "201-06-01") or with its name ("[2010601]行政运行", "201一般公共服务支出"). */
export function readCode(text: string): PrintedCode | null {
  const alone = SEPARATED.exec(text)?.groups?.code;
  if (alone !== undefined) return { code: alone.replace(/\D/g, ''), name: '' };
  const groups = (BRACKETED.exec(text) ?? GLUED.exec(text))?.groups;
  if (!groups?.code || isMeasured(groups.name ?? '')) return null;
  return { code: groups.code, name: groups.name ?? '' };
}

/** "100万元", "365天", "2024年…": a number with its unit, not a code with its name. */
function isMeasured(name: string): boolean {
  return /^(?:年|月|日|天|个|人|名|次|元|万|亿|千|辆|台|套|件|项目?数|家|户|期|篇|%|平方|公里|米)/.test(name);
}

/** Digits of one part of a code that is printed in several columns (类|款|项): "201", "06", "1". */
export function readCodePart(text: string): string | null {
  return /^\d{1,3}$|^\d{5}$|^\d{7}$|^\d{9}$/.test(text) ? text : null;
}

/** 0 for 类, 1 for 款, 2 for 项 … by the length of the code. */
export function levelOfCode(code: string): number {
  return Math.max(0, Math.floor((code.length - 3) / 2));
}

/** Completes codes whose rows print only their own part, from the rows above. One per table lane, fed from top to bottom. */
export interface CodeCompleter {
  /** `parts`: what the row prints in the code columns, "" where blank. The complete code, "" where there is none. */
  readonly next: (parts: readonly string[]) => string;
}

export function codeCompleter(): CodeCompleter {
  let previous = '';
  return {
    next: (parts) => {
      const code = complete(parts, previous);
      if (code !== '') previous = code;
      return code;
    },
  };
}

function complete(parts: readonly string[], previous: string): string {
  const whole = parts.findLast((part) => part.length >= 5);
  if (whole !== undefined) return whole;
  const deepest = parts.findLastIndex((part) => part !== '');
  if (deepest < 0) return '';
  if (parts.length === 1) return completeSingle(parts[0] ?? '', previous);
  let code = '';
  for (let level = 0; level <= deepest; level++) {
    const part = parts[level] ?? '';
    const width = level === 0 ? 3 : 2;
    const inherited = previous.slice(code.length, code.length + width);
    const next = part === '' ? inherited : level === 0 ? part : part.padStart(2, '0');
    if (next.length !== width) return '';
    code += next;
  }
  return code;
}

/** In a single code column a row may print only its own two digits: the 款 below a 类, else one more of the same level. */
function completeSingle(part: string, previous: string): string {
  if (part.length === 3) return part;
  if (part.length !== 2 || previous.length < 3) return '';
  return previous.length === 3 ? previous + part : previous.slice(0, -2) + part;
}
