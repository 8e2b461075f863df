import type { Discourse } from '../discourse.ts';
import { aboutReading, currentSubject } from '../discourse.ts';
import { comparisonIn } from '../language/against.ts';
import { nameIn } from '../language/names.ts';
import { phaseAtEnd, withoutPhase } from '../language/phases.ts';
import type { Sketch } from '../reading.ts';
import type { Pattern } from './pattern.ts';

/**
 * What something is compared with, stated in passing: "比2025年年初预算数14708.87万元增加…", "（上年3468.18万元）",
 * "由上年的20万元减少到15万元".
 */
const IN_PASSING =
  /^(?:注：|其中|即)?(?:(?:19|20)\d{2}年|上一?年|去年)度?(?:同期)?(?:的)?(?:预算|决算|执行|支出|收入|预算安排)?(?:数|金额)?(?:为|是|安排|：)?$/;
const FROM = /(?:由|从)((?:(?:19|20)\d{2}年|上一?年|去年|年初|年初预算)[^，；。]{0,16}?)(?:的|为)?$/;
const YEAR = /(?:19|20)\d{2}/;
const PRIOR = /上一?年|去年/;

export const base: Pattern = {
  name: 'base',
  expressions: [IN_PASSING, FROM, YEAR, PRIOR],
  read({ quantity, lead, opener, depth }, discourse) {
    if (quantity.measures !== 'amount' && quantity.measures !== 'headcount') return null;
    const comparison = comparisonIn(lead);
    if (comparison && /^(?:为|的|是)?$/.test(lead.slice(comparison.end))) {
      return sketch(comparison.against, lead.slice(0, comparison.start), quantity.measures, discourse);
    }
    if ((opener === '（' || (depth > 0 && opener === '：')) && IN_PASSING.test(lead))
      return sketch(lead, '', quantity.measures, discourse);
    const from = FROM.exec(lead);
    return from ? sketch(from[1] ?? '', lead.slice(0, from.index), quantity.measures, discourse) : null;
  },
};

function sketch(against: string, words: string, measures: string, discourse: Discourse): Sketch {
  const named = withoutPhase(nameIn(words, discourse.issuer).text);
  const subject = named || currentSubject(discourse);
  const label = nameIn(against, '').text || against;
  return {
    role: 'base',
    measure: measures === 'headcount' ? 'headcount' : 'amount',
    label: phaseAtEnd(label) ? label : subject,
    qualifier: phaseAtEnd(label) ? subject : (aboutReading(discourse)?.qualifier ?? ''),
    subject,
    phase: phaseAtEnd(label),
    period: periodOf(against, discourse),
    against,
    named: named !== '',
  };
}

function periodOf(against: string, discourse: Discourse): string {
  const year = YEAR.exec(against)?.[0];
  if (year !== undefined) return year;
  if (PRIOR.test(against) && discourse.fiscalYear !== null) return String(discourse.fiscalYear - 1);
  return discourse.period;
}
