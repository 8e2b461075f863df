import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalUrl } from '../../../pipeline/discovery/index.ts';

test.each([
  ['HTTP://Czj.Example.GOV.cn:80/A/b.html#top', 'http://czj.example.gov.cn/A/b.html'],
  ['https://example.gov.cn:443', 'https://example.gov.cn/'],
  ['http://example.gov.cn./a/../b/./c.html', 'http://example.gov.cn/b/c.html'],
  ['http://192.0.2.7:88/a.html', 'http://192.0.2.7:88/a.html'],
  ['http://example.gov.cn/a.jsp;jsessionid=1F2E?id=3', 'http://example.gov.cn/a.jsp?id=3'],
  ['http://example.gov.cn/a.aspx?PHPSESSID=abc', 'http://example.gov.cn/a.aspx'],
  ['http://example.gov.cn/a.html?utm_source=x&spm=1.2&slb=true', 'http://example.gov.cn/a.html'],
  ['http://example.gov.cn/a?t=1700000000000&id=1', 'http://example.gov.cn/a?id=1'],
  ['http://example.gov.cn/a?_=0.123456789&id=1', 'http://example.gov.cn/a?id=1'],
  ['http://example.gov.cn/a?t=3&id=1', 'http://example.gov.cn/a?id=1&t=3'],
  [
    'http://example.gov.cn/index.php?m=content&c=index&a=lists&catid=362',
    'http://example.gov.cn/index.php?a=lists&c=index&catid=362&m=content',
  ],
  ['http://example.gov.cn/a?b=2&b=1&a=3', 'http://example.gov.cn/a?a=3&b=2&b=1'],
  ['http://example.gov.cn/%e9%a2%84%7e', 'http://example.gov.cn/%E9%A2%84~'],
  ['http://example.gov.cn/预算.pdf', 'http://example.gov.cn/%E9%A2%84%E7%AE%97.pdf'],
])('%s is %s', (address, canonical) => {
  expect(canonicalUrl(address)).toBe(canonical);
});

test('parameters without names keep their order: programs read them as a path', () => {
  expect(canonicalUrl('http://example.gov.cn/?info/12.htm&b=1&a=2')).toBe('http://example.gov.cn/?info/12.htm&b=1&a=2');
});

test('the identifier of a file is no session: sid stays', () => {
  expect(canonicalUrl('http://example.gov.cn/a.pdf?sid=9')).toBe('http://example.gov.cn/a.pdf?sid=9');
});

test('what is no http address is left as it is', () => {
  expect(canonicalUrl(' mailto:a@example.org ')).toBe('mailto:a@example.org');
  expect(canonicalUrl('http://')).toBe('http://');
});

const piece = fc.oneof(
  fc.constantFrom(
    ';jsessionid=1',
    '%6A',
    '%2e',
    '..',
    '/',
    '&',
    '=',
    '?',
    '#',
    '%',
    't=1700000000',
    'jsessionid',
    '预',
    ':',
    '@',
  ),
  fc.string({ maxLength: 5 }),
);

test('the canonical form of a canonical form is itself', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const once = canonicalUrl(`http://example.gov.cn/${pieces.join('')}`);
      expect(canonicalUrl(once)).toBe(once);
    }),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
      expect(canonicalUrl(canonicalUrl(url))).toBe(canonicalUrl(url));
    }),
  );
});
