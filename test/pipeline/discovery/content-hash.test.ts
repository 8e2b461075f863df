import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { contentHash } from '../../../pipeline/discovery/index.ts';
import { pageOf } from './page.ts';

const PROSE =
  '示例市财政局2024年收入预算为212.94万元，其中一般公共预算拨款收入212.94万元，比上年增加10.00万元。'.repeat(8);

interface Parts {
  readonly prose?: string;
  readonly counter?: string;
  readonly clock?: string;
  readonly news?: string;
  readonly file?: string;
}

function article({ prose = PROSE, counter = '1', clock = '一', news = '甲', file = 'a.pdf' }: Parts = {}): string {
  return `<html><head><title>预算公开</title></head><body>
    <div class="top">今天是2024年3月1日 星期${clock} <a href="/login?t=${counter}">登录</a></div>
    <div class="content"><h1>2024年部门预算</h1><div class="info">发布时间：2024-02-20 浏览次数：${counter}次</div>
    <div class="text"><p>${prose}</p><p>附件：<a href="${file}">预算表</a></p></div></div>
    <div class="right"><ul><li><a href="/1">${news}新闻标题</a></li><li><a href="/2">又一条新闻标题</a></li></ul></div>
    <div class="footer">版权所有 您是第${counter}位访问者</div></body></html>`;
}

const hash = (parts?: Parts) => contentHash(pageOf(article(parts)));

test('counters, clocks, other news and the frame are no change', () => {
  const before = hash();
  expect(hash({ counter: '2048' })).toBe(before);
  expect(hash({ clock: '五' })).toBe(before);
  expect(hash({ news: '乙' })).toBe(before);
});

test('a number, a word or a file that differs is a change', () => {
  const before = hash();
  expect(hash({ prose: PROSE.replace('212.94', '212.95') })).not.toBe(before);
  expect(hash({ file: 'b.pdf' })).not.toBe(before);
});

test('the session in a link of the article is no change', () => {
  expect(hash({ file: 'a.pdf;jsessionid=1' })).toBe(hash({ file: 'a.pdf;jsessionid=2' }));
});

test('other media are told by their bytes; a page without text too', () => {
  const pdf = new TextEncoder().encode('%PDF-1.7\n1 0 obj');
  expect(contentHash(pageOf(pdf))).toBe(createHash('sha256').update(pdf).digest('hex'));
  const shell = (script: string) => contentHash(pageOf(`<html><body><script>${script}</script></body></html>`));
  expect(shell('a()')).not.toBe(shell('b()'));
});
