import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site of as many articles as the first argument says, in a process of its own; prints its port. */
const articles = Number(process.argv[2]);
const PER_PAGE = 100;

const server = createServer((request, response) => {
  const path = request.url ?? '';
  const list = /^\/yjs\/(\d{1,6})\/$/.exec(path);
  const article = /^\/yjs\/t20240101_(\d{1,8})\.html$/.exec(path);
  const body = list ? listPage(Number(list[1])) : article ? articlePage(Number(article[1])) : null;
  if (body === null) return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
});

function listPage(page: number): string {
  const from = page * PER_PAGE;
  const links = Array.from({ length: Math.min(PER_PAGE, articles - from) }, (_, n) => {
    return `<li><a href="/yjs/t20240101_${from + n}.html">第${from + n}中学2023年度部门决算</a></li>`;
  });
  const next = from + PER_PAGE < articles ? `<div class="pages"><a href="/yjs/${page + 1}/">下一页</a></div>` : '';
  return `<html><head><title>部门预决算公开</title></head><body><ul>${links.join('')}</ul>${next}</body></html>`;
}

function articlePage(n: number): string {
  return `<html><head><title>第${n}中学2023年度部门决算</title></head><body><h1>第${n}中学2023年度部门决算</h1>
<p>2023年度支出合计${n}.85万元。</p></body></html>`;
}

server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
