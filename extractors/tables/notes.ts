import { withoutLayout } from './names.ts';

/** "注：…", "备注：…", "说明：1.…": an explanation of the table. */
const NOTE = /^(?:[*※]?注\d{0,2}|备注|说明|填表说明|编制说明|附注|公开说明)(?:[:：]|\d{0,2}[.、:：])/;
const SELF_REFERENCE = /^(?:本表|本套报表|本套表|上表|此表|表中)/;

/** "24行=(1+2+…+7)行；26行=…", "2栏各行=(1+3)栏各行": a formula of the form, printed below it. */
const FORMULA = /^\d{1,3}(?:行|栏)[^。]{0,10}=|^[(]?\d{1,3}[)]?栏?(?:=|≥)[(\d]/;

/** A text that explains the table it stands in or below. */
export function isNoteText(text: string): boolean {
  const plain = withoutLayout(text);
  return NOTE.test(plain) || SELF_REFERENCE.test(plain) || FORMULA.test(plain);
}

/** A text below a note that goes on with it: the next number of its list, numbered in the same manner, or a formula. */
export function continuesNote(note: string, text: string): boolean {
  const plain = withoutLayout(text);
  if (FORMULA.test(plain)) return true;
  const next = itemNumber(plain);
  const before = itemNumber(withoutLayout(note).replace(NOTE_WORD, ''));
  return next !== null && before !== null && next.value === before.value + 1 && next.mark === before.mark;
}

const NOTE_WORD = /^(?:[*※]?注|备注|说明|填表说明|编制说明|附注|公开说明)[:：]?/;

/** "2." → 2 and "."; "(3)" → 3 and ")"; null for a text that begins otherwise. */
function itemNumber(plain: string): { value: number; mark: string } | null {
  const groups = /^\(?(?<value>\d{1,2})(?<mark>[.、)])(?!\d)/.exec(plain)?.groups;
  return groups?.value === undefined ? null : { value: Number(groups.value), mark: groups.mark ?? '' };
}
