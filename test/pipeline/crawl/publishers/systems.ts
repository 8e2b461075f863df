import type { SiteSystem } from './publisher.ts';

const two = (n: number) => String(n).padStart(2, '0');

/** A script writes the links to further pages. */
export const scriptPages: SiteSystem = {
  list: (page) => `/zwgk/yjs/${page === 0 ? 'index.html' : `index_${page}.html`}`,
  pager: (page, pages) => `<script>createPageHTML(${pages}, ${page}, "index", "html");</script>`,
  article: (n) => `/zwgk/yjs/202408/t202408${two((n % 28) + 1)}_${1000 + n}.html`,
  attachment: (n) => `/zwgk/yjs/202408/P0202408${two((n % 28) + 1)}${100000 + n}.csv`,
  attachmentLink: (path) => `<a href="./${path.split('/').at(-1)}">附件：收入决算表.csv</a>`,
  charset: 'utf-8',
  wantsReferer: false,
};

/** All pages in GBK. */
export const gbkPages: SiteSystem = {
  list: (page) => (page === 0 ? '/col/col101/index.html' : `/col/col101/index.html?uid=7&pageNum=${page + 1}`),
  pager: (page, pages) =>
    page + 1 < pages
      ? `<div class="pages"><a href="/col/col101/index.html?uid=7&pageNum=${page + 2}">下一页</a></div>`
      : '',
  article: (n) => `/art/2024/8/${(n % 28) + 1}/art_101_${5000 + n}.html`,
  attachment: (n) => `/module/download/downfile.jsp?classid=0&filename=2408${9000 + n}.csv`,
  attachmentLink: (path) => `<a href="${path}">收入决算表.csv</a>`,
  charset: 'gbk',
  wantsReferer: false,
};

/** Files come through a program, and only to those who come from the page. */
export const downloadProgram: SiteSystem = {
  list: (page) => (page === 0 ? '/yjsgk/bmjs.htm' : `/yjsgk/bmjs/${page}.htm`),
  pager: (page, pages) =>
    page + 1 < pages ? `<span class="p_next"><a href="/yjsgk/bmjs/${page + 1}.htm">下页</a></span>` : '',
  article: (n) => `/info/1135/${61000 + n}.htm`,
  attachment: (n) => `/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=1&wbfileid=${7000 + n}`,
  attachmentLink: (path) => `<a href="${path}" target="_blank">收入决算表.csv</a>`,
  charset: 'utf-8',
  wantsReferer: true,
};
