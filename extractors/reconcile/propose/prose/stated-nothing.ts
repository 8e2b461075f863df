import type { Observation } from '../../../../schemas/index.ts';
import type { LinkOf, Prose } from './prose.ts';
import { linksOf } from './prose.ts';

const PRIOR_YEAR = /上一?年|去年/;

/**
 * The amount compared with, where the same sentence says that there was none ("…为新成立单位，无2018年决算数"): zero, at
 * the place of those words. null where no such thing is said.
 */
export function statedNothing(link: LinkOf<'change'>, prose: Prose): Observation | null {
  const { block, end } = link.words;
  const year = /20\d{2}/.exec(link.against)?.[0];
  for (const { subject, words } of linksOf(prose.extraction, 'absence')) {
    if (words.block !== block || words.start < link.words.start || words.start - end > SAME_SENTENCE) continue;
    const speaksOfBase =
      (year !== undefined && subject.includes(year)) || PRIOR_YEAR.test(subject) || namesBaseYear(subject, prose);
    if (!speaksOfBase) continue;
    const unit = prose.observe(link.current ?? link.amount)?.unit ?? '元';
    return { ref: `text:${block}:${words.start}`, value: '0', unit, label: words.text, place: words.place };
  }
  return null;
}

/** Characters between a change and the reason given for it. */
const SAME_SENTENCE = 60;

function namesBaseYear(subject: string, prose: Prose): boolean {
  const { fiscalYear } = prose.extraction.document;
  return fiscalYear !== null && subject.includes(String(fiscalYear - 1));
}
