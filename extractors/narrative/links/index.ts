import type { Link } from '../../../schemas/index.ts';
import { figureId } from '../figures.ts';
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

/**
 * Everything the sentences claim of how their numbers hang together, by kind and then in reading order. What says about how
 * much ("近三成", "5%-10%") claims nothing that could be worked out.
 */
export function makeLinks(context: LinkContext): readonly Link[] {
  const loose = new Set(
    context.readings.filter(({ statement }) => statement.quantity.loose).map(({ index }) => figureId(index)),
  );
  const links = makers.flatMap((make) => make(context));
  return loose.size === 0
    ? links
    : links.filter(
        (link) =>
          !Object.values(link)
            .flat()
            .some((id) => loose.has(String(id))),
      );
}
