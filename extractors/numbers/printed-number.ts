/**
 * Reading one printed number, as it stands alone in a table cell, into a decimal string that keeps its printed
 * precision ("0.00" stays "0.00"). Never through a float.
 *
 * Understood: ASCII and full-width digits, thousands separators ("1,234.50", "１，２３４．５０"), layout spaces between
 * digits ("1,3 67.76"), minus signs (-, −, －, ﹣), accounting parentheses "(12.30)", a trailing % (its value without it).
 */
export interface PrintedNumber {
  /** "-1234.50" */
  readonly value: string;
  readonly percent: boolean;
}

const PRINTED =
  /^(?<open>\()?(?<sign>-)?(?:¥|￥)?(?<integer>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?<fraction>\d+))?(?<percent>%)?(?<close>\))?$/;

const NOT_ZERO = /[1-9]/;

export function readPrintedNumber(text: string): PrintedNumber | null {
  if (text.length > 64) return null;
  const plain = toAsciiNumber(text);
  const groups = PRINTED.exec(plain)?.groups;
  if (!groups?.integer || (groups.open === undefined) !== (groups.close === undefined)) return null;
  const digits = groups.integer.replaceAll(',', '').replace(/^0+(?=\d)/, '');
  const magnitude = groups.fraction === undefined ? digits : `${digits}.${groups.fraction}`;
  const negative = (groups.sign !== undefined || groups.open !== undefined) && NOT_ZERO.test(magnitude);
  return { value: negative ? `-${magnitude}` : magnitude, percent: groups.percent !== undefined };
}

/** Cells that say "no amount" in a word or a dash. They are stated zeros in some forms and blanks in others. */
export function isPrintedNothing(text: string): boolean {
  return /^(?:[-－—―─–/／]{1,4}|无)$/.test(text.replace(/\s/g, ''));
}

/** What a spreadsheet shows where a formula has no value. */
const NO_VALUE = /^\s*(?:#(?:REF!|DIV\/0!|N\/A|VALUE!|NAME\?|NUM!|NULL!)\s*$|=)/;

/**
 * True when a text was meant as a number but cannot be read as one: "1,2.3.4", "12.3O", "#REF!", a formula that was not
 * calculated. Whatever rests on it is undetermined; it is neither a zero nor a blank.
 */
export function isUnreadNumber(text: string): boolean {
  if (NO_VALUE.test(text)) return true;
  if (text.length > 40 || readPrintedNumber(text) !== null) return false;
  const plain = toAsciiNumber(text);
  return /^[-+(]?[\d.,OolI]{2,}\)?%?$/.test(plain) && (plain.match(/\d/g)?.length ?? 0) * 2 > plain.length / 2;
}

function toAsciiNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\ufeff]/g, '')
    .replace(/[−﹣–]/g, '-')
    .replace(/[，、](?=\d{3})/g, ',');
}
