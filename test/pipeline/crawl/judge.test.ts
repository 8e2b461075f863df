import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FETCH_FAILURES, type FetchFailure, type FetchOutcome } from '../../../pipeline/crawl/contracts.ts';
import { outcomeOf, pauseAfter } from '../../../pipeline/crawl/judge.ts';
import type { QueuedUrl } from '../../../pipeline/store/crawl/urls.ts';

const URL_NEW: QueuedUrl = {
  id: 1,
  url: 'http://czj.example/1',
  address: 'http://czj.example/1',
  source: '示例',
  role: 'article',
  parent: null,
  depth: 1,
  attempts: 0,
  etag: '',
  lastModified: '',
  rawHash: null,
  contentHash: null,
  artifact: null,
  settings: null,
};
const URL_KNOWN: QueuedUrl = { ...URL_NEW, rawHash: 'a', contentHash: 'text', artifact: 'a' };

const trace = { url: '', finalUrl: '', redirects: [], status: 200, headers: {}, robots: 'allowed' as const };

function fetched(sha256: string): FetchOutcome {
  const bytes = new Uint8Array();
  return { kind: 'fetched', trace, bytes, sha256, contentType: '', declaredCharset: '', etag: '', lastModified: '' };
}

function failed(failure: FetchFailure): FetchOutcome {
  return { kind: 'failed', trace, failure, message: '', transient: false, retryAfter: null };
}

test('what an answer means depends on what is known of its URL', () => {
  expect(outcomeOf(URL_NEW, fetched('a'), 'text')).toBe('new');
  expect(outcomeOf(URL_KNOWN, fetched('a'), 'text')).toBe('unchanged');
  expect(outcomeOf(URL_KNOWN, fetched('b'), 'text')).toBe('unchanged');
  expect(outcomeOf(URL_KNOWN, fetched('b'), 'other text')).toBe('changed');
  expect(outcomeOf(URL_KNOWN, { kind: 'not-modified', trace }, null)).toBe('unchanged');
});

test('only what was there and is said to be absent is withdrawn', () => {
  const withdrawn = FETCH_FAILURES.filter((failure) => outcomeOf(URL_KNOWN, failed(failure), null) === 'withdrawn');
  expect(withdrawn).toEqual(['not-found', 'gone', 'soft-404']);
  for (const failure of FETCH_FAILURES) expect(outcomeOf(URL_NEW, failed(failure), null)).toBe('failed');
});

test('each failure doubles the pause, up to a bound and never below what the server asks for', () => {
  const hours = (transient: boolean, attempts: number) =>
    pauseAfter({ transient, retryAfter: null }, attempts) / 3_600_000;
  expect([1, 2, 3, 10].map((n) => hours(true, n))).toEqual([1, 2, 4, 24]);
  expect([1, 2, 3, 10].map((n) => hours(false, n))).toEqual([24, 48, 96, 720]);
  fc.assert(
    fc.property(fc.boolean(), fc.nat(), fc.nat(), (transient, retryAfter, attempts) => {
      expect(pauseAfter({ transient, retryAfter }, attempts)).toBeGreaterThanOrEqual(retryAfter);
    }),
  );
});
