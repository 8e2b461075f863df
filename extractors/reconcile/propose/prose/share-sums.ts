import type { Observation, Relation } from '../../../../schemas/index.ts';
import type { Proposer } from '../proposer.ts';
import { sum } from '../relations.ts';
import type { LinkOf, Prose } from './prose.ts';
import { linksOf, proseOf } from './prose.ts';

const RULE = 'narrative-shares-complete';

/** N2: the shares of a complete list add up to 100 %, but for the rounding of each. */
export const shareSums: Proposer = {
  name: RULE,
  propose: (context) => {
    const prose = proseOf(context);
    const percentOf = new Map(
      linksOf(context.extraction, 'share').flatMap(({ part, percent }) =>
        part === null ? [] : [[part, percent] as const],
      ),
    );
    return linksOf(context.extraction, 'parts').flatMap((link) => relationOf(link, percentOf, prose));
  },
};

function relationOf(link: LinkOf<'parts'>, percentOf: ReadonlyMap<string, string>, prose: Prose): readonly Relation[] {
  if (!link.complete || link.parts.length < 2) return [];
  const percents: Observation[] = [];
  for (const part of link.parts) {
    const percent = prose.observe(percentOf.get(part) ?? null);
    if (percent) percents.push(percent);
    else if (!isZero(prose.observe(part))) return [];
  }
  if (percents.length < 2) return [];
  return [
    sum(percents, wholeList(link, percents), {
      rule: RULE,
      type: 'share',
      why: { zh: '各项占比之和应为100%', en: 'The shares of all parts add up to 100 %' },
    }),
  ];
}

function isZero(observation: Observation | null): boolean {
  return observation !== null && !/[1-9]/.test(observation.value);
}

/** 100 %, as exactly as the least exact of the shares is printed. */
function wholeList({ words }: LinkOf<'parts'>, percents: readonly Observation[]): Observation {
  const decimals = Math.min(...percents.map(({ value }) => (value.split('.')[1] ?? '').length));
  return {
    ref: `text:${words.block}:${words.start}`,
    value: decimals === 0 ? '100' : `100.${'0'.repeat(decimals)}`,
    unit: '%',
    label: '各项占比合计',
    place: words.place,
  };
}
