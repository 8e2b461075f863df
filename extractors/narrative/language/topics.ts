import { nameIn } from './names.ts';

/**
 * What a block is about, where it begins with it: "1、一般公共服务支出（类）财政事务（款）行政运行（项）。年初预算为…",
 * "3.公务用车购置和运行维护费。2026年预算数28.80万元", "（二）公务接待费".
 */
const CLASSIFIED = /^[^。；]{0,120}?[^。；，]{1,40}（(?:项|款|类)）(?:支出|”)?(?![^。；：，\d]{0,60}（(?:项|款)）)/;
const NUMBERED_ITEM =
  /^(?:（?[一二三四五六七八九十\d]{1,3}[）、.．]|（\d{1,2}）|[①-⑳])([^。：；，、\d][^。：；，\d]{1,40}?)(?:。|：(?!指|是指|反映)|$)/;
const TITLE_END = /(?:情况)?(?:的)?(?:具体)?(?:说明|情况|如下)+$/;
/** A title run into its paragraph: "2．公务用车购置费支出情况说明。2022年度…". */
const RUN_IN_TITLE = /[^况明](?:情况|说明|情况说明|的说明)$/;
const NO_TOPIC = /原因|情况|说明|如下|^其中|截至|根据|按照|以下|主要用于|本部门|本单位/;

/** A whole code (…项) heads its item; "教育（类）支出12万元，…" is the first member of a list. */
function headsBlock(classified: string, next: string): boolean {
  return classified.includes('（项）') || /[。：，]/.test(next);
}

export function topicAtStart(text: string, issuer: string): string {
  const classified = CLASSIFIED.exec(text)?.[0];
  if (classified !== undefined && headsBlock(classified, text.charAt(classified.length)))
    return nameIn(classified, issuer).text.replace(/[“”]/g, '');
  const item = NUMBERED_ITEM.exec(text)?.[1];
  if (item !== undefined && RUN_IN_TITLE.test(item)) return topicOfHeading(item, issuer);
  if (item === undefined || NO_TOPIC.test(item)) return '';
  const name = nameIn(item, issuer).text;
  return name.length >= 3 ? name : '';
}

/** The name a heading gives to what stands under it, "" for headings that only structure ("情况说明"). */
export function topicOfHeading(title: string, issuer: string): string {
  if (title.length > 60) return '';
  const unnumbered = title.replace(/^第[一二三四五六七八九十]{1,2}部分/, '');
  const bare = nameIn(unnumbered.replace(/[。：]$/, '').replace(TITLE_END, ''), issuer).text;
  return bare.replace(/(?:支出决算|收入决算|支出预算|收入预算|预算|决算)?(?:总体|结构|具体)?$/, '').length >= 2
    ? bare
    : '';
}

export const topicExpressions: readonly RegExp[] = [CLASSIFIED, NUMBERED_ITEM, TITLE_END, RUN_IN_TITLE, NO_TOPIC];
