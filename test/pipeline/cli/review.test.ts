import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { disclosurePage, temporaryFolder, writePage } from '../made-pages.ts';
import { gouji } from './run-cli.ts';

let page = '';
let stored = '';
beforeAll(() => {
  page = writePage(temporaryFolder(), '档案馆.html', disclosurePage());
  stored = join(page, '../stored.sqlite');
  gouji(['ingest', page, '--db', stored]);
}, 60_000);

function reviewed() {
  const file = join(temporaryFolder(), 'a.sqlite');
  copyFileSync(stored, file);
  const run = (...args: string[]) => gouji([...args, '--db', file]);
  const listed = (...args: string[]): { id: string; state: string; review: { reason: string } | null }[] =>
    JSON.parse(run('findings', '--json', ...args).stdout);
  return { run, listed, id: listed()[0]?.id ?? '' };
}

test('a finding that was dismissed is not listed, but is not lost', () => {
  const { run, listed, id } = reviewed();
  expect(listed()[0]).toMatchObject({ state: 'open', review: null });
  const count = listed().length;
  expect(run('review', id, 'dismiss').stderr).toContain('--reason');
  expect(run('review', id, 'dismiss').status).toBe(2);
  expect(run('review', id, 'dismiss', '--reason', ' ').stderr).toContain('The argument --reason is missing');
  expect(run('review', id, 'note', '').stderr).toContain('The argument text is missing');
  expect(run('review').stdout).toContain('0 reviews.');
  expect(run('review', id.slice(0, 8), 'dismiss', '--reason', '附注已说明').stdout).toContain('dismissed');
  expect(listed()).toHaveLength(count - 1);
  expect(listed('--state', 'dismissed')).toMatchObject([{ id, state: 'dismissed', review: { reason: '附注已说明' } }]);
  expect(listed('--all')).toHaveLength(count);
  expect(run('findings', '--state', 'dismissed').stdout).toContain('reason: 附注已说明');
  expect(run('review', id, 'undo').status).toBe(0);
  expect(listed()).toHaveLength(count);
});

test('a note stays when the finding is confirmed, and the list of reviews tells both', () => {
  const { run, listed, id } = reviewed();
  run('review', id, 'note', '已电话询问');
  expect(listed('--state', 'open')[0]).toMatchObject({ state: 'open', review: { note: '已电话询问' } });
  run('review', id, 'confirm');
  expect(listed('--state', 'confirmed')).toMatchObject([{ id, review: { decision: 'confirmed', note: '已电话询问' } }]);
  const list = run('review').stdout;
  expect(list).toContain(`confirmed  ${id}`);
  expect(list).toContain('note: 已电话询问');
  expect(list).toContain('1 review.');
  expect(run('--lang', 'zh', 'review').status).toBe(0);
});

test('reading the document again keeps what was decided; a new version of it asks again', () => {
  const { run, listed, id } = reviewed();
  run('review', id, 'dismiss', '--reason', '印刷');
  run('ingest', page);
  expect(listed('--state', 'dismissed').map((finding) => finding.id)).toEqual([id]);

  writePage(join(page, '..'), '档案馆.html', `${disclosurePage()}<p>更正：联系电话已变更。</p>`);
  run('ingest', page);
  const stale = listed('--state', 'stale');
  expect(stale.map((finding) => finding.id)).toEqual([id]);
  expect(run('findings').stdout).toContain('in another version of this document');
  expect(run('review').stdout).toContain('the document has been replaced');
  expect(run('review', '--document', page).stdout).toContain('the document has been replaced');

  const [old, now] = JSON.parse(run('documents', '--json').stdout) as { id: string }[];
  for (const document of [old?.id ?? '', now?.id ?? ''])
    run('review', id, 'dismiss', '--reason', '仍为印刷', '--document', document);
  expect(listed('--state', 'stale')).toEqual([]);
});

test('a finding that is named in no way or in two is not decided about', () => {
  const { run, id } = reviewed();
  expect(run('review', 'ffffffffffff', 'confirm').stderr).toContain('No finding or review');
  writePage(join(page, '..'), 'again.html', `${disclosurePage()}<p>又及。</p>`);
  run('ingest', join(page, '..', 'again.html'));
  const ambiguous = run('review', id, 'confirm');
  expect(ambiguous.stderr).toContain('matches 2 findings');
  expect(ambiguous.stderr).toContain('again.html');
  expect(ambiguous.status).toBe(1);
  expect(run('review', id, 'agree').status).toBe(2);
});

test('show tells what was decided about each finding, also of those that were dismissed', () => {
  const { run, id } = reviewed();
  run('review', id, 'dismiss', '--reason', '附注已说明');
  run('review', id, 'note', '已电话询问');
  const { stdout } = run('show', '档案馆');
  expect(stdout).toContain(id);
  expect(stdout).toContain('dismissed');
  expect(stdout).toContain('reason: 附注已说明');
  expect(stdout).toContain('note: 已电话询问');
  run('review', id, 'confirm');
  expect(run('show', '档案馆').stdout).toContain('confirmed');
});
