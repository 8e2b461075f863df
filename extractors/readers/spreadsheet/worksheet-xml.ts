/**
 * A sheet's XML without what shows nothing, before it is parsed: a sheet that was formatted down to its last row holds a
 * million empty cells. And formulas whose value was never calculated (files written by programs) are marked, because a
 * parser would take them for zeros: blank, zero and not calculated are three things.
 */
const EMPTY_CELL = /<((?:[A-Za-z]\w{0,15}:)?c)(?:\s[^<>]{0,400})?(?:\/>|>\s{0,20}<\/\1>)/g;
const EMPTY_ROW = /<((?:[A-Za-z]\w{0,15}:)?row)(?:\s[^<>]{0,800})?(?:\/>|>\s{0,20}<\/\1>)/g;
const HIDDEN = /\s(?:hidden|ht)=/;
/** A cell with a formula (or the reference to a shared one) and no value, or an empty one. */
const UNCALCULATED =
  /<((?:[A-Za-z]\w{0,15}:)?c)(\s[^<>]{0,400})?>\s{0,20}<((?:[A-Za-z]\w{0,15}:)?f)(?:\s[^<>/]{0,400})?(?:\/>|>([^<]{0,8192})<\/\3>)\s{0,20}(?:<(?:[A-Za-z]\w{0,15}:)?v\s{0,5}\/>|<((?:[A-Za-z]\w{0,15}:)?v)><\/\5>)?\s{0,20}<\/\1>/g;

export function showing(xml: string): string {
  return xml
    .replace(EMPTY_CELL, '')
    .replace(EMPTY_ROW, (row) => (HIDDEN.test(row) ? row : ''))
    .replace(
      UNCALCULATED,
      (cell, c: string, attributes: string | undefined, f: string, formula: string | undefined) => {
        // A formula that gives an empty text is calculated.
        if (/\st=["']str["']/.test(attributes ?? '')) return cell;
        const value = f.replace(/f$/, 'v');
        const kept = (attributes ?? '').replace(/\st=["'][^"']{0,20}["']/, '');
        return `<${c}${kept} t="str"><${f}>${formula ?? ''}</${f}><${value}>=${formula ?? ''}</${value}></${c}>`;
      },
    );
}
