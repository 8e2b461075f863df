import { createHash } from 'node:crypto';
import { percentEncodeGbk } from '../../../../pipeline/discovery/gbk.ts';
import { disclosurePage } from '../../made-pages.ts';
import type { Misbehaviour } from './misbehaviour.ts';
import { type MadeServer, type Respond, startServer } from './server.ts';

/** How the site system of a publisher names and shows things. */
export interface SiteSystem {
  readonly list: (page: number) => string;
  /** What turns the pages, on a list of so many. */
  readonly pager: (page: number, pages: number) => string;
  readonly article: (n: number) => string;
  readonly attachment: (n: number) => string;
  /** The link to an attachment, as the page writes it. */
  readonly attachmentLink: (path: string, n: number) => string;
  readonly charset: 'utf-8' | 'gbk';
  /** Files only for who comes from the page. */
  readonly wantsReferer: boolean;
}

/** A publisher whose articles may be changed, withdrawn and made to fail. */
export interface Publisher {
  readonly server: MadeServer;
  readonly articles: ReadonlyMap<string, string>;
  readonly attachments: ReadonlyMap<string, string>;
  readonly change: (path: string) => void;
  readonly withdraw: (path: string) => void;
  /** It answers well from now on. */
  readonly mend: (path: string) => void;
}

const PER_PAGE = 20;

export async function startPublisher(
  system: SiteSystem,
  size: { readonly name: string; readonly articles: number; readonly attachments: number },
  misbehaviours: readonly Misbehaviour[] = [],
): Promise<Publisher> {
  const articles = new Map<string, string>();
  const attachments = new Map<string, string>();
  const wrong = new Map<string, Misbehaviour>();
  for (let n = 1; n <= size.articles; n += 1) {
    const unit = `${size.name}市第${n}档案馆`;
    const file = system.attachment(n);
    const hasFile = n <= size.attachments;
    if (hasFile) attachments.set(file, attachmentTable(unit));
    const link = hasFile ? system.attachmentLink(file, n) : '';
    articles.set(system.article(n), disclosurePage({ unit }).replace('</body>', `<p>${link}</p></body>`));
  }
  // From the end, where there are no attachments: a page that fails would hide its own.
  const paths = [...articles.keys()].toReversed();
  for (const [index, way] of misbehaviours.entries()) wrong.set(paths[index * 3] ?? '', way);
  const titles = new Map(
    [...articles.keys()].map((path, index) => [path, `${size.name}市第${index + 1}档案馆2023年度部门决算`]),
  );
  const lists = listsOf(system, titles);

  const respond: Respond = (request, response) => {
    const path = request.url ?? '';
    const misbehave = wrong.get(path);
    if (misbehave !== undefined) return misbehave(request, response);
    if (path === '/robots.txt') return void response.end('User-agent: *\nDisallow: /private/\n');
    const file = attachments.get(path);
    const text = lists.get(path) ?? articles.get(path) ?? file;
    const isRefused =
      file !== undefined && system.wantsReferer && !(request.headers.referer ?? '').includes('127.0.0.1');
    if (text === undefined || isRefused)
      return void response.writeHead(isRefused ? 403 : 404).end('<title>404</title>');
    const bytes = encoded(text, file === undefined ? system.charset : 'utf-8');
    const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`;
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end();
    const type = file === undefined ? `text/html; charset=${system.charset}` : 'text/csv; charset=utf-8';
    response.writeHead(200, { etag, 'content-type': type, 'content-length': bytes.length }).end(bytes);
  };

  return {
    server: await startServer(respond),
    articles,
    attachments,
    change: (path) => void articles.set(path, (articles.get(path) ?? '').replaceAll('212.94', '213.05')),
    withdraw: (path) => void articles.delete(path),
    mend: (path) => void wrong.delete(path),
  };
}

function listsOf(system: SiteSystem, titles: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const pages = Math.ceil(titles.size / PER_PAGE);
  return new Map(
    Array.from({ length: pages }, (_, index): readonly [string, string] => {
      const links = [...titles].slice(index * PER_PAGE, (index + 1) * PER_PAGE);
      const items = links.map(([path, title]) => `<li><a href="${path}">${title}</a></li>`);
      const hidden = index === 0 ? '<li><a href="/private/1/2.html">内部2023年度部门决算</a></li>' : '';
      return [
        system.list(index),
        `<!doctype html><html><head><meta charset="${system.charset}"><title>部门预决算公开</title></head>
<body><div class="list"><ul>${items.join('\n')}${hidden}</ul></div>${system.pager(index, pages)}</body></html>`,
      ];
    }),
  );
}

/** A table as it is exported from a workbook. */
function attachmentTable(unit: string): string {
  return `${unit}2023年度部门决算,,\n收入决算表,,单位：万元\n项目,本年收入合计,财政拨款收入\n合计,212.94,212.94\n`;
}

function encoded(text: string, charset: 'utf-8' | 'gbk'): Buffer {
  if (charset === 'utf-8') return Buffer.from(text);
  const chunks = text.split(/([^\x00-\x7f]+)/);
  return Buffer.concat(
    chunks.map((chunk, index) =>
      index % 2 === 0 ? Buffer.from(chunk) : Buffer.from(percentEncodeGbk(chunk).replace(/%/g, ''), 'hex'),
    ),
  );
}
