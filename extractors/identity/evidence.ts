import type { Document, DocumentKind, TableBlock, TextBlock } from '../../schemas/index.ts';
import { readNumbering } from '../sections/numbering.ts';
import { coverLines, coverTitle } from './cover.ts';
import { kindOf, readTitle } from './title-parts.ts';
import { isUnitName, labelledNames, nameKey, tidyName } from './unit-names.ts';

/** What the places of a document say about its identity, in order of trust. */
export interface Statement<Value> {
  readonly value: Value;
  readonly from: 'page metadata' | 'cover' | 'heading' | 'table line' | 'table' | 'text' | 'file name';
}

export interface Evidence {
  readonly titles: readonly Statement<string>[];
  readonly names: readonly Statement<string>[];
  readonly years: readonly Statement<number>[];
  readonly kinds: readonly Statement<DocumentKind>[];
}

const MAX_HEADING_LENGTH = 80;
/** Shorter "names" in headings are words that happen to end like one ("财政部", "办公室"). */
const MIN_HEADING_NAME = 5;

export function collectEvidence(document: Document, source: string): Evidence {
  const titles = titleStatements(document, source);
  const parts = titles.map(({ value, from }) => ({ from, ...readTitle(value) }));
  const trusted = parts.filter(({ from }) => from !== 'file name');
  const named = parts.filter(({ from }) => from === 'file name');
  const lines = coverLines(document);
  return {
    titles,
    names: [
      ...pick(trusted, 'name'),
      ...lines.flatMap((line) => labelledNames(line.text)).map(({ name }) => ({ value: name, from: 'cover' as const })),
      ...lines
        .map((line) => tidyName(line.text))
        .filter(isUnitName)
        .map((value) => ({ value, from: 'cover' as const })),
      ...mostFrequent(headingNames(document), 'heading'),
      ...mostFrequent(tableLineNames(document), 'table line'),
      ...tableNames(document)
        .slice(0, 1)
        .map((value) => ({ value, from: 'table' as const })),
      ...pick(named, 'name'),
      ...introducedNames(document)
        .slice(0, 1)
        .map((value) => ({ value, from: 'text' as const })),
    ],
    years: [
      ...pick(trusted, 'year'),
      ...lines.flatMap((line) => yearsOnCover(line.text)).map((value) => ({ value, from: 'cover' as const })),
      ...mostFrequent(headingYears(document), 'heading'),
      ...mostFrequent(bodyYears(document), 'text'),
      ...mostFrequent(tableYears(document), 'table'),
      ...pick(named, 'year'),
    ],
    kinds: [...pick(trusted, 'kind'), ...bodyKind(document), ...pick(named, 'kind')],
  };
}

function pick<Key extends 'name' | 'year' | 'kind'>(
  parts: readonly ({ readonly from: Statement<never>['from'] } & ReturnType<typeof readTitle>)[],
  key: Key,
): Statement<NonNullable<ReturnType<typeof readTitle>[Key]>>[] {
  return parts.flatMap((part) => {
    const value = part[key];
    return value === null ? [] : [{ value: value as NonNullable<typeof value>, from: part.from }];
  });
}

function titleStatements(document: Document, source: string): Statement<string>[] {
  const { articletitle, title } = document.metadata;
  const cover = coverTitle(coverLines(document));
  const isPage = document.mediaType === 'text/html';
  const page = [articletitle, isPage ? title?.split(/[_|]|\s[-–—]\s|[-–—](?=[^-–—]{2,20}(?:网|政府)$)/)[0] : undefined];
  return [
    ...page
      .filter((text) => text !== undefined && readTitle(text).kind !== null)
      .map((text) => ({ value: text ?? '', from: 'page metadata' as const })),
    ...(cover === null ? [] : [{ value: cover.text, from: 'cover' as const }]),
    // A PDF keeps the title of the file it was made from, often another year's: it counts as a file name.
    ...[isPage ? '' : hexName(title ?? ''), fileName(source)]
      .filter((text) => text !== '')
      .map((value) => ({ value, from: 'file name' as const })),
  ];
}

/** Some printers write the name of the printed file as hexadecimal GBK: "<BDADCBD5…>". */
function hexName(title: string): string {
  const hex = /^<((?:[0-9A-F]{2}){4,200})>?$/i.exec(title)?.[1];
  return hex === undefined ? title : new TextDecoder('gb18030').decode(Buffer.from(hex, 'hex'));
}

function fileName(source: string): string {
  const last = source.split(/[\\/]/).at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

function textBlocks(document: Document): TextBlock[] {
  return document.blocks.filter((block): block is TextBlock => block.kind !== 'table');
}

function shortTexts(document: Document): string[] {
  return textBlocks(document)
    .filter(({ text }) => text.length <= MAX_HEADING_LENGTH)
    .map(({ text }) => text);
}

/** Behind its number a heading may name the unit: "第一部分 某局概况", "二、某局2026年部门预算安排情况说明". */
function headingNames(document: Document): string[] {
  return textBlocks(document).flatMap(({ text, kind }) => {
    const numbering = readNumbering(text);
    if (text.length > MAX_HEADING_LENGTH || (numbering === null && kind !== 'heading')) return [];
    const title = tidyName(text.slice(numbering?.length ?? 0)).replace(/(?:部门|单位)?(?:概况|基本情况).*$/, '');
    const name = isUnitName(title) ? title : readTitle(title).name;
    return name === null || name.length < MIN_HEADING_NAME ? [] : [name];
  });
}

const INTRODUCED = /(?:^|[。；，、\s）)])([\p{Script=Han}（）()]{4,40})[（(]以下(?:统一)?简称/gu;

/** A text without a title names its unit where it first shortens its name: "某市信息中心（以下简称“中心”）为…". */
function introducedNames(document: Document): string[] {
  const first = textBlocks(document).slice(0, MAX_INTRODUCING_BLOCKS);
  return first
    .flatMap(({ text }) => [...text.slice(0, 400).matchAll(INTRODUCED)])
    .map((match) => tidyName(match[1] ?? ''))
    .filter((name) => isUnitName(name) && name.length >= MIN_HEADING_NAME);
}

const MAX_INTRODUCING_BLOCKS = 12;

function tableLineNames(document: Document): string[] {
  const lines = shortTexts(document).flatMap((text) => labelledNames(text));
  const cells = tables(document).flatMap((table) =>
    table.cells
      .filter((cell) => cell.r < 3 && cell.text.length <= MAX_HEADING_LENGTH)
      .flatMap((cell) => labelledNames(cell.text)),
  );
  return [...lines, ...cells].map(({ name }) => name);
}

const NAME_HEADER = /^(?:预算|实施|主管|填报|项目)?(?:部门|单位)(?:[（(](?:单位|部门)[)）])?(?:名称)?$/;
/** "115001-某市公安局本级": the code of the unit stands before its name. */
const UNIT_CODE = /^[\d\s]{0,12}[-－—]?/;

/** A name beside or below "部门（单位）名称"; what is called a department comes before what is called a unit. */
function tableNames(document: Document): string[] {
  const heads = tables(document).flatMap((table) =>
    table.cells.filter((cell) => NAME_HEADER.test(tidyName(cell.text))).map((head) => ({ table, head })),
  );
  const departmentsFirst = [...heads.filter(({ head }) => /部\s*门/.test(head.text)), ...heads];
  return departmentsFirst.flatMap(({ table, head }) => {
    const beside = table.cells.find((cell) => cell.r === head.r && cell.c >= head.c + head.cs && cell.text !== '');
    const below = table.cells.filter((cell) => cell.c === head.c && cell.r > head.r).slice(0, 6);
    return [beside, ...below]
      .map((cell) => tidyName(cell?.text ?? '').replace(UNIT_CODE, ''))
      .filter((name) => isUnitName(name) && name.length >= MIN_HEADING_NAME);
  });
}

function tables(document: Document): TableBlock[] {
  return document.blocks.filter((block): block is TableBlock => block.kind === 'table');
}

function yearsOnCover(text: string): number[] {
  if (/20\d{2}\s?年\s?\d{1,2}\s?月/.test(text)) return [];
  return [...text.matchAll(/(?<!\d)(20\d{2})\s?年度?/g)].map((match) => Number(match[1]));
}

const YEAR_OF_ACCOUNTS = /(?<!\d)(20\d{2})\s?年度?(?=[^，。；\d]{0,24}(?:预算|决算))/g;
const YEAR_OF_AMOUNTS =
  /(?<!\d)(20\d{2})\s?年度?(?=(?:本年|部门|年初|财政|一般公共|收入|支出|收支|当年|预算|决算)[^，。；\d]{0,16})/g;
const ANY_YEAR = /(?<!\d)(20\d{2})\s?年(?!\s?\d{1,2}\s?月)/g;
/** Last year is named to be compared with. */
const COMPARED = /(?:与|比|较|同)\s?$/;

/** A form states its year on a line of its own: "（2024年度）". */
const YEAR_ALONE = /^[（(]?\s?(20\d{2})\s?年度?\s?[)）]?$/;

function headingYears(document: Document): number[] {
  const captions = tables(document).flatMap((table) => [
    table.caption ?? '',
    ...table.cells.filter((cell) => cell.r < 3).map((cell) => cell.text.slice(0, MAX_HEADING_LENGTH)),
  ]);
  return [...shortTexts(document), ...captions].flatMap((text) => {
    const alone = YEAR_ALONE.exec(text.trim())?.[1];
    return alone === undefined ? yearsIn(text.slice(0, MAX_HEADING_LENGTH), YEAR_OF_ACCOUNTS) : [Number(alone)];
  });
}

function bodyYears(document: Document): number[] {
  return textBlocks(document).flatMap(({ text }) => yearsIn(text, YEAR_OF_AMOUNTS));
}

/** The last resort for forms whose title has no year: the year their cells name most often. */
function tableYears(document: Document): number[] {
  return tables(document).flatMap((table) => table.cells.flatMap((cell) => yearsIn(cell.text, ANY_YEAR)));
}

function yearsIn(text: string, pattern: RegExp): number[] {
  return [...text.matchAll(pattern)]
    .filter((match) => !COMPARED.test(text.slice(Math.max(0, match.index - 3), match.index)))
    .map((match) => Number(match[1]));
}

/** The value named most often; of equally frequent ones the first. */
function mostFrequent<Value extends string | number>(
  values: readonly Value[],
  from: Statement<Value>['from'],
): Statement<Value>[] {
  const counts = new Map<string, { value: Value; count: number }>();
  for (const value of values) {
    const key = typeof value === 'string' ? nameKey(value) : String(value);
    const entry = counts.get(key) ?? { value, count: 0 };
    entry.count += 1;
    counts.set(key, entry);
  }
  const [best] = [...counts.values()].sort((left, right) => right.count - left.count);
  return best === undefined ? [] : [{ value: best.value, from }];
}

/** One passing mention of a budget does not make a document one. */
const MIN_MENTIONS = 3;

/** Without a title that says so: headings and table titles decide, then the words of the text. */
function bodyKind(document: Document): Statement<DocumentKind>[] {
  const short = shortTexts(document).slice(0, 400);
  const title = short
    .filter((text) => !/[。；]/.test(text))
    .slice(0, 6)
    .map((text) => kindOf(tidyName(text)))
    .find((kind) => kind !== null);
  if (title !== undefined && title !== null) return [{ value: title, from: 'heading' }];
  const all = document.blocks
    .map((block) => (block.kind === 'table' ? block.cells.map((cell) => cell.text).join(' ') : block.text))
    .join('\n')
    .slice(0, 400_000);
  const finals = all.match(/决算/g)?.length ?? 0;
  const budgets = all.match(/预算/g)?.length ?? 0;
  if (finals + budgets < MIN_MENTIONS) return [];
  return [{ value: finals * 2 >= budgets ? 'final_accounts' : 'budget', from: 'text' }];
}
