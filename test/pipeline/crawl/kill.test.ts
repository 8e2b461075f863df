import { expect, test } from 'vitest';
import { temporaryFolder } from '../made-pages.ts';
import { crawlAndKill } from './crawl-and-kill.ts';

/** `node scripts/soak/crawl.ts` does the same with fifty kills. */
test('a crawl that is killed at any moment ends as one that was not, and asks for nothing more often than it was killed', async () => {
  const { killed, undisturbed, mostRequests, kills } = await crawlAndKill(temporaryFolder(), [0.35, 0.6, 0.85], {
    articles: 24,
    attachments: 8,
  });
  expect(killed).toBe(undisturbed);
  expect(mostRequests).toBeLessThanOrEqual(1 + kills);
}, 120_000);
