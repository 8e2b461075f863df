import type { Language } from '../../messages/language.ts';

/** In the zone of the reader, to the minute: a crawl is looked for by day and hour. */
export function whenText(iso: string, language: Language): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    year: 'numeric',
    month: language === 'zh' ? '2-digit' : 'short',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

export interface Span {
  readonly hours: number;
  readonly minutes: number;
}

/** How long a run took; undefined where the times do not say. */
export function spanOf(started: string, ended: string): Span | undefined {
  const minutes = Math.round((Date.parse(ended) - Date.parse(started)) / 60_000);
  return Number.isFinite(minutes) && minutes >= 0
    ? { hours: Math.floor(minutes / 60), minutes: minutes % 60 }
    : undefined;
}
