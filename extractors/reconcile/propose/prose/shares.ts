import type { ExtractedFigure, Operand, Relation } from '../../../../schemas/index.ts';
import { judge } from '../../judge/index.ts';
import type { FigureSubject } from '../../subjects/index.ts';
import type { Proposer } from '../proposer.ts';
import { absent, operand, relation } from '../relations.ts';
import { amountInSection, amountOf, subjectAtPhases } from './named-amount.ts';
import type { LinkOf, Prose } from './prose.ts';
import { linksOf, proseOf } from './prose.ts';
import { areSiblings } from './siblings.ts';

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
  const candidates = wholesOf(link, prose).filter(({ observation }) => observation?.ref !== part.ref);
  const relations = candidates.map((whole) => {
    const name = link.wholeLabel === '' ? whole.name : link.wholeLabel;
    return relation('share', [operand('part', part), whole, operand('percent', percent)], {
      rule: RULE,
      type: 'share',
      why: {
        zh: `占比应等于“${part.label}”除以“${name}”`,
        en: `The share is "${part.label}" divided by "${name}"`,
      },
    });
  });
  // "占总支出的" within a section on one fund may mean that fund's: the share is right when it is right of either.
  const chosen = relations.find((candidate) => judge(candidate).outcome !== 'broken') ?? relations[0];
  return chosen ? [chosen] : [];
}

/** What the whole may be, the likeliest first; empty where the sentence does not say of what the share is. */
function wholesOf(link: LinkOf<'share'>, prose: Prose): readonly Operand[] {
  const figure = prose.figure(link.percent);
  const part = prose.figure(link.part);
  if (figure === null || part === null) return [];
  const stated = prose.figure(link.whole);
  if (stated && areSiblings(part, stated)) return [];
  const first = stated ? wholeAtStageOfPart(stated, part, prose) : namedWhole(link, figure, prose);
  const around = definiteWhole(
    prose.subjects.ofName({ ...part, label: part.qualifier, qualifier: '' }, part.section),
    part,
    prose,
  );
  return [first, around].filter((whole) => whole !== null);
}

/** "其" and the like refer to something the sentence does not name again. */
function namedWhole(link: LinkOf<'share'>, figure: ExtractedFigure, prose: Prose): Operand | null {
  const label = link.wholeLabel === '' ? figure.qualifier : link.wholeLabel;
  if (label.length < 2) return null;
  const subject = prose.subjects.ofWhole({ label, qualifier: '', period: figure.period }, figure.section);
  return lookUp(label, subject, { section: figure.section, except: [link.percent, link.part] }, prose);
}

/**
 * The whole that the sentence states; where that is the budget of what the part is the final amount of, the final
 * amount of the same ("完成预算0万元的0%…其中公务接待费0.16万元，占100%" is a share of what was spent).
 */
function wholeAtStageOfPart(stated: ExtractedFigure, part: ExtractedFigure, prose: Prose): Operand | null {
  const observation = prose.observe(stated.id);
  const subject = prose.subjects.ofFigure(stated);
  const ofPart = stagesOf(prose.subjects.ofFigure(part));
  const ofWhole = stagesOf(subject);
  const disjoint = ofPart.length > 0 && ofWhole.length > 0 && !ofPart.some((stage) => ofWhole.includes(stage));
  if (!subject || !disjoint) return observation && operand('whole', observation);
  const wanted = { section: part.section, except: [stated.id, part.id] };
  return lookUp(stated.label, subjectAtPhases(subject, ofPart), wanted, prose);
}

function stagesOf(subject: FigureSubject | null): readonly string[] {
  return subject?.alternatives.map(({ phase }) => phase) ?? [];
}

function lookUp(
  label: string,
  subject: FigureSubject | null,
  wanted: { readonly section: string; readonly except: readonly (string | null)[] },
  prose: Prose,
): Operand {
  const found = amountOf({ subject, ...wanted }, prose);
  if (found === 'ambiguous') return absent('whole', label, 'ambiguous-subject');
  return found ? operand('whole', found) : absent('whole', label);
}

/** What the part is named within, where the section states it once. */
function definiteWhole(subject: FigureSubject | null, part: ExtractedFigure, prose: Prose): Operand | null {
  const found = amountInSection({ subject, section: part.section, except: [part.id] }, prose);
  return found === null || found === 'ambiguous' ? null : operand('whole', found);
}
