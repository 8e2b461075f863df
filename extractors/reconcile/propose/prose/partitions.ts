import { z } from 'zod';
import type { ExtractedFigure, Relation } from '../../../../schemas/index.ts';
import { loadYaml } from '../../../knowledge/index.ts';
import { canonicalLabel } from '../../../tables/names.ts';
import type { Proposer } from '../proposer.ts';
import { sum } from '../relations.ts';
import type { Prose } from './prose.ts';
import { linksOf, proseOf } from './prose.ts';

const RULE = 'narrative-partition';

const partitionsFile = z.strictObject({ partitions: z.array(z.array(z.string().min(1)).min(2)) });

/**
 * People, units, cars and problems divided without remainder: 编制 = 行政 + 事业 + 工勤, 离退休 = 离休 + 退休,
 * 发现 = 已整改 + 整改中.
 */
export const partitions: Proposer = {
  name: RULE,
  propose: (context) => {
    const prose = proseOf(context);
    const summed = new Set(linksOf(context.extraction, 'parts').flatMap((link) => (link.complete ? [link.whole] : [])));
    const { figures } = context.extraction;
    const named = [...listsByQualifier(figures), ...listsByWording(figures)];
    const wholes = new Set(named.map(({ whole }) => whole));
    const lists = [...named, ...listsOfProblems(figures).filter(({ whole }) => !wholes.has(whole))];
    return lists.flatMap(({ whole, parts }) => (summed.has(whole.id) ? [] : relationOf(whole, parts, prose)));
  },
};

interface List {
  readonly whole: ExtractedFigure;
  readonly parts: readonly ExtractedFigure[];
}

/** Figures of one sentence that are named under a figure before them. */
function listsByQualifier(figures: readonly ExtractedFigure[]): readonly List[] {
  const lists = new Map<ExtractedFigure, ExtractedFigure[]>();
  const wholes = new Map<string, ExtractedFigure>();
  for (const figure of figures.filter(isCount)) {
    const whole = wholes.get(`${figure.block} ${canonicalLabel(figure.qualifier)} ${figure.unit}`);
    if (figure.qualifier !== '' && whole) lists.set(whole, [...(lists.get(whole) ?? []), figure]);
    wholes.set(`${figure.block} ${canonicalLabel(figure.label)} ${figure.unit}`, figure);
  }
  return [...lists].map(([whole, parts]) => ({ whole, parts }));
}

const WITHIN = /^(.{2,20})中(.{2,20})$/;

/** "财政全额供给单位中行政单位0个；参公单位0个；事业单位0个": the list begins with the name of its whole. */
function listsByWording(figures: readonly ExtractedFigure[]): readonly List[] {
  const counts = figures.filter(isCount);
  return counts.flatMap((first, at): List[] => {
    const [, name, part] = WITHIN.exec(canonicalLabel(first.label)) ?? [];
    if (name === undefined || part === undefined) return [];
    const whole = counts.slice(0, at).findLast((figure) => canonicalLabel(figure.label) === name);
    if (!whole || whole.unit !== first.unit || whole.block !== first.block) return [];
    const end = counts.findIndex(
      (figure, i) => i > at && (figure.sentence !== first.sentence || figure.unit !== first.unit),
    );
    return [{ whole, parts: [{ ...first, label: part }, ...counts.slice(at + 1, end < 0 ? counts.length : end)] }];
  });
}

/** "共发现12个问题" or "发现问题12个". */
const FOUND = /发现|查出|检出|反馈/;

/** "发现问题12个，已整改8个，整改中4个": states of what was found stand behind it in one sentence, without 其中. */
function listsOfProblems(figures: readonly ExtractedFigure[]): readonly List[] {
  const counts = figures.filter(isCount);
  return counts.flatMap((whole, at): List[] => {
    if (!FOUND.test(whole.label + whole.qualifier)) return [];
    const behind = counts.slice(at + 1);
    const end = behind.findIndex(({ sentence, unit }) => sentence !== whole.sentence || unit !== whole.unit);
    return [{ whole, parts: end < 0 ? behind : behind.slice(0, end) }];
  });
}

function isCount({ measure }: ExtractedFigure): boolean {
  return measure === 'headcount' || measure === 'count';
}

function relationOf(whole: ExtractedFigure, parts: readonly ExtractedFigure[], prose: Prose): readonly Relation[] {
  const { partitions: known } = loadYaml('subjects/partitions.yaml', partitionsFile);
  const isPartition = known.some((words) => dividesBy(words, parts));
  const total = prose.observe(whole.id);
  if (!isPartition || !total) return [];
  return [
    sum(
      parts.flatMap(({ id }) => prose.observe(id) ?? []),
      total,
      {
        rule: RULE,
        type: 'sum',
        why: {
          zh: `“${whole.label}”按${parts.map(({ label }) => label).join('、')}划分，各项之和应等于总数`,
          en: `"${whole.label}" is divided without remainder; the parts make up the whole`,
        },
      },
    ),
  ];
}

/** Every part is named by one of the words, and no two by the same. */
function dividesBy(words: readonly string[], parts: readonly ExtractedFigure[]): boolean {
  const used = new Set<string>();
  for (const { label } of parts) {
    const word = words.find((candidate) => label.includes(candidate) && !used.has(candidate));
    if (word === undefined) return false;
    used.add(word);
  }
  return used.size >= 2;
}
