import { z } from 'zod';
import { loadTsv } from '../knowledge/index.ts';

/**
 * Text as printed, in ordinary characters. Every reader passes its text through here, so that nothing after `read`
 * meets a radical where an ideograph is meant (⾦ → 金), a presentation form of an ideograph, or a character that cannot
 * be seen. Full-width digits and punctuation stay as they are printed.
 */
export function normalizeCharacters(text: string): string {
  if (!UNUSUAL.test(text)) return text;
  return text
    .replace(UNSEEN, '')
    .replace(RADICALS, (radical) => radicals().get(radical) ?? radical)
    .replace(COMPATIBILITY_IDEOGRAPHS, (ideograph) => ideograph.normalize('NFKC'));
}

/** Controls other than tab and line ends, soft hyphen, zero-width and direction marks, variation selectors, BOM. */
const UNSEEN =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\ufffc]|\u{e0001}|[\u{e0020}-\u{e007f}\u{e0100}-\u{e01ef}]/gu;
const RADICALS = /[\u2e80-\u2fdf\u31c0-\u31ef]/g;
const COMPATIBILITY_IDEOGRAPHS = /[\uf900-\ufaff]|[\u{2f800}-\u{2fa1f}]/gu;
/** Cheap test that lets ordinary text pass untouched. */
const UNUSUAL =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2e80-\u2fdf\u31c0-\u31ef\uf900-\ufaff\ufe00-\ufe0f\ufeff\ufff0-\ufffc\ud87e\udb40]/;

const radicalRow = z.object({ radical: z.string().min(1), ideograph: z.string().min(1) });

let table: ReadonlyMap<string, string> | null = null;

function radicals(): ReadonlyMap<string, string> {
  table ??= new Map(loadTsv('text/radicals.tsv', radicalRow).map((row) => [row.radical, row.ideograph]));
  return table;
}
