import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attachmentName,
  charsetOf,
  contentRange,
  decodeHeaderValue,
  isStrong,
} from '../../../pipeline/fetch/http/headers.ts';
import { pauseBefore, retryAfter } from '../../../pipeline/fetch/http/waiting.ts';

describe('the name of an attachment', () => {
  it.each([
    ['attachment; filename="预算.pdf"', '预算.pdf'],
    ['attachment; filename=a.pdf; size=3', 'a.pdf'],
    ['attachment; filename="x.pdf"; filename*=UTF-8\'\'%E9%A2%84%E7%AE%97.pdf', '预算.pdf'],
    ["attachment; filename*=GBK''%D4%A4%CB%E3.pdf", '预算.pdf'],
    ['attachment; filename="%E9%A2%84%E7%AE%97.pdf"', '预算.pdf'],
    ['attachment; filename="%D4%A4%CB%E3.xls"', '预算.xls'],
    ["attachment; filename*=nonsense''%E9%A2%84.pdf", '预.pdf'],
    ['attachment; filename="../../etc/passwd"', 'passwd'],
    ['attachment; filename="C:\\\\temp\\\\a.doc"', 'a.doc'],
    ['attachment; filename="%2e%2e%2f%2e%2e%2fa.pdf"', 'a.pdf'],
    ['attachment; filename="a\u202Efdp.exe"', 'afdp.exe'],
    ['attachment; filename="a\0b.pdf"', 'ab.pdf'],
    ['attachment; filename="100%.pdf"', '100%.pdf'],
    ['inline', ''],
    ['', ''],
    [undefined, ''],
  ])('of %j is %j', (disposition, expected) => {
    expect(attachmentName(disposition)).toBe(expected);
  });

  it('is short and has no folders, whatever comes', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const name = attachmentName(`attachment; filename="${a}/${b}${'预'.repeat(300)}"`);
        expect(name.length).toBeLessThanOrEqual(255);
        expect(name).not.toMatch(/[/\\\0-\x1f]/);
      }),
    );
  });

  it('is found in linear time', () => {
    for (const text of [' ', ';', '"', '%', 'filename=', '; filename*=', "'"]) {
      const began = performance.now();
      attachmentName(`attachment; filename${text.repeat(100_000 / text.length)}`);
      charsetOf(`text/html; charset${text.repeat(100_000 / text.length)}`);
      expect(performance.now() - began).toBeLessThan(500);
    }
  });
});

describe('headers', () => {
  it('are read in UTF-8 or in GBK, else as they are', () => {
    expect(decodeHeaderValue(Buffer.from('预算').toString('latin1'))).toBe('预算');
    expect(decodeHeaderValue('\xd4\xa4\xcb\xe3')).toBe('预算');
    expect(decodeHeaderValue('\xff')).toBe('\xff');
    expect(decodeHeaderValue('plain')).toBe('plain');
  });

  it('name a charset with and without quotes', () => {
    expect(charsetOf('text/html; charset="GB2312"')).toBe('gb2312');
    expect(charsetOf('text/html;charset=utf-8; x=1')).toBe('utf-8');
    expect(charsetOf('text/html')).toBe('');
  });

  it('name bytes exactly when the ETag is strong', () => {
    expect(isStrong('"a-1"')).toBe(true);
    expect(isStrong('W/"a-1"')).toBe(false);
    expect(isStrong('a-1')).toBe(false);
  });

  it('say which part of how much', () => {
    expect(contentRange('bytes 5-9/10')).toEqual({ first: 5, last: 9, total: 10 });
    expect(contentRange('bytes 5-9/*')).toEqual({ first: 5, last: 9, total: null });
    expect(contentRange('bytes */10')).toBe(null);
    expect(contentRange(undefined)).toBe(null);
  });
});

describe('Retry-After', () => {
  const now = Date.UTC(2026, 0, 5, 8, 0, 0);

  it.each([
    ['120', 120_000],
    [' 0 ', 0],
    ['Mon, 05 Jan 2026 08:01:00 GMT', 60_000],
    ['Monday, 05-Jan-26 08:01:00 GMT', 60_000],
    ['Mon Jan  5 08:01:00 2026 GMT', 60_000],
    ['Mon, 05 Jan 2026 07:00:00 GMT', 0],
    ['99999999', 24 * 3600_000],
    ['Tue, 05 Jan 2099 07:00:00 GMT', 24 * 3600_000],
    ['soon', null],
    ['-5', null],
    ['1.5', null],
    ['', null],
    [undefined, null],
  ])('of %j is %j milliseconds', (value, expected) => {
    expect(retryAfter(value, now)).toBe(expected);
  });
});

describe('the pause before another attempt', () => {
  it('is anything up to a bound that doubles, and not more than half a minute', () => {
    expect([0, 1, 2, 10].map((attempt) => pauseBefore(attempt, () => 0.5))).toEqual([250, 500, 1000, 15_000]);
    expect(pauseBefore(5, () => 0)).toBe(0);
  });
});
