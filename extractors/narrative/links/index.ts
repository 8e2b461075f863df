import type { Link } from '../../../schemas/index.ts';
import { absenceLinks } from './absence.ts';
import { balanceLinks } from './balance.ts';
import { changeLinks } from './change.ts';
import { comparisonLinks } from './comparison.ts';
import { completionLinks } from './completion.ts';
import { flatLinks } from './flat.ts';
import type { LinkContext } from './link-maker.ts';
import { partsLinks } from './parts.ts';
import { shareLinks } from './share.ts';

const makers = [
  partsLinks,
  shareLinks,
  changeLinks,
  flatLinks,
  completionLinks,
  comparisonLinks,
  absenceLinks,
  balanceLinks,
];

/** Everything the sentences claim of how their numbers hang together, by kind and then in reading order. */
export function makeLinks(context: LinkContext): readonly Link[] {
  return makers.flatMap((make) => make(context));
}
