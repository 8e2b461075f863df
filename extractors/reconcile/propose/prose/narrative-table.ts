import type { ExtractedFigure, Observation, Relation } from '../../../../schemas/index.ts';
import type { Subject, SubjectCell } from '../../subjects/index.ts';
import type { Proposer } from '../proposer.ts';
import { absent, equal, operand, relation } from '../relations.ts';
import { chooseCells } from './choose-cells.ts';
import type { Prose } from './prose.ts';
import { isMoney, proseOf } from './prose.ts';

const RULE = 'narrative-table';

/** A figure is compared with no more cells than this: the tables compare their cells with one another themselves. */
const MOST_CELLS = 3;

/** N1: an amount in prose is the amount of the table cell that measures the same. */
export const narrativeTable: Proposer = {
  name: RULE,
  propose: (context) => {
    const prose = proseOf(context);
    return context.extraction.figures.filter(isMoney).flatMap((figure) => relationsOf(figure, prose));
  },
};

function relationsOf(figure: ExtractedFigure, prose: Prose): readonly Relation[] {
  const observation = prose.observe(figure.id);
  const cells = cellsOf(figure, prose);
  if (observation === null || cells.length === 0) return [];
  const chosen = chooseCells(observation, cells);
  if (chosen === 'ambiguous') return [undecided(figure, observation)];
  return chosen.slice(0, MOST_CELLS).map((cell) =>
    equal(cell, observation, {
      rule: RULE,
      type: 'narrative_vs_table',
      ...reasonFor(figure, prose),
    }),
  );
}

function reasonFor(figure: ExtractedFigure, prose: Prose): Pick<Relation, 'why' | 'strength'> {
  const confidence = prose.subjects.ofFigure(figure)?.confidence;
  const zh = `正文“${figure.label}”与表中同一指标应一致`;
  const en = `The text states "${figure.label}"; the table gives the same item`;
  if (confidence === undefined) return { why: { zh, en }, strength: 'identity' };
  const percent = Math.round(confidence * 100);
  return {
    why: { zh: `${zh}（名称相近，相似度${percent}%）`, en: `${en} (names alike, ${percent} %)` },
    strength: 'soft',
  };
}

function cellsOf(figure: ExtractedFigure, prose: Prose): readonly Observation[] {
  const found = new Map<string, Observation>();
  const subject = prose.subjects.ofFigure(figure);
  const alternatives = subject?.alternatives ?? [];
  const narrower = subject?.assumesFund ? alternatives.flatMap(ofFiscalFunds) : [];
  for (const alternative of [...alternatives, ...narrower]) {
    for (const cell of prose.subjects.cells(alternative)) keep(cell, prose, found);
  }
  return [...found.values()];
}

/**
 * "“教育支出”科目8215万元" below "财政拨款支出主要内容如下：": whose money an item of the classification is may have been said
 * further up, and the forms show what it is of the fiscal funds, by the source they come from too.
 */
function ofFiscalFunds(subject: Subject): readonly Subject[] {
  if (!subject.item.startsWith('code:')) return [];
  return ['fiscal', 'general'].flatMap((fund) => [subject.flow, 'income'].map((flow) => ({ ...subject, fund, flow })));
}

function keep(cell: SubjectCell, prose: Prose, found: Map<string, Observation>): void {
  const observation = prose.observeCell(cell);
  if (observation) found.set(observation.ref, observation);
}

function undecided(figure: ExtractedFigure, observation: Observation): Relation {
  const operands = [absent('left', figure.label, 'ambiguous-subject'), operand('right', observation)];
  return relation('equal', operands, {
    rule: RULE,
    type: 'narrative_vs_table',
    why: {
      zh: `“${figure.label}”在表中可能对应数额不同的几处，无法判断`,
      en: `"${figure.label}" may mean several cells with different amounts`,
    },
  });
}
