import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standInPage } from '../../../pipeline/fetch/http/stand-in-pages.ts';
import { ask, client, PAGE, PDF, serve, summary } from './server.ts';

const html = (title: string, body: string) =>
  Buffer.from(`<!DOCTYPE html><html><head><title>${title}</title></head><body>${body}</body></html>`);
const kindOf = (bytes: Buffer, charset = '') => standInPage(bytes, charset, null)?.failure ?? null;
const LONG = '本部门收入预算比上年增加12.50万元，主要是人员经费增加。'.repeat(40);

describe('a page in place of another', () => {
  it.each([
    ['soft-404', html('提示信息', '<p>您访问的页面不存在或已被删除</p><a href="/">返回首页</a>')],
    ['soft-404', html('404 Not Found', '<center><h1>404</h1></center>')],
    ['soft-404', html('错误页面', LONG)],
    ['soft-404', Buffer.from('{"code":404,"msg":"文件不存在"}')],
    ['soft-404', html('Error', 'The page cannot be found')],
    ['login', html('用户登录', '<form><input name="u"><input type="password"></form>')],
    ['login', html('', '<script>alert("x")</script>请先登录')],
    ['blocked', html('', '<script>var x="__jsl_clearance=1";document.cookie=x;location.reload()</script>')],
    ['blocked', html('安全验证', '请拖动滑块')],
    ['blocked', html('Just a moment...', '<noscript>Enable JavaScript</noscript>')],
    ['blocked', html('', '很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被拦截')],
  ])('is told as %s', (expected, bytes) => {
    expect(kindOf(bytes)).toBe(expected);
  });

  it('is told in GBK, whatever the header says', () => {
    // 页面不存在
    const gbk = Buffer.from([0xd2, 0xb3, 0xc3, 0xe6, 0xb2, 0xbb, 0xb4, 0xe6, 0xd4, 0xda]);
    const bytes = Buffer.concat([Buffer.from('<html><title>'), gbk, Buffer.from('</title></html>')]);
    expect(kindOf(bytes, 'gbk')).toBe('soft-404');
    expect(kindOf(bytes, 'iso-8859-1')).toBe('soft-404');
  });

  it.each([
    ['a headline', html('关于统一身份认证系统无法找到用户时处理办法的通知（财预〔2024〕12号）', LONG)],
    ['a number', html('采购公告2024040号', '<p>附件</p>')],
    ['a long page with a login form in its header', html('部门预算', `<input type="password">${LONG}`)],
    ['a long page that mentions it', html('部门预算', `${LONG}页面不存在`)],
    ['a landing page of attachments', html('部门决算', '<a href="a.pdf">2024年度部门决算.pdf</a>')],
    ['a script', html('部门决算', `<script>if(e)alert("页面不存在，请先登录")</script><p>正文</p>`)],
  ])('is not %s', (_, bytes) => {
    expect(kindOf(bytes)).toBe(null);
  });

  it('is told from the URL that a redirect ended at', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/a') response.writeHead(302, { location: '/error/404.html' }).end();
      else response.end(html('某某局', '<p>返回</p>'));
    });
    expect(summary(await ask(client(), `${server.origin}/a`))).toBe('soft-404');
    expect(summary(await ask(client(), `${server.origin}/error/404.html`))).toBe('fetched');
  });

  it('is looked for in linear time, in anything', () => {
    for (const text of ['<', '<!--', '<script', '<title', ' ', '<title>'.repeat(2), '&nbsp;', '404']) {
      const began = performance.now();
      standInPage(Buffer.from(`<html>${text.repeat(100_000 / text.length)}`), '', null);
      expect(performance.now() - began).toBeLessThan(500);
    }
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void standInPage(bytes, '', null)));
  });
});

describe('another medium than the one expected', () => {
  it.each([
    ['page', '/a.html', 'text/html', PDF, 'wrong-type'],
    ['page', '/a', 'application/octet-stream', PAGE, 'fetched'],
    ['page', '/list.json', 'application/json', '{"title":"2024年度部门预算","url":"/a.html"}', 'fetched'],
    ['page', '/sitemap.xml', 'text/xml', '<?xml version="1.0"?><urlset></urlset>', 'fetched'],
    ['document', '/a', 'application/octet-stream', PDF, 'fetched'],
    ['document', '/a.pdf', 'text/html', PDF, 'fetched'],
    ['document', '/a.pdf', 'application/pdf', Buffer.from([1, 2, 3, 0, 0, 9, 255, 254, 0, 7]), 'wrong-type'],
    ['document', '/a.pdf', 'text/html', PAGE, 'wrong-type'],
    ['document', '/download.jsp?id=1', 'text/html; charset=GBK', PAGE, 'wrong-type'],
    ['document', '/a.xls', 'text/html', PAGE, 'fetched'],
    ['document', '/a.html', 'text/html', PAGE, 'fetched'],
    ['document', '/download.jsp?id=2', 'application/vnd.ms-excel', PAGE, 'fetched'],
    ['document', '/a.pdf', 'text/html', html('', '文件不存在或已被删除'), 'soft-404'],
  ] as const)('%s %s of type %s', async (expected, path, type, body, outcome) => {
    const server = await serve((_, response) => response.writeHead(200, { 'content-type': type }).end(body));
    expect(summary(await ask(client(), `${server.origin}${path}`, { expected }))).toBe(outcome);
  });
});
