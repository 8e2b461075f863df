import { existsSync } from 'node:fs';
import type { SourceList, SourceStatus } from '../../schemas/service/index.ts';
import { MESSAGES } from '../cli/messages/index.ts';
import { readSources } from '../crawl/sources.ts';
import { nextTime } from '../crawl/watch.ts';
import { sourceStatuses } from '../store/crawl/status.ts';
import { webAddressOf } from './catalogue.ts';
import type { Service } from './service.ts';

/** Addresses shown for each cause. */
const EXAMPLES = 5;

/** GET /api/sources */
export async function sourcesAnswer(service: Service): Promise<SourceList> {
  const { store, sourcesFile } = service;
  const now = service.clock();
  const scheduled = await scheduledSources(sourcesFile);
  const next = new Map(
    (scheduled ?? []).map((source) => [source.name, nextTime(store, source, now)?.toISOString() ?? null]),
  );
  const statuses = sourceStatuses(store);
  const crawled = new Set(statuses.map(({ source }) => source));
  return {
    items: statuses.map(({ failed, ...status }) => ({
      ...status,
      failed: Object.entries(failed).map(([cause, count]) => failureOf(service, status.source, cause, count)),
      nextRun: next.get(status.source) ?? null,
    })),
    notYet: [...next].filter(([source]) => !crawled.has(source)).map(([source, nextRun]) => ({ source, nextRun })),
    isScheduled: scheduled !== null,
  };
}

/** null where there is no file, or one with mistakes: `gouji crawl` names them. */
async function scheduledSources(file: string) {
  if (!existsSync(file)) return null;
  try {
    return await readSources(file, { allowPrivate: false });
  } catch {
    return null;
  }
}

function failureOf({ store }: Service, source: string, cause: string, count: number): SourceStatus['failed'][number] {
  const worded = (messages: Readonly<Record<string, string>>) => messages[cause] ?? cause;
  const examples = store.db
    .prepare<[string, string, number], { address: string; anchor: string; lastSeen: string }>(
      `SELECT address, anchor, last_seen AS lastSeen FROM crawl_urls WHERE source = ? AND failure = ?
       ORDER BY last_seen DESC, id LIMIT ?`,
    )
    .all(source, cause, EXAMPLES);
  return {
    cause,
    message: { zh: worded(MESSAGES.zh.fetchFailures), en: worded(MESSAGES.en.fetchFailures) },
    count,
    examples: examples.map(({ address, anchor, lastSeen }) => {
      return { url: webAddressOf(address), text: anchor || address, lastSeen };
    }),
  };
}
