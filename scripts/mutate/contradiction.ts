import { readPrintedNumber } from '../../extractors/numbers/printed-number.ts';
import { judge } from '../../extractors/reconcile/judge/index.ts';
import type { Direction, Judgement, Observation } from '../../schemas/index.ts';

/** What a misprint makes of the numbers and words that relations rest on. */
export interface Misprint {
  readonly ref: string;
  /** As printed now, with its unit where it is a figure of prose. */
  readonly text: string;
  readonly turned: boolean;
}

/**
 * Whether the misprint contradicts a relation that covers its place. A number that is still within its bound, a cent that
 * the rounding of others excuses, "0元" for "0万元": such a document is not wrong in any way that it shows itself.
 */
export function contradicts(misprints: readonly Misprint[], judgements: readonly Judgement[]): boolean {
  const changed = new Map(misprints.map((misprint) => [misprint.ref, misprint]));
  return judgements.some(({ outcome, relation }) => {
    const touched = relation.operands.filter(({ observation }) => observation && changed.has(observation.ref));
    if (outcome === 'broken' || outcome === 'undetermined' || touched.length === 0) return false;
    const turned = touched.some(({ observation }) => changed.get(observation?.ref ?? '')?.turned);
    const operands = relation.operands.map((operand) => {
      const misprint = changed.get(operand.observation?.ref ?? '');
      return operand.observation && misprint && !turned
        ? { ...operand, observation: reprinted(operand.observation, misprint.text) }
        : operand;
    });
    const direction = turned ? opposite(relation.direction) : relation.direction;
    return judge({ ...relation, operands, direction }).outcome === 'broken';
  });
}

function reprinted(observation: Observation, text: string): Observation {
  const digits = /-?[\d,.]*\d/.exec(text.normalize('NFKC'))?.[0].replaceAll(',', '') ?? '';
  const value = readPrintedNumber(text)?.value ?? readPrintedNumber(digits)?.value ?? observation.value;
  const unit = /[^万亿]元$/.test(text) && observation.unit === '万元' ? '元' : observation.unit;
  return { ...observation, value: observation.value.startsWith('-') ? `-${value.replace('-', '')}` : value, unit };
}

function opposite(direction: Direction | null): Direction | null {
  return direction === 'up' ? 'down' : direction === 'down' ? 'up' : direction;
}
