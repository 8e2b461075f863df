import { figureId } from '../figures.ts';
import { phaseOf, withoutPhase } from '../language/phases.ts';
import type { Reading } from '../reading.ts';
import type { LinkMaker } from './link-maker.ts';

/** Which part of which whole a percentage states. The whole is found by its name, or is what the list divides. */
export const shareLinks: LinkMaker = ({ readings, wordsAt }) =>
  readings
    .filter((reading) => reading.role === 'share')
    .map((reading) => {
      const part = reading.about === null ? undefined : readings[reading.about];
      const whole = wholeOf(reading, part, readings);
      return {
        kind: 'share' as const,
        percent: figureId(reading.index),
        part: part ? figureId(part.index) : null,
        whole: whole ? figureId(whole.index) : null,
        wholeLabel: reading.denominator ?? '',
        words: wordsAt(reading, reading),
      };
    });

/** How many readings back a whole may have been stated. */
const FARTHEST = 60;

function wholeOf(share: Reading, part: Reading | undefined, readings: readonly Reading[]): Reading | undefined {
  const divided = part?.list?.whole == null ? undefined : readings[part.list.whole];
  const name = share.denominator ?? '';
  if (name === '') return divided;
  if (divided && (sameName(divided.label, name) || divided.label.includes(core(name)))) return divided;
  for (let i = share.index - 1; i >= Math.max(0, share.index - FARTHEST); i--) {
    const reading = readings[i];
    if (reading?.role !== 'amount' || reading.measure !== 'amount' || reading.index === part?.index) continue;
    if (reading.period === share.period && isCalled(reading, name)) return reading;
  }
  return undefined;
}

function isCalled(reading: Reading, name: string): boolean {
  return (
    sameName(reading.label, name) || (phaseOf(reading.label) !== null && sameName(reading.subject, withoutPhase(name)))
  );
}

/** "本年支出" and "本年支出合计", "总支出" and "2026年总支出" name the same total. */
function sameName(a: string, b: string): boolean {
  const [x, y] = [core(a), core(b)];
  return x !== '' && x === y;
}

function core(name: string): string {
  return name.replace(/(?:合计|总计|总额|总量|数)$/, '').replace(/^(?:部门|单位|本单位|本部门|年度)/, '');
}
