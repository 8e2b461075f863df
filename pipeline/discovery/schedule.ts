import { Cron } from 'croner';
import type { Source } from './source.ts';

/** When the source is due next after `after`; null where its schedule names no day to come (30 February). */
export function nextRun({ schedule }: Pick<Source, 'schedule'>, after: Date): Date | null {
  return new Cron(schedule.cron, { timezone: schedule.timeZone, paused: true }).nextRun(after);
}
