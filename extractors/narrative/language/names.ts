import { anyOf, fiscalPhrases, once } from './vocabulary.ts';
import { wordsOf } from './words.ts';

/** A stretch of the words before a number that names what is measured: offsets in those words. */
export interface Name {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const NO_NAME: Name = { text: '', start: 0, end: 0 };

const YEAR_PHRASE =
  /(?:\d{4}[-~—至、])?(?<!\d)(?:19|20)\d{2}(?:年|(?=度[\u4e00-\u9fff]))(?:度(?!预算数?$)|\d{1,2}月(?:\d{1,2}日)?)?(?:[-—至]\d{1,2}月)?(?:的|内|，)?/g;
const ITEM_NUMBER =
  /^(?:（?[一二三四五六七八九十]{1,3}[）、.．]|（?\d{1,2}[）、.]|[①-⑳]|[一二三四五六七八九十]是|\d{5,7}[-—]?(?=[\u4e00-\u9fff]))/;
/** What is left of "一是2026年". */
const LONE_NUMERAL = /^[一二三四五六七八九十]$/;
const LOOSE_HEAD = /^[\s、，：；。）”’》！？!?．.·\-—|]+/;
const LOOSE_TAIL = /[\s、，：；。（“‘《\-—~|≥≤＞＜><=+]+$/;

/** A section title or the head of a page run into the text: "…收入预算情况说明2026年…" leaves its own words behind. */
const RUN_IN_TITLE = /^.{2,40}?(?:情况说明|的说明|变化情况|情况)(?=.{3,})|^.{0,24}?(?:预算|决算)公开(?=.{3,}|$)/;

/** "按功能分类支出划分为一般公共服务支出": how it is divided, and then what. */
const DIVIDED_BY = /^.{2,12}?(?:分类|划分)为(?=.{3,})/;

/** "政府采购工程预算为0、政府采购服务预算": a zero without a unit states its own name and no part of the next. */
const BARE_ZERO = /^.{2,40}?[为是]0(?:\.0+)?[、，]/;

const REASON = /^.{0,16}?原因(?:分析)?(?:[一二三四五]?是|为|：)(?:由于|因为)?/;

const UNIT_NAME =
  /^(?:[\u4e00-\u9fff“”]{2,24}?(?:人民政府|委员会|办公厅|办公室|检察院|人民法院|(?<![邮当格布])局|中心|大学|学院|厅|(?<!人)大队|支队|总队|研究院|研究所|管理处|管理所|联合会|基金会))(?:（[^（）]{1,10}）)?(?:机关(?!运行|事业|资本|工资|商品)|部门|系统|本级|单位)?(?:及所属(?:事业)?单位)?(?=.{2,})/;
const FISCAL_NOUN = /收入|支出|预算|决算|经费|采购|资产|总计|总额|拨款|车辆|编制|人员|费|资金/;

const expressions = once(() => {
  const phrases = fiscalPhrases();
  return {
    leading: new RegExp(`^(?:${anyOf([...phrases.selfNames, ...phrases.leadVerbs])})`),
    trailing: new RegExp(`(?:${anyOf(phrases.trailVerbs)})$`),
    selfName: new RegExp(`^.{0,6}?(?:${anyOf(phrases.selfNames)})`),
  };
});

/** Longest run of strips; each removes a character at least, so this only bounds strange input. */
const MOST_STRIPS = 12;

/**
 * The name in the words before a number: what is left when the year, the disclosing unit, words that lead into the
 * name and words between the name and the number are taken away. Empty where nothing is left.
 */
export function nameIn(lead: string, issuer: string): Name {
  let start = afterLastYear(lead);
  const name = trimmed(lead, start, lead.length, issuer);
  if (name.text !== '' || start === 0) return name;
  start = lead.search(YEAR_PHRASE);
  const before = trimmed(lead, 0, start, issuer);
  return LONE_NUMERAL.test(before.text) ? NO_NAME : before;
}

/** The name before the last year of the words, for "公务用车购置费2026年预算数" where the words behind it name a phase. */
export function nameBeforeYear(lead: string, issuer: string): Name {
  const behind = afterLastYear(lead);
  if (behind === 0) return NO_NAME;
  const matches = [...lead.matchAll(YEAR_PHRASE)];
  const end = matches.at(-1)?.index ?? 0;
  const name = trimmed(lead, 0, end, issuer);
  return /(?:情况|说明)$/.test(name.text) ? NO_NAME : name;
}

function afterLastYear(lead: string): number {
  let after = 0;
  for (const match of lead.matchAll(YEAR_PHRASE)) after = match.index + match[0].length;
  return after;
}

function trimmed(lead: string, from: number, to: number, issuer: string): Name {
  const end = trimmedEnd(lead, from, to);
  const start = trimmedStart(lead, from, end, issuer);
  if (start >= end) return NO_NAME;
  return unquoted({ text: lead.slice(start, end), start, end });
}

function trimmedEnd(lead: string, from: number, to: number): number {
  let end = to;
  for (let i = 0; i < MOST_STRIPS; i++) {
    const words = lead.slice(from, end);
    const loose = LOOSE_TAIL.exec(words) ?? expressions().trailing.exec(words);
    if (!loose || loose[0] === '' || isEndOfWord(words, loose[0])) break;
    end -= loose[0].length;
  }
  return end;
}

function trimmedStart(lead: string, from: number, end: number, issuer: string): number {
  let start = from;
  for (let i = 0; i < MOST_STRIPS; i++) {
    const words = lead.slice(start, end);
    const strip =
      LOOSE_HEAD.exec(words)?.[0] ||
      ITEM_NUMBER.exec(words)?.[0] ||
      issuerAt(words, issuer) ||
      leadingWord(words) ||
      unitName(words) ||
      shortIssuerAt(words, issuer) ||
      RUN_IN_TITLE.exec(words)?.[0] ||
      DIVIDED_BY.exec(words)?.[0] ||
      BARE_ZERO.exec(words)?.[0] ||
      REASON.exec(words)?.[0];
    if (!strip) break;
    start += strip.length;
  }
  return start;
}

/** "整改中4个": how far something has come, and not among what. */
const IN_PROGRESS = /(?:整改|办理|处理|推进|进行)中$/;

/** "合计" ends with 计, "公共" with 共, "人均" with 均: a one-character word must be a word of its own. */
function isEndOfWord(words: string, loose: string): boolean {
  if (!/^[计共均各约近在至到有就达中]$/.test(loose)) return false;
  if (loose === '中' && IN_PROGRESS.test(words)) return true;
  const last = wordsOf(words.slice(-8)).at(-1);
  return last !== undefined && last.text.length > 1;
}

/** A lead verb goes only where a name is left behind it: "支付" alone is what the document calls the amount. */
function leadingWord(words: string): string {
  const word = expressions().leading.exec(words)?.[0] ?? '';
  const rest = words.length - word.length;
  if (word === '') return '';
  if (rest >= 2 || (rest === 0 && word.length <= 2 && !/支付|采购|购置/.test(word)))
    return endsInsideWord(words, word) ? '' : word;
  return '';
}

/** "其他收入" begins with 其, "有关经费" with 有, "计划生育" with 计划: what is taken away must be a word of its own. */
function endsInsideWord(words: string, word: string): boolean {
  if (word === '对' && words.length > 1) return true;
  const first = wordsOf(words.slice(0, 12))[0];
  return first !== undefined && first.text.length > word.length && first.text.startsWith(word);
}

function unitName(words: string): string {
  const name = UNIT_NAME.exec(words)?.[0] ?? '';
  return name !== '' && FISCAL_NOUN.test(words.slice(name.length)) ? name : '';
}

/** The issuer's name, or the end of it ("市信息中心" for "某市信息中心"), at the beginning of the words. */
function issuerAt(words: string, issuer: string): string {
  for (let length = issuer.length; length >= 4; length--) {
    const name = issuer.slice(issuer.length - length);
    if (!words.startsWith(name)) continue;
    const suffix = SUFFIX.exec(words.slice(length))?.[0] ?? '';
    return words.length > length + suffix.length ? words.slice(0, length + suffix.length) : '';
  }
  return '';
}

/** "市国资委" for "某市人民政府国有资产监督管理委员会": characters of the issuer's name in its order, up to what units end with. */
function shortIssuerAt(words: string, issuer: string): string {
  const name = SHORT_NAME.exec(words)?.groups?.name ?? '';
  if (name === '' || !inOrder(name, issuer)) return '';
  const length = name.length + suffixLength(words.slice(name.length));
  return FISCAL_NOUN.test(words.slice(length)) ? words.slice(0, length) : '';
}

const SHORT_NAME = /^(?<name>[\u4e00-\u9fff]{2,7}?[局委办厅院部校])(?![会员公事门分属长])(?=.{2,})/;
const SUFFIX = /^(?:（[^（）]{1,10}）)?(?:机关(?!运行|事业|资本|工资|商品)|部门|系统|本级|单位)?/;

/** "（本级）", "机关" and "部门" behind the name of a unit, where something follows. */
function suffixLength(words: string): number {
  const length = SUFFIX.exec(words)?.[0].length ?? 0;
  return words.length > length ? length : 0;
}

function inOrder(characters: string, text: string): boolean {
  let at = 0;
  for (const character of characters) {
    at = text.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function unquoted(name: Name): Name {
  const { text, start, end } = name;
  const opening = text.indexOf('“');
  if (opening === 0 && text.endsWith('”') && text.indexOf('”') === text.length - 1) {
    return { text: text.slice(1, -1), start: start + 1, end: end - 1 };
  }
  if (text.endsWith('”') && opening < 0) return { text: text.slice(0, -1), start, end: end - 1 };
  return name;
}

const NOT_BEHIND = /^(?:等|左右|整|余|多|以内|以上|以下|不等|之间|上下|的|[后前内起时止]$|[后前内]，)/;

/** "2家行政单位的机关运行经费": the units are counted, and what is theirs is not. */
const OWNER = /(?:单位|部门|机关|学校|医院|公司|企业)$/;

/** The noun phrase that follows a counted number: "3个科室（…）" → 科室, "7次在线访谈" → 在线访谈. */
export function nounBehind(tail: string): Name {
  const clean = /^(?:的|左右|以上|以下|以内|内(?![设容部]))*/.exec(tail)?.[0].length ?? 0;
  const phrase = /^[^，；：。、（）！？!?\d]{0,24}/.exec(tail.slice(clean))?.[0] ?? '';
  if (phrase === '') return NO_NAME;
  let end = 0;
  for (const word of wordsOf(phrase)) {
    if (end === 0 && /^[pc]/.test(word.part)) return NO_NAME;
    if (end > 0 && /^(?:[cpdu]|ul|uj)/.test(word.part) && word.text !== '的') break;
    if (end > 0 && (word.text.startsWith('已') || /^(?:ad|d)$/.test(word.part))) break;
    if (word.text === '的' && OWNER.test(phrase.slice(0, end))) break;
    if (end > 0 && expressions().leading.test(word.text) && word.text.length > 1) break;
    end = word.start + word.text.length;
  }
  const text = phrase.slice(0, end).replace(/[的了]$/, '');
  return /[\u4e00-\u9fffA-Za-z]/.test(text) && !NOT_BEHIND.test(text)
    ? { text, start: clean, end: clean + text.length }
    : NO_NAME;
}

export const nameExpressions = (): readonly RegExp[] => [
  YEAR_PHRASE,
  ITEM_NUMBER,
  LONE_NUMERAL,
  LOOSE_HEAD,
  LOOSE_TAIL,
  RUN_IN_TITLE,
  DIVIDED_BY,
  BARE_ZERO,
  IN_PROGRESS,
  REASON,
  UNIT_NAME,
  SHORT_NAME,
  SUFFIX,
  OWNER,
  FISCAL_NOUN,
  ...Object.values(expressions()),
];
