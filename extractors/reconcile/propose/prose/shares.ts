import type { Observation, Operand, Relation } from '../../../../schemas/index.ts';
import type { Proposer } from '../proposer.ts';
import { absent, operand, relation } from '../relations.ts';
import { amountOf } from './named-amount.ts';
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
  const stated: Observation | null = prose.observe(link.whole);
  if (stated) return operand('whole', stated);
  const figure = prose.figure(link.percent);
  const label = link.wholeLabel === '' ? (figure?.qualifier ?? '') : link.wholeLabel;
  if (figure === null || label === '') return null;
  const subject = prose.subjects.ofName({ label, qualifier: '', period: figure.period }, figure.section);
  const found = amountOf({ subject, section: figure.section, except: [link.percent, link.part] }, prose);
  if (found === 'ambiguous') return absent('whole', label, 'ambiguous-subject');
  return found ? operand('whole', found) : absent('whole', label);
}
