/**
 * Text a spreadsheet may take for a formula: it begins with = + - @ (also in full width, which some convert), a tab or a
 * line end. A document can carry such text on purpose, and a formula can read files or call out.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const PLAIN_NUMBER = /^[+-]?\d{1,40}(?:\.\d{1,40})?%?$/;

/** A negative number is a number, not a formula. */
export function looksLikeFormula(text: string): boolean {
  return FORMULA.test(text) && !PLAIN_NUMBER.test(text);
}
