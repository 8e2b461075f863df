import { expect, test } from 'vitest';
import { discover } from '../../../pipeline/discovery/index.ts';
import { columnPage, LIST, pageOf, sourceWith } from './page.ts';

/** What a page of each common site system is found to link to: role and address, in the order of the page. */
function found(html: string | Uint8Array, { url = LIST, reading = 'list' as 'list' | 'article', more = {} } = {}) {
  return discover(pageOf(html, url), sourceWith(more, url), reading).map((link) => `${link.role} ${link.url}`);
}

const SITE = 'https://czj.example.gov.cn';

test('TRS: dated articles, and the pages that createPageHTML writes, counted from 0', () => {
  const page = columnPage(`
    <div class="header"><a href="/">首页</a><a href="/zwgk/">政务公开</a></div>
    <ul><li><a href="./202402/t20240220_12937599.html">示例市财政局2024年部门预算</a><span>2024-02-20</span></li>
    <li><a href="./202309/t20230912_12930001.html">示例市审计局2022年度部门决算</a></li></ul>
    <script>createPageHTML(3, 0, "index", "html");</script>
    <div class="footer"><a href="/wzdt/index.html">网站地图 预算</a></div>`);
  expect(found(page)).toEqual([
    `article ${SITE}/zwgk/yjsgk/202402/t20240220_12937599.html`,
    `article ${SITE}/zwgk/yjsgk/202309/t20230912_12930001.html`,
    `list ${SITE}/zwgk/yjsgk/index_1.html`,
    `list ${SITE}/zwgk/yjsgk/index_2.html`,
  ]);
});

test('TRS: the files of an article stand beside it', () => {
  const url = `${SITE}/zwgk/yjsgk/202402/t20240220_12937599.html`;
  const page = `<title>2024年部门预算</title><body><div class="TRS_Editor"><p>现将预算公开如下。</p></div>
    <p>附件：<a href="./P020240220729348087558.pdf" OLDSRC="/protect/P02.pdf">部门预算.pdf</a></p>
    <a href="./W020240220729348087777.xls">表格</a><a href="../202401/t20240101_1.html">上一篇 预算</a></body>`;
  expect(found(page, { url, reading: 'article' })).toEqual([
    `attachment ${SITE}/zwgk/yjsgk/202402/P020240220729348087558.pdf`,
    `attachment ${SITE}/protect/P02.pdf`,
    `attachment ${SITE}/zwgk/yjsgk/202402/W020240220729348087777.xls`,
  ]);
});

test('createPageHTML with the name of an element counts from 1: list_2.shtml', () => {
  const page = columnPage(`<a href="/c1/2024/202402/0a1b2c3d4e5f60718293a4b5c6d7e8f9.shtml">某局预算公开</a>
    <script>createPageHTML('page_div',3, 1,'list','shtml',41);</script>`);
  expect(found(page, { url: `${SITE}/c1/list.shtml` })).toEqual([
    `article ${SITE}/c1/2024/202402/0a1b2c3d4e5f60718293a4b5c6d7e8f9.shtml`,
    `list ${SITE}/c1/list_2.shtml`,
    `list ${SITE}/c1/list_3.shtml`,
  ]);
});

test('Hanweb: records as CDATA in a script, further ones from the list service', () => {
  const page = columnPage(`<div id="4497"><script type="text/xml"><datastore>
    <nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?page=1&webid=1&columnid=1229&unitid=4497"></a>]]></nextgroup>
    <recordset><record><![CDATA[<li><a href="/art/2024/2/1/art_1229_45.html" title="某局2024年部门预算">某局2024…</a></li>]]></record>
    <record><![CDATA[<li><a href="/art/2023/9/1/art_1229_44.html">某局2022年决算</a></li>]]></record></recordset>
    </datastore></script></div><script>$("#4497").jpage({ perPage: 15, totalRecord: 31 });</script>`);
  const service = `${SITE}/module/web/jpage/dataproxy.jsp`;
  expect(found(page, { url: `${SITE}/col/col1229/index.html` })).toEqual([
    `article ${SITE}/art/2024/2/1/art_1229_45.html`,
    `article ${SITE}/art/2023/9/1/art_1229_44.html`,
    `list ${service}?startrecord=16&endrecord=30&perpage=15&webid=1&columnid=1229&unitid=4497`,
    `list ${service}?startrecord=31&endrecord=45&perpage=15&webid=1&columnid=1229&unitid=4497`,
  ]);
});

test('Hanweb: what the list service answers is a list, and downfile.jsp gives files', () => {
  const answer = `<?xml version="1.0" encoding="UTF-8"?><datastore><totalrecord>31</totalrecord><recordset>
    <record><![CDATA[<li><a href="/art/2022/9/1/art_1229_43.html">某局2021年决算</a></li>]]></record></recordset></datastore>`;
  expect(found(answer, { url: `${SITE}/module/web/jpage/dataproxy.jsp?startrecord=16&endrecord=30` })).toEqual([
    `article ${SITE}/art/2022/9/1/art_1229_43.html`,
  ]);
  const article = `<body><p>附件</p><a href="/module/download/downfile.jsp?classid=0&amp;filename=1ab2.pdf">下载</a></body>`;
  expect(found(article, { url: `${SITE}/art/2024/2/1/art_1229_45.html`, reading: 'article' })).toEqual([
    `attachment ${SITE}/module/download/downfile.jsp?classid=0&filename=1ab2.pdf`,
  ]);
});

test('VSB: /info/ articles, pages counted down, files through download.jsp and in frames', () => {
  const page = columnPage(`<ul><li><a href="../info/1135/61229.htm">某局2024年预算公开</a></li></ul>
    <div class="pb_sys_common"><span class="p_no"><a href="yjsgk/5.htm">2</a></span><a href="yjsgk/5.htm">下页</a></div>`);
  expect(found(page, { url: `${SITE}/zwgk/yjsgk.htm` })).toEqual([
    `article ${SITE}/info/1135/61229.htm`,
    `list ${SITE}/zwgk/yjsgk/5.htm`,
  ]);
  const article = `<body><p>预算公开</p>
    <a href="/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=12&wbfileid=34">附件1</a>
    <script>showVsbpdfIframe("/__local/A/BC/DE/0123_1.pdf","100%","600","0","","");</script>
    <iframe src="/pdfjs/web/viewer.html?file=%2F__local%2F1%2F2B%2F3C%2F99.pdf"></iframe></body>`;
  expect(found(article, { url: `${SITE}/info/1135/61229.htm`, reading: 'article' })).toEqual([
    `attachment ${SITE}/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=12&wbfileid=34`,
    `attachment ${SITE}/__local/A/BC/DE/0123_1.pdf`,
    `attachment ${SITE}/__local/1/2B/3C/99.pdf`,
  ]);
});

test('集约化: post articles, pages by links, files on a host of the province only where the source names it', () => {
  const page = columnPage(`<ul><li><a href="${SITE}/yjsgk/content/post_1669527.html">某局2024年部门预算</a></li></ul>
    <nav class="pagination"><a href="index_2.html">2</a><a href="index_2.html">下一页</a></nav>`);
  expect(found(page)).toEqual([
    `article ${SITE}/yjsgk/content/post_1669527.html`,
    `list ${SITE}/zwgk/yjsgk/index_2.html`,
  ]);
  const article = `<body><p>附件</p><a href="https://www.prov.gov.cn/attachment/0/542/542789/4361282.pdf">预算</a></body>`;
  const given = { url: `${SITE}/yjsgk/content/post_1669527.html`, reading: 'article' as const };
  expect(found(article, given)).toEqual([]);
  expect(found(article, { ...given, more: { hosts: ['*.prov.gov.cn'] } })).toHaveLength(1);
});

test('columns by identifier: double endings with a time between them are files', () => {
  const id = '0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9';
  const page = columnPage(`<a href="/columns/${id}/202401/28/${id}.html">某县2024年预算</a>`);
  expect(found(page, { url: `${SITE}/columns/${id}/index.html` })).toEqual([
    `article ${SITE}/columns/${id}/202401/28/${id}.html`,
  ]);
  const article = `<body><p>报告</p><a href="/attachments/1/202401/28/附表.pdf20240128183610173.pdf?sid=${id}">附表</a></body>`;
  expect(found(article, { url: `${SITE}/columns/${id}/202401/28/${id}.html`, reading: 'article' })).toHaveLength(1);
});

test('directories and programs: /public/…, xxgk-show, index.php?a=show, show.aspx?id=', () => {
  const links = [
    '/public/118322773/1260348611.html',
    '/xxgk-show-64159.html',
    '/index.php?m=content&c=index&a=show&catid=362&id=9',
    '/web/show.aspx?id=12',
  ];
  const page = columnPage(
    links.map((href) => `<li><a href="${href.replaceAll('&', '&amp;')}">某局预算</a></li>`).join(''),
  );
  expect(found(page)).toEqual(links.map((href) => `article ${SITE}${href}`));
});
