import { DisjointSets } from './disjoint-sets.ts';
import type { Rules, Segment } from './rules.ts';

/** Rules that cross or touch each other, directly or through others: the skeleton of one table, or a frame. */
export interface Component {
  readonly horizontal: readonly Segment[];
  readonly vertical: readonly Segment[];
}

/** Ends of lines may stop this far before the line they belong to. */
const TOUCH = 3;

/** Groups of crossing rules, in order of their topmost line. Rules that cross nothing form no component. */
export function crossingComponents(rules: Rules): Component[] {
  const { horizontal, vertical } = rules;
  const sets = new DisjointSets(horizontal.length + vertical.length);
  horizontal.forEach((across, h) => {
    for (let v = firstAtOrAfter(vertical, across.from - TOUCH); v < vertical.length; v++) {
      const down = vertical[v];
      if (!down || down.at > across.to + TOUCH) break;
      if (down.from - TOUCH <= across.at && across.at <= down.to + TOUCH) sets.join(h, horizontal.length + v);
    }
  });
  const groups = new Map<number, { horizontal: Segment[]; vertical: Segment[] }>();
  const groupOf = (member: number) => {
    const root = sets.root(member);
    const group = groups.get(root) ?? { horizontal: [], vertical: [] };
    groups.set(root, group);
    return group;
  };
  horizontal.forEach((segment, h) => {
    groupOf(h).horizontal.push(segment);
  });
  vertical.forEach((segment, v) => {
    groupOf(horizontal.length + v).vertical.push(segment);
  });
  return [...groups.values()].filter((group) => group.horizontal.length > 0 && group.vertical.length > 0);
}

/** Index of the first segment with `at` ≥ value in a list sorted by `at`. */
function firstAtOrAfter(segments: readonly Segment[], value: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.at ?? Number.POSITIVE_INFINITY) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
