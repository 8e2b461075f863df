import type { Document, Identity, Remark, TextBlock } from '../../schemas/index.ts';
import { placeOf } from '../text/place.ts';
import { coverLines, coverTitle } from './cover.ts';
import { editDistance } from './edit-distance.ts';
import { readTitle } from './title-parts.ts';
import { labelledNames, nameKey } from './unit-names.ts';

/**
 * Where a document contradicts its own identity: headings of another year, years with a digit missing, the unit's name
 * misspelt. A false remark costs an auditor more than a missed one, so only what can hardly be meant is taken.
 */
export function identityRemarks(document: Document, identity: Identity): Remark[] {
  const blocks = document.blocks.filter((block): block is TextBlock => block.kind !== 'table');
  const cover = coverOfAnotherYear(document, identity);
  const covered = new Set(cover.map(({ words }) => words.block));
  return [
    ...blocks.flatMap((block) => brokenYears(block, identity)),
    ...cover,
    ...headingsOfAnotherYear(blocks, identity).filter(({ words }) => !covered.has(words.block)),
    ...misspeltNames(blocks, identity),
  ];
}

/** "202 年度", "20224年度": a year of three or five digits. Layout spaces between all four digits are no defect. */
const BROKEN_YEAR =
  /(?<![\d.,，])(20\d|20\d{3})(?: {0,3})年度?(?=\s{0,3}(?:度|部门|单位|预算|决算|财政|本年|收入|支出|一般))/g;

function brokenYears(block: TextBlock, { fiscalYear }: Identity): Remark[] {
  return [...block.text.matchAll(BROKEN_YEAR)]
    .filter((match) => !/\d\s{1,3}$/.test(block.text.slice(Math.max(0, match.index - 4), match.index)))
    .map((match) => remark('year-broken', 'year', block, match.index, match[0].length, String(fiscalYear ?? '')));
}

const MAX_HEADING_LENGTH = 60;
const HEADING_YEAR =
  /^(?:第[一二三四五六七八九十]{1,3}部分[：:、]?|[（(]?[一二三四五六七八九十]{1,3}[)）、]|\d{1,2}[.、])?[\p{Script=Han}（）()]{0,30}?(?<year>20\d{2})年度?(?<rest>[\p{Script=Han}“”"（）()、，]{2,40})$/u;
const OF_THE_YEAR = /(?:预算|决算)(?:收支|收入|支出|财政拨款|公开|情况|总体|具体|说明|总表|表|编制)*$|(?:预算|决算)/;
/** Headings that rightly speak of another year. */
const ANOTHER_YEAR =
  /绩效|完成|执行|上年|相比|比较|对比|变化|增减|评价|规划|工作|目标|项目|自评|结果|结转|调整|批复|以来|至|政府采购|截至/;

/** Headings of this document's accounts with another year, when most such headings have the document's year. */
function headingsOfAnotherYear(blocks: readonly TextBlock[], { fiscalYear, kind }: Identity): Remark[] {
  if (fiscalYear === null || kind === 'performance_report' || kind === 'unknown') return [];
  const dated = blocks.flatMap((block) => {
    const plain = block.text.replace(/\s/g, '');
    if (plain.length > MAX_HEADING_LENGTH) return [];
    const groups = HEADING_YEAR.exec(plain)?.groups;
    if (groups?.year === undefined || !OF_THE_YEAR.test(groups.rest ?? '') || ANOTHER_YEAR.test(plain)) return [];
    return [{ block, year: Number(groups.year) }];
  });
  const others = dated.filter(({ year }) => year !== fiscalYear);
  if (others.length * 3 > dated.length) return [];
  return others.map(({ block, year }) => {
    const at = Math.max(0, spacedIndexOf(block.text, String(year)));
    return remark('year-of-heading', 'year', block, at, spacedLength(block.text, at, 4), String(fiscalYear));
  });
}

/** The title on the page names another year than the page's metadata do. */
function coverOfAnotherYear(document: Document, { fiscalYear }: Identity): Remark[] {
  const lines = coverLines(document);
  const year = readTitle(coverTitle(lines)?.text ?? '').year;
  if (year === null || fiscalYear === null || year === fiscalYear) return [];
  const line = lines.find(({ text }) => spacedIndexOf(text, String(year)) >= 0);
  if (line === undefined) return [];
  const at = spacedIndexOf(line.text, String(year));
  return [remark('year-of-heading', 'year', line, at, spacedLength(line.text, at, 4), String(fiscalYear))];
}

/** One or two characters of a long name wrong, in a table's head: not a shortened or a longer name. */
function misspeltNames(blocks: readonly TextBlock[], { issuer }: Identity): Remark[] {
  const expected = nameKey(issuer);
  if (expected.length < 6) return [];
  const most = expected.length >= 12 ? 2 : 1;
  return blocks.flatMap((block) =>
    labelledNames(block.text).flatMap(({ name, start, end }) => {
      const printed = nameKey(name);
      if (printed === expected || printed.length < expected.length - 1 || expected.startsWith(printed)) return [];
      if (printed.includes(expected) || expected.includes(printed)) return [];
      const distance = editDistance(printed, expected, most);
      return distance > most ? [] : [remark('name-misspelt', 'name', block, start, end - start, issuer)];
    }),
  );
}

function remark(
  rule: string,
  type: 'year' | 'name',
  block: TextBlock,
  start: number,
  length: number,
  expected: string,
): Remark {
  const end = Math.min(block.text.length, start + length);
  const text = block.text.slice(start, end);
  return {
    rule,
    type,
    severity: 'warning',
    expected,
    actual: text,
    words: { text, block: block.index, start, end, place: placeOf(block, start, end) },
  };
}

/** Where characters stand in a text that may have layout spaces between them. */
function spacedIndexOf(text: string, characters: string): number {
  return text.search(new RegExp([...characters].join('\\s{0,3}')));
}

function spacedLength(text: string, start: number, characters: number): number {
  let seen = 0;
  let at = start;
  for (; at < text.length && seen < characters; at += 1) seen += /\s/.test(text[at] ?? '') ? 0 : 1;
  return at - start;
}
