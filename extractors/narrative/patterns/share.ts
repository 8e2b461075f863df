import { aboutReading, currentSubject, currentWhole } from '../discourse.ts';
import { nameIn } from '../language/names.ts';
import type { Pattern } from './pattern.ts';

/** A part of a whole: "占本年支出合计的99.85%", "占比54.15%", "占总收入比重为3%", "所占比例为12%". */
const OF_WHOLE = /占(?<whole>[^占]{0,60}?)(?:的)?(?:比重|比例|百分比|比率|比)?(?:的)?(?:约为|为|约|达到?|是|：)?$/;
const SHARE_ITSELF = /(?:所占)?(?:比重|占比)(?:为|达到?|是|：)?$/;
/** "其中：中小企业占…": what is shared out may be named before 占. */
const BEFORE = /(?:分别|各|约|共|仅|就|所|总)?$/;

export const share: Pattern = {
  name: 'share',
  expressions: [OF_WHOLE, SHARE_ITSELF, BEFORE],
  read({ quantity, lead }, discourse) {
    if (quantity.unit !== '%') return null;
    const match = OF_WHOLE.exec(lead) ?? SHARE_ITSELF.exec(lead);
    if (!match) return null;
    const whole = (match.groups?.whole ?? '').replace(/^(?:了|到)/, '');
    const named = nameIn(lead.slice(0, match.index).replace(BEFORE, ''), discourse.issuer).text;
    const about = aboutReading(discourse);
    const label = named || about?.label || currentSubject(discourse);
    const denominator = nameIn(whole, discourse.issuer).text || whole || discourse.within;
    return {
      role: 'share',
      measure: 'share_percent',
      label,
      qualifier: denominator || (named ? '' : (about?.qualifier ?? '')) || currentWhole(discourse),
      subject: named || currentSubject(discourse),
      denominator,
      named: named !== '',
    };
  },
};
