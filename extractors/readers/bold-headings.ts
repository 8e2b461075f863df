import { isHeadingTitle, readNumbering } from '../sections/numbering.ts';

/** Bold lines without a number are headings only when they are as short as one. */
const MAX_BOLD_HEADING_LENGTH = 40;

/** Pasted from Word, headings are paragraphs in bold type: "1.一般公共服务支出", "名词解释". */
export function readsAsBoldHeading(text: string): boolean {
  const numbering = readNumbering(text);
  if (numbering === null && /[，,。；]/.test(text)) return false;
  const title = text.slice(numbering?.length ?? 0);
  return title.length <= MAX_BOLD_HEADING_LENGTH && isHeadingTitle(title) && /\p{Script=Han}/u.test(title);
}
