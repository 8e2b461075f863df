import type { Extraction, Observation, Relation } from '../../../../schemas/index.ts';
import { observationsOf, observationsOfOther } from '../../observations.ts';
import type { Subject } from '../../subjects/index.ts';
import { subjectsOf } from '../../subjects/index.ts';
import type { Proposer } from '../proposer.ts';
import { equal } from '../relations.ts';
import { onlyNumber } from './only-number.ts';

const RULE = 'other-disclosure';

/** One pair of documents is compared in no more numbers than this. */
const MOST_NUMBERS = 400;

/**
 * D2–D4: what an earlier or later disclosure of the same unit states of the same subject — last year's final accounts
 * as 上年 figures, 年初预算 as it was published, 年末结转 as next year's 年初结转, another edition of the same document. Soft:
 * accounts are corrected and classifications change between two publications.
 */
export const otherDisclosures: Proposer = {
  name: RULE,
  propose: ({ extraction, others }) => others.flatMap((other) => compare(extraction, other)),
};

function compare(extraction: Extraction, other: Extraction): readonly Relation[] {
  if (extraction.document.sha256 === other.document.sha256) return [];
  const relations: Relation[] = [];
  for (const subject of subjectsOf(extraction).all) {
    if (relations.length >= MOST_NUMBERS) break;
    if (subject.year === '' || subject.phase === '') continue;
    const here = onlyNumber(subject, extraction, observationsOf(extraction));
    const there = here && counterpart(subject, extraction, other);
    if (here && there) relations.push(sameNumber(there, here, subject, other));
  }
  return relations;
}

/** The number the other document gives for the subject; what is carried over in, as it was carried over out. */
function counterpart(subject: Subject, extraction: Extraction, other: Extraction): Observation | null {
  const observations = observationsOfOther(other);
  const same = onlyNumber(subject, other, observations);
  if (same || subject.item !== 'carry_over_in' || subject.phase !== 'final') return same;
  if (extraction.document.kind !== 'final_accounts' || other.document.kind !== 'final_accounts') return null;
  return onlyNumber(
    { ...subject, item: 'carry_over_out', year: String(Number(subject.year) - 1) },
    other,
    observations,
  );
}

function sameNumber(there: Observation, here: Observation, subject: Subject, other: Extraction): Relation {
  const title = other.document.title || other.document.source;
  return equal(there, here, {
    rule: RULE,
    type: 'cross_document',
    strength: 'soft',
    why: {
      zh: `“${here.label}”（${subject.year}年）在《${title}》中也有公布，应一致`,
      en: `"${here.label}" (${subject.year}) is also published in "${title}"`,
    },
  });
}
