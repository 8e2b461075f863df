import { editDistance } from '../../extractors/identity/edit-distance.ts';

const MOST_SUGGESTIONS = 3;
/** Two letters that changed places are two differences. */
const MIN_DIFFERENCES = 2;

/** The names someone may have meant: those that hold what was given, else those that differ least, if by at most half. */
export function nearest(wanted: string, names: readonly string[]): string[] {
  const folded = wanted.toLowerCase();
  const most = Math.max(MIN_DIFFERENCES, Math.floor(folded.length / 2));
  const ranked = names
    .map((name) => ({ name, distance: editDistance(folded, name.toLowerCase(), most) }))
    .map(({ name, distance }) => ({ name, distance: name.toLowerCase().includes(folded) ? 0 : distance }))
    .filter(({ distance }) => distance <= most)
    .toSorted((one, other) => one.distance - other.distance);
  const best = ranked[0]?.distance ?? 0;
  return ranked
    .filter(({ distance }) => distance === best)
    .slice(0, MOST_SUGGESTIONS)
    .map(({ name }) => name);
}
