import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentEncodeGbk } from '../../../pipeline/discovery/gbk.ts';
import { discover } from '../../../pipeline/discovery/index.ts';
import { columnPage, LIST, pageOf, sourceWith } from './page.ts';

const SITE = 'https://czj.example.gov.cn';
const urls = (html: string | Uint8Array, more = {}, reading: 'list' | 'article' = 'list', url = LIST) =>
  discover(pageOf(html, url), sourceWith(more), reading).map((link) => link.url);

test('links are found wherever sites put them, in the order of the page', () => {
  const page = columnPage(`
    <a href="/1001.html">甲局预算</a>
    <a href="javascript:void(0)" onclick="window.open('/1002.html')">乙局预算</a>
    <a href="javascript:openFile('/files/1003.pdf')">丙局预算</a>
    <li data-href="/1004.html">丁局预算</li>
    <span appendix="/files/1005.xls">戊局预算</span>
    <iframe src="/files/1006.pdf"></iframe>
    <embed src="/files/1007.pdf">
    <script>var file = "/files/1008.docx";</script>`);
  expect(urls(page)).toEqual(
    [
      '/1001.html',
      '/1002.html',
      '/files/1003.pdf',
      '/1004.html',
      '/files/1005.xls',
      '/files/1006.pdf',
      '/files/1007.pdf',
      '/files/1008.docx',
    ].map((path) => SITE + path),
  );
});

test('a page that only leads on is followed: meta refresh, location in a script', () => {
  const forward = (html: string) => discover(pageOf(html, `${SITE}/`), sourceWith());
  expect(forward('<meta http-equiv="refresh" content="0; url=zwgk/index.html">')).toEqual([
    { url: `${SITE}/zwgk/index.html`, role: 'list', text: '', sameList: true },
  ]);
  expect(forward(`<script>window.location.href = 'zwgk/';</script>`)).toMatchObject([{ url: `${SITE}/zwgk/` }]);
});

test('base href is where relative links start from', () => {
  expect(urls(columnPage('<a href="1001.html">预算</a>', '<base href="/other/">'))).toEqual([
    `${SITE}/other/1001.html`,
  ]);
});

test('links are given once; words shown for a later one fill in for a picture', () => {
  const page = columnPage('<a href="/1001.html#a"><img src="x.png"></a><a href="/1001.html">甲局预算</a>');
  expect(discover(pageOf(page), sourceWith())).toEqual([
    { url: `${SITE}/1001.html`, role: 'article', text: '甲局预算', sameList: false },
  ]);
});

test('a cut text gives way to the title', () => {
  const page = columnPage('<a href="/1001.html" title="示例市市场监督管理局2024年部门预算">示例市市场监督管…</a>');
  expect(discover(pageOf(page), sourceWith())[0]?.text).toBe('示例市市场监督管理局2024年部门预算');
});

test('the frame of the portal is left out, by element and by name; pages are turned wherever that stands', () => {
  const page = columnPage(`<header><div class="topNav"><a href="/1.html">预算</a></div></header>
    <nav><a href="/2002.html">决算</a></nav><div id="main"><a href="/1001.html">甲局预算</a></div>
    <nav class="pages"><a href="index_2.html">下一页</a></nav>
    <div class="friend-link"><a href="/3003.html">财政部预算</a></div><footer><a href="/4004.html">预算</a></footer>`);
  expect(urls(page)).toEqual([`${SITE}/1001.html`, `${SITE}/zwgk/yjsgk/index_2.html`]);
});

test('an element that holds the whole page is no frame, whatever it is called', () => {
  expect(
    urls(columnPage('<div class="header"><a href="/1001.html">甲局预算</a><a href="/1002.html">乙局预算</a></div>')),
  ).toHaveLength(2);
});

test('a page of a column with another name gives only links that say they are disclosures', () => {
  const page = `<title>公示公告</title><a href="/1001.html">甲局预算公开</a><a href="/1002.html">停水公告</a>`;
  expect(urls(page)).toEqual([`${SITE}/1001.html`]);
  expect(urls(page, { articles: { words: 'any' } })).toHaveLength(2);
  expect(urls(page, { articles: { words: ['停水'] } })).toEqual([`${SITE}/1002.html`]);
});

test('in a column of disclosures units need not repeat its name; news about budgets are no disclosures', () => {
  const page = columnPage('<a href="/1001.html">示例市民政局</a><a href="/1002.html">我局召开预算编制会议</a>');
  expect(urls(page)).toEqual([`${SITE}/1001.html`]);
});

test('a unit whose name has a word of news discloses like any other', () => {
  const titles = [
    '示例市教育考试院2024年部门预算',
    '示例市干部培训中心2023年度决算公开（附表）',
    '会议中心2024年部门预算.pdf',
  ];
  const page = columnPage(titles.map((title, index) => `<a href="/100${index}.html">${title}</a>`).join(''));
  expect(urls(page)).toHaveLength(3);
  expect(urls(page, { articles: { without: ['考试'] } })).toHaveLength(2);
});

test('years outside of those wanted are left; a title without a year is not', () => {
  const page = columnPage(
    '<a href="/1001.html">2018年预算</a><a href="/1002.html">2024年度决算</a><a href="/1003.html">预算</a>',
  );
  expect(urls(page, { articles: { years: { from: 2023 } } })).toEqual([`${SITE}/1002.html`, `${SITE}/1003.html`]);
});

test('columns are lists, one step deeper; depth 0 follows none', () => {
  const page = columnPage('<a href="bmys/">部门预算</a><a href="2023/index.html">2023年</a><a href="/news/">新闻</a>');
  expect(discover(pageOf(page), sourceWith()).map(({ role, sameList, url }) => [role, sameList, url])).toEqual([
    ['list', false, `${SITE}/zwgk/yjsgk/bmys/`],
    ['list', false, `${SITE}/zwgk/yjsgk/2023/index.html`],
  ]);
  expect(urls(page, { lists: { depth: 0 } })).toEqual([]);
});

test('other hosts only where the source names them; www. is no other host; no logins, no other schemes', () => {
  const page =
    columnPage(`<a href="https://www.czj.example.gov.cn/1001.html">预算</a><a href="//xxgk.example.gov.cn/1002.html">预算</a>
    <a href="https://evil.example/1003.html">预算</a><a href="https://a:b@czj.example.gov.cn/1004.html">预算</a>
    <a href="file:///etc/passwd">预算</a><a href="ftp://czj.example.gov.cn/1.pdf">预算</a><a href="data:text/html,1001.html">预算</a>`);
  expect(urls(page)).toEqual(['https://www.czj.example.gov.cn/1001.html']);
  expect(urls(page, { hosts: ['xxgk.example.gov.cn'] })).toHaveLength(2);
});

test('a source may say by address what is an article and what a list', () => {
  const page = columnPage('<a href="/x/a">甲</a><a href="/y/b">乙</a><a href="/l/c">丙</a>');
  const more = { articles: { urls: ['/x/*'], words: 'any' }, lists: { urls: ['*/l/*'] } };
  expect(discover(pageOf(page), sourceWith(more)).map(({ role, url }) => `${role} ${url}`)).toEqual([
    `article ${SITE}/x/a`,
    `list ${SITE}/l/c`,
  ]);
});

/** "<a href="show.aspx?id=1&name=预算">预算</a>" in GBK. */
function gbkPage(): Uint8Array {
  const html =
    '<meta charset="gb2312"><title>预算</title><a href="show.aspx?id=1&name=预算">甲局预算</a><a href="%D4%A4%CB%E3.pdf"></a>';
  const escaped = percentEncodeGbk(html.replaceAll('%', '%25'));
  return Uint8Array.from(Buffer.from(fromEscapes(escaped), 'latin1'));
}

function fromEscapes(text: string): string {
  return text.replace(/%([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

test('a page in GBK: words are read, parameters are sent in GBK as browsers do, escapes stay', () => {
  const links = discover(pageOf(gbkPage()), sourceWith());
  expect(links).toEqual([
    { url: `${SITE}/zwgk/yjsgk/show.aspx?id=1&name=%D4%A4%CB%E3`, role: 'article', text: '甲局预算', sameList: false },
    { url: `${SITE}/zwgk/yjsgk/%D4%A4%CB%E3.pdf`, role: 'attachment', text: '', sameList: false },
  ]);
});

test('a page that declares GBK and is UTF-8 is read as UTF-8', () => {
  expect(discover(pageOf(columnPage('<a href="/1001.html">甲局预算</a>'), LIST, 'gbk'), sourceWith())[0]?.text).toBe(
    '甲局预算',
  );
});

test('names that would be code elsewhere are data', () => {
  const text = '<img src=x onerror=alert(1)>预算"\'\u202e__proto__';
  const page = columnPage(
    `<a href="/1001.html">${text.replaceAll('<', '&lt;')}</a><a href="/2002.html?a=%3Cscript%3E">constructor预算</a>`,
  );
  const links = discover(pageOf(page), sourceWith());
  expect(links.map(({ url }) => url)).toEqual([`${SITE}/1001.html`, `${SITE}/2002.html?a=%3Cscript%3E`]);
  expect(links[0]?.text).toContain('<img src=x onerror=alert(1)>预算');
});

test('script pages are bounded by the source', () => {
  const page = columnPage('<script>createPageHTML(999999, 0, "index", "html")</script>');
  expect(urls(page, { lists: { pages: 7 } })).toHaveLength(6);
});

test('sitemaps and feeds are lists', () => {
  const sitemap = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    <url><loc>${SITE}/202402/t20240220_123.html</loc></url><url><loc>https://evil.example/t20240220_1.html</loc></url></urlset>`;
  expect(discover(pageOf(sitemap, `${SITE}/sitemap.xml`), sourceWith())).toEqual([
    { url: `${SITE}/202402/t20240220_123.html`, role: 'article', text: '', sameList: false },
  ]);
  const index = `<sitemapindex><sitemap><loc>${SITE}/sitemap-1.xml</loc></sitemap></sitemapindex>`;
  expect(discover(pageOf(index, `${SITE}/sitemap.xml`), sourceWith())).toMatchObject([
    { role: 'list', url: `${SITE}/sitemap-1.xml` },
  ]);
  const feed = `<rss><channel><title>公告</title><link>${SITE}/</link><item><title><![CDATA[甲局预算]]></title><link>${SITE}/1001.html</link></item>
    <item><title>停水</title><link>${SITE}/1002.html</link></item></channel></rss>`;
  expect(discover(pageOf(feed, `${SITE}/rss.xml`), sourceWith())).toMatchObject([
    { url: `${SITE}/1001.html`, text: '甲局预算' },
  ]);
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>甲局决算</title><link href="/1003.html"/></entry></feed>`;
  expect(discover(pageOf(atom, `${SITE}/atom.xml`), sourceWith())).toMatchObject([{ url: `${SITE}/1003.html` }]);
});

test('a document type ends the reading of a sitemap: no entity is ever expanded', () => {
  const bomb = `<?xml version="1.0"?><urlset><url><loc>${SITE}/202402/t20240220_123.html</loc></url></urlset>`;
  const withType = bomb.replace('<urlset>', `<!DOCTYPE urlset [<!ENTITY a "${SITE}/">]><urlset>`);
  expect(urls(withType)).toEqual([]);
  const deep = `<urlset>${'<a>'.repeat(100_000)}`;
  expect(urls(deep)).toEqual([]);
});

test('anything at all is read without an error', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.webUrl(), (bytes, url) => {
      discover({ url, bytes, declaredCharset: '' }, sourceWith());
    }),
  );
  const tag = fc.constantFrom(
    '<a href="',
    '">',
    '</a>',
    '<script>',
    '</script>',
    '<![CDATA[',
    ']]>',
    '预算',
    '<iframe src=',
    'createPageHTML(',
    '?',
    '://',
    '<base href="http://[">',
    "onclick='",
    '<urlset>',
    '<loc>',
    '<datastore>',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(tag, fc.string({ maxLength: 6 })), { maxLength: 40 }), (pieces) => {
      discover(pageOf(pieces.join('')), sourceWith());
    }),
    { numRuns: 500 },
  );
  expect(discover(pageOf('<a href="/1.html">预算</a>', 'no address'), sourceWith())).toEqual([]);
});

test('100,000 links, or links nested 100,000 deep, take seconds', () => {
  const many = Array.from(
    { length: 100_000 },
    (_, index) => `<li><a href="/${1000 + index}.html">预算${index}</a></li>`,
  );
  const start = performance.now();
  expect(urls(columnPage(many.join('')))).toHaveLength(100_000);
  urls(columnPage('<div onclick="go(\'/1001.html\')" class="nav">预算'.repeat(100_000)));
  urls(columnPage(`<script>${'"createPageHTML(" + "'.repeat(20_000)}</script>`));
  urls(columnPage(`<a onclick="${"'".repeat(100_000)}">预算</a>`));
  expect(performance.now() - start).toBeLessThan(30_000);
});
