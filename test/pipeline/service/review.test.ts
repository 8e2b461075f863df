import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { findingAnswer } from '../../../pipeline/service/documents/findings.ts';
import { reviewAnswer } from '../../../pipeline/service/documents/review.ts';
import { indexedFindings } from '../../../pipeline/service/findings-index.ts';
import { shownFindings } from '../../../pipeline/service/inbox.ts';
import { ServiceProblem } from '../../../pipeline/service/problems.ts';
import { serviceOf } from '../../../pipeline/service/service.ts';
import { openStore } from '../../../pipeline/store/open.ts';
import { finding, inbox, overview, reviewed } from '../../../schemas/service/index.ts';
import { gouji } from '../cli/run-cli.ts';
import { temporaryFolder } from '../made-pages.ts';
import { storedSamples } from '../stored-samples.ts';
import { answered, ask, served } from './served.ts';

const db = storedSamples('final-accounts-1.pdf', 'final-accounts-3.html');

let app: Hono;
let path: string;
let id: string;
beforeEach(async () => {
  app = served(db);
  const { items } = await answered(app, '/api/findings?limit=1', inbox);
  id = items[0]?.id ?? '';
  path = `/api/documents/${items[0]?.document}/findings/${id}`;
  await say('DELETE', {});
});

function say(method: 'PUT' | 'DELETE', body: object) {
  const headers = { 'Content-Type': 'application/json' };
  return answered(app, `${path}/review`, reviewed, { method, body: JSON.stringify(body), headers });
}

test('what is said of a finding is there for the inbox, the document, the counts and the command line', async () => {
  const told = await say('PUT', { decision: 'dismissed', reason: '附注已说明', note: '已电话询问' });
  expect(told).toEqual({
    state: 'dismissed',
    review: {
      decision: 'dismissed',
      reason: '附注已说明',
      note: '已电话询问',
      decidedAt: '2026-03-01T08:00:00.000Z',
      stale: null,
    },
  });
  const dismissed = await answered(app, '/api/findings?state=dismissed', inbox);
  expect(dismissed.items.map((item) => [item.id, item.review?.reason])).toEqual([[id, '附注已说明']]);
  expect((await answered(app, path, finding)).state).toBe('dismissed');
  const counts = (await answered(app, '/api/overview', overview)).findings;
  expect(counts.filter(({ state }) => state === 'dismissed').map(({ count }) => count)).toEqual([1]);
  expect(gouji(['review', '--db', db]).stdout).toContain('附注已说明');
});

test('saying it anew is all that counts: what was said before can be put back', async () => {
  const before = await say('PUT', { decision: 'confirmed', note: '见第3页' });
  await say('PUT', { decision: 'dismissed', reason: '四舍五入' });
  const { decision, reason, note } = before.review ?? { decision: null, reason: '', note: '' };
  expect(await say('PUT', { decision, reason, note })).toEqual(before);
});

test('a note alone leaves a finding open, and nothing said leaves no trace', async () => {
  const told = await say('PUT', { decision: null, note: '待查' });
  expect(told).toMatchObject({ state: 'open', review: { decision: null, note: '待查' } });
  expect(await say('PUT', { decision: null })).toEqual({ state: 'open', review: null });
  expect(gouji(['review', '--db', db, '--json']).stdout.trim()).toBe('[]');
});

test('a note stays when the decision is withdrawn', async () => {
  await say('PUT', { decision: 'confirmed', note: '待查' });
  expect(await say('PUT', { decision: null, note: '待查' })).toMatchObject({
    state: 'open',
    review: { decision: null, note: '待查' },
  });
});

test('the page that a decision takes a finding out of goes on where it was', async () => {
  const all = await answered(app, '/api/findings?state=open', inbox);
  const first = await answered(app, '/api/findings?state=open&limit=1', inbox);
  await say('PUT', { decision: 'confirmed' });
  const second = await answered(app, `/api/findings?state=open&limit=1&cursor=${first.next}`, inbox);
  expect(second.items[0]?.id).toBe(all.items[1]?.id);
});

test.each(['difference', 'document'])(
  'in the order of %s nothing is skipped where a whole page is decided',
  async (order) => {
    const list = `/api/findings?order=${order}&state=open`;
    const all = await answered(app, list, inbox);
    const first = await answered(app, `${list}&limit=2`, inbox);
    for (const item of first.items) {
      await ask(app, `/api/documents/${item.document}/findings/${item.id}/review`, {
        method: 'PUT',
        body: JSON.stringify({ decision: 'confirmed' }),
        headers: { 'Content-Type': 'application/json' },
      });
    }
    const second = await answered(app, `${list}&limit=2&cursor=${first.next}`, inbox);
    const ids = (items: typeof all.items) => items.map((item) => [item.document, item.id]);
    expect(second.items).not.toEqual([]);
    expect(ids(second.items)).toEqual(ids(all.items.slice(2, 4)));
    for (const item of first.items)
      await ask(app, `/api/documents/${item.document}/findings/${item.id}/review`, {
        method: 'DELETE',
        headers: { 'Content-Type': 'application/json' },
      });
  },
);

test('a decision about a finding that an ingest takes away meanwhile is refused, not lost', async () => {
  const copy = join(temporaryFolder(), 'copy.sqlite');
  copyFileSync(db, copy);
  const store = openStore(copy);
  onTestFinished(() => store.close());
  const gone = store.db.prepare<[], { document: string; finding: string }>(
    'SELECT document, id AS finding FROM findings',
  );
  const { document, finding: lost } = gone.get() ?? { document: '', finding: '' };
  const transact: typeof store.transact = (work) => {
    store.db.exec('DELETE FROM finding_operands; DELETE FROM findings');
    return store.transact(work);
  };
  const service = serviceOf({
    store: { ...store, transact },
    canWrite: true,
    language: 'zh',
    sourcesFile: '',
    clock: () => new Date(),
  });
  const request = { decision: 'confirmed', reason: '', note: '' } as const;
  expect(findingAnswer(service, document, lost).id).toBe(lost);
  expect(() => reviewAnswer(service, document, lost, request)).toThrow(ServiceProblem);
});

test('what an ingest has written in place of a finding is not told in its state', () => {
  const store = openStore(db);
  onTestFinished(() => store.close());
  const service = serviceOf({ store, canWrite: true, language: 'zh', sourcesFile: '', clock: () => new Date() });
  const [first] = indexedFindings(service);
  if (first === undefined) throw new Error('no finding');
  expect(shownFindings(service, [first]).map((shown) => shown.id)).toEqual([first.id]);
  expect(shownFindings(service, [{ ...first, id: 'before' }])).toEqual([]);
});

test('what another program decides is seen', async () => {
  expect((await answered(app, '/api/findings?state=confirmed', inbox)).total).toBe(0);
  expect(gouji(['review', id, 'confirm', '--db', db]).status).toBe(0);
  await expect
    .poll(async () => (await answered(app, '/api/findings?state=confirmed', inbox)).total, { timeout: 30_000 })
    .toBe(1);
});
