import type { ExtractedFigure, Operand, Relation } from '../../../../schemas/index.ts';
import type { FigureSubject } from '../../subjects/index.ts';
import type { Proposer } from '../proposer.ts';
import { absent, operand, relation } from '../relations.ts';
import { amountOf, subjectAtPhases } from './named-amount.ts';
import type { LinkOf, Prose } from './prose.ts';
import { linksOf, proseOf } from './prose.ts';

const RULE = 'narrative-share';

/** N2: a stated share is part ÷ whole. The whole is the one the sentence names. */
export const shares: Proposer = {
  name: RULE,
  propose: (context) => {
    const prose = proseOf(context);
    return linksOf(context.extraction, 'share').flatMap((link) => relationOf(link, prose));
  },
};

function relationOf(link: LinkOf<'share'>, prose: Prose): readonly Relation[] {
  const percent = prose.observe(link.percent);
  const part = prose.observe(link.part);
  if (!percent || !part) return [];
  const whole = wholeOf(link, prose);
  if (whole === null || (whole.observation?.ref ?? '') === part.ref) return [];
  const name = link.wholeLabel === '' ? whole.name : link.wholeLabel;
  return [
    relation('share', [operand('part', part), whole, operand('percent', percent)], {
      rule: RULE,
      type: 'share',
      why: {
        zh: `占比应等于“${part.label}”除以“${name}”`,
        en: `The share is "${part.label}" divided by "${name}"`,
      },
    }),
  ];
}

/** null: the sentence does not say of what the share is. */
function wholeOf(link: LinkOf<'share'>, prose: Prose): Operand | null {
  const stated = prose.figure(link.whole);
  const figure = prose.figure(link.percent);
  if (figure === null) return null;
  const named = stated ? subjectAtStageOfPart(stated, link, prose) : nameOfWhole(link, figure);
  if (named === null) return null;
  if ('observation' in named) return named;
  const subject =
    'subject' in named ? named.subject : prose.subjects.ofWhole({ ...named, qualifier: '' }, figure.section);
  const found = amountOf({ subject, section: figure.section, except: [link.percent, link.part, link.whole] }, prose);
  if (found === 'ambiguous') return absent('whole', named.label, 'ambiguous-subject');
  return found ? operand('whole', found) : absent('whole', named.label);
}

interface NamedWhole {
  readonly label: string;
  readonly period: string;
}

/** "其" and the like refer to something the sentence does not name again. */
function nameOfWhole(link: LinkOf<'share'>, figure: ExtractedFigure): NamedWhole | null {
  const label = link.wholeLabel === '' ? figure.qualifier : link.wholeLabel;
  return label.length < 2 ? null : { label, period: figure.period };
}

/**
 * The whole that the sentence states; where it states the budget of what the part is the final amount of, the final
 * amount of the same ("完成预算0万元的0%…其中公务接待费0.16万元，占100%" is a share of what was spent).
 */
function subjectAtStageOfPart(
  stated: ExtractedFigure,
  link: LinkOf<'share'>,
  prose: Prose,
): Operand | { readonly label: string; readonly subject: FigureSubject } | null {
  const observation = prose.observe(stated.id);
  const part = prose.figure(link.part);
  const ofPart = stagesOf(part && prose.subjects.ofFigure(part));
  const subject = prose.subjects.ofFigure(stated);
  const ofWhole = stagesOf(subject);
  const disjoint = ofPart.length > 0 && ofWhole.length > 0 && !ofPart.some((stage) => ofWhole.includes(stage));
  if (subject && disjoint) return { label: stated.label, subject: subjectAtPhases(subject, ofPart) ?? subject };
  return observation && operand('whole', observation);
}

function stagesOf(subject: FigureSubject | null): readonly string[] {
  return subject?.alternatives.map(({ phase }) => phase) ?? [];
}
