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

/** Controls other than tab and line ends, soft hyphens, zero-width and direction marks, variation selectors, BOM. */
const UNSEEN = /(?![\t-\r\u0085])[\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffc]/gu;
const RADICALS = /[\u2e80-\u2fdf\u31c0-\u31ef]/g;
const COMPATIBILITY_IDEOGRAPHS = /[\uf900-\ufaff]|[\u{2f800}-\u{2fa1f}]/gu;
/** Cheap test that lets ordinary Chinese and Latin text pass untouched. */
const UNUSUAL =
  /[^\t-\r\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u3000-\u3163\u3165-\u31bf\u3200-\u9fff\uff01-\uff9f]/;

const radicalRow = z.object({ radical: z.string().min(1), ideograph: z.string().min(1) });

let table: ReadonlyMap<string, string> | null = null;

function radicals(): ReadonlyMap<string, string> {
  table ??= new Map(loadTsv('text/radicals.tsv', radicalRow).map((row) => [row.radical, row.ideograph]));
  return table;
}
