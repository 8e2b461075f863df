import { describe, expect, test } from 'vitest';
import type { Candidate } from '../../../pipeline/dossiers/candidate.ts';
import { companionsOf } from '../../../pipeline/dossiers/companions.ts';
import { groupDossiers } from '../../../pipeline/dossiers/group.ts';
import { linkTarget } from '../../../pipeline/dossiers/linked.ts';

function candidate(source: string, given: Partial<Candidate> = {}): Candidate {
  return {
    id: source,
    sha256: source,
    source,
    sources: [source],
    mediaType: source.endsWith('.html') ? 'text/html' : 'application/pdf',
    issuer: '清河市档案馆',
    fiscalYear: 2024,
    kind: 'budget',
    links: [],
    forms: [],
    figures: 0,
    ...given,
  };
}

const groups = (...candidates: Candidate[]): string[][] =>
  groupDossiers(candidates).map(({ members }) => members.map(({ source }) => source));

describe('files of one disclosure', () => {
  test('narrative and tables of the same unit, year and kind in one folder', () => {
    const narrative = candidate('a/说明.pdf', { figures: 40 });
    const tables = candidate('a/报表.pdf', { forms: ['budget.01', 'budget.02'] });
    expect(groups(narrative, tables)).toEqual([['a/报表.pdf', 'a/说明.pdf']]);
    expect(groups(tables, narrative)).toEqual([['a/报表.pdf', 'a/说明.pdf']]);
  });

  test('not in another folder, year, kind or of another unit', () => {
    const tables = candidate('a/报表.pdf', { forms: ['budget.01'] });
    for (const other of [
      candidate('b/说明.pdf', { figures: 40 }),
      candidate('a/说明.pdf', { figures: 40, fiscalYear: 2023 }),
      candidate('a/说明.pdf', { figures: 40, kind: 'final_accounts' }),
      candidate('a/说明.pdf', { figures: 40, issuer: '清河市图书馆' }),
      candidate('a/说明.pdf', { figures: 40, issuer: '' }),
    ])
      expect(groups(tables, other)).toHaveLength(2);
  });

  test('two editions of the same disclosure stay apart', () => {
    const first = candidate('a/1.pdf', { forms: ['budget.01'], figures: 40 });
    const second = candidate('a/2.pdf', { forms: ['budget.01'], figures: 40 });
    const third = candidate('a/3.pdf', { forms: [], figures: 40 });
    expect(groups(first, second, third)).toHaveLength(3);
  });

  test('members of one archive, whatever folders it has inside', () => {
    const narrative = candidate('a.zip!/正文/说明.pdf', { figures: 40 });
    const tables = candidate('a.zip!/附表/报表.pdf', { forms: ['budget.01'] });
    expect(groups(narrative, tables)).toHaveLength(1);
  });

  test('a page and the attachments it links to, even where these do not say whose they are', () => {
    const page = candidate('w/index.html', { links: ['files/%E8%A1%A8.pdf', '#top', 'https://example.org/x.pdf'] });
    const sheet = candidate('w/files/表.pdf', { issuer: '', fiscalYear: null, kind: 'unknown' });
    expect(groups(sheet, page)).toEqual([['w/files/表.pdf', 'w/index.html']]);
  });

  test('an HTML page under the name of a workbook is an attachment, another article is none', () => {
    const html = { mediaType: 'text/html', issuer: '', fiscalYear: null, kind: 'unknown' } as const;
    const page = candidate('http://a.example/t1.html', { links: ['表.xls', 't2.html', 'down.jsp?f=表二.xls'] });
    const sheet = candidate('http://a.example/%E8%A1%A8.xls', html);
    const article = candidate('http://a.example/t2.html', html);
    const named = candidate('http://a.example/down.jsp?f=%E8%A1%A8%E4%BA%8C.xls', html);
    expect(groups(page, sheet, article, named)).toEqual([[sheet.source, named.source, page.source], [article.source]]);
  });

  test('a page that lists the files of several units joins none of them', () => {
    const page = candidate('w/index.html', {
      issuer: '',
      fiscalYear: null,
      kind: 'unknown',
      links: ['1.pdf', '2.pdf'],
    });
    const own = candidate('w/1.pdf', { issuer: '清河市图书馆' });
    expect(groups(page, own, candidate('w/2.pdf'))).toHaveLength(3);
  });

  test('a page keeps its own attachment among those of others', () => {
    const page = candidate('w/index.html', { links: ['1.pdf', '2.pdf'] });
    const own = candidate('w/1.pdf');
    const other = candidate('w/2.pdf', { fiscalYear: 2023 });
    expect(groups(page, own, other)).toEqual([['w/1.pdf', 'w/index.html'], ['w/2.pdf']]);
  });
});

describe('targets of links', () => {
  test.each([
    ['附件.xls', 'a/b/page.html', 'a/b/附件.xls'],
    ['./%E9%99%84.pdf?x=1#p2', 'a/page.html', 'a/附.pdf'],
    ['../c.pdf', 'a/b/page.html', 'a/c.pdf'],
    ['./P020.pdf', 'https://example.org/x/t1.html', 'https://example.org/x/P020.pdf'],
    ['http://example.org/f.pdf#a', 'a/page.html', 'http://example.org/f.pdf'],
  ])('%s on %s is %s', (href, page, target) => expect(linkTarget(href, page)).toBe(target));

  test.each(['javascript:void(0)', 'mailto:a@example.org', '#top', '/absolute.pdf'])(
    '%s on a kept page names no file',
    (href) => expect(linkTarget(href, 'a/page.html')).toBeNull(),
  );
});

describe('other disclosures of the unit', () => {
  const own = candidate('now.pdf');
  const names = (...others: Candidate[]) => companionsOf([own], [own, ...others]).map(({ source }) => source);

  test('are those of this and the neighbouring years, nearest first', () => {
    const before = candidate('before.pdf', { fiscalYear: 2023 });
    const accounts = candidate('accounts.pdf', { kind: 'final_accounts' });
    const longAgo = candidate('old.pdf', { fiscalYear: 2020 });
    expect(names(longAgo, before, accounts)).toEqual(['accounts.pdf', 'before.pdf']);
  });

  test('are never another edition of the same, nor of another unit', () => {
    expect(names(candidate('again.pdf'), candidate('x.pdf', { issuer: '清河市图书馆', fiscalYear: 2023 }))).toEqual([]);
  });
});
