import type { Direction, Link } from '../../../schemas/index.ts';
import { figureId } from '../figures.ts';
import type { Reading } from '../reading.ts';
import type { LinkMaker } from './link-maker.ts';

/** A change as a sentence states it: now, before, the difference, the rate, against what, in which direction. */
export const changeLinks: LinkMaker = ({ readings, wordsAt }) => {
  const links: Link[] = [];
  const taken = new Set<number>();
  for (const reading of readings) {
    if (reading.role !== 'change' || taken.has(reading.index)) continue;
    const other = otherMeasure(reading, readings);
    if (other) taken.add(other.index);
    const [amount, percent] = reading.measure === 'change_amount' ? [reading, other] : [other, reading];
    const about = reading.about === null ? undefined : readings[reading.about];
    const base = baseOf(reading, readings) ?? statedBase(reading, readings);
    const current = about === base ? otherYear(reading, base, readings) : about;
    links.push({
      kind: 'change',
      current: id(current),
      base: id(base),
      amount: id(amount),
      percent: id(percent),
      against: reading.against || base?.against || other?.against || '',
      direction: directionOf(reading, other),
      subject: reading.subject,
      words: wordsAt(reading, other ?? reading),
    });
  }
  return links;
};

/** "减少10.21万元，下降0.36%": the number right behind, of the same change, in the other measure. */
function otherMeasure(reading: Reading, readings: readonly Reading[]): Reading | undefined {
  const next = readings[reading.index + 1];
  if (next?.role !== 'change' || next.sentence !== reading.sentence || next.measure === reading.measure)
    return undefined;
  return next.subject === reading.subject ? next : undefined;
}

/** The value before, stated since the current one: "比2025年年初预算数14708.87万元增加…". */
function baseOf(reading: Reading, readings: readonly Reading[]): Reading | undefined {
  for (let i = reading.index - 1; i > (reading.about ?? reading.index - 3); i--) {
    const earlier = readings[i];
    if (!earlier || earlier.sentence !== reading.sentence) return undefined;
    if (earlier.role === 'base') return earlier;
  }
  return undefined;
}

const FARTHEST_IN_BLOCK = 8;
const YEAR = /(?:19|20)\d{2}/;

/** "2023年当年预算执行数为60.13万元，…比2023年预算执行数减少57.14%": an amount of the year compared with, stated before. */
function statedBase(reading: Reading, readings: readonly Reading[]): Reading | undefined {
  const year = YEAR.exec(reading.against ?? '')?.[0];
  return year === undefined ? undefined : sameSubject(reading, readings, (earlier) => earlier.period === year);
}

/** The amount spoken of last is the base itself: the current one is that of another year. */
function otherYear(reading: Reading, base: Reading | undefined, readings: readonly Reading[]): Reading | undefined {
  return sameSubject(reading, readings, (earlier) => earlier.period !== base?.period);
}

function sameSubject(
  reading: Reading,
  readings: readonly Reading[],
  accepts: (earlier: Reading) => boolean,
): Reading | undefined {
  for (let i = reading.index - 1; i >= Math.max(0, reading.index - FARTHEST_IN_BLOCK); i--) {
    const earlier = readings[i];
    if (!earlier || earlier.block !== reading.block) return undefined;
    const isAmount = earlier.role === 'amount' && earlier.measure === 'amount';
    if (isAmount && earlier.subject === reading.subject && accepts(earlier)) return earlier;
  }
  return undefined;
}

function directionOf(reading: Reading, other: Reading | undefined): Direction | null {
  const own = reading.direction ?? null;
  const second = other?.direction ?? null;
  if (own === 'both' || second === 'both') return 'both';
  return own ?? second;
}

function id(reading: Reading | undefined): string | null {
  return reading ? figureId(reading.index) : null;
}
