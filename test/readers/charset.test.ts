import { describe, expect, test } from 'vitest';
import { decodeText } from '../../extractors/readers/charset.ts';

/** "预算公开" in the encodings that sites use. */
const GBK = Uint8Array.from(Buffer.from('d4a4cbe3b9abbfaa', 'hex'));
const UTF8 = new TextEncoder().encode('预算公开');
const GB18030_FOUR_BYTES = Uint8Array.from(Buffer.from('d4a4cbe38139ef30', 'hex'));

const utf16 = (text: string, mark: string): Uint8Array => Uint8Array.from(Buffer.from(mark + text, 'utf16le'));

describe('bytes become text', () => {
  test('gb2312 is decoded as gb18030, its superset', () => {
    expect(decodeText(GBK, ['gb2312'])).toMatchObject({ text: '预算公开', charset: 'gb18030', reasons: [] });
    expect(decodeText(GB18030_FOUR_BYTES, ['gb2312']).text).toBe('预算㐁');
  });

  test('bytes that are valid UTF-8 are UTF-8 whatever header and meta say', () => {
    expect(decodeText(UTF8, ['gb2312', 'gbk']).text).toBe('预算公开');
    expect(decodeText(UTF8, ['iso-8859-1']).text).toBe('预算公开');
  });

  test('Chinese bytes under a Western or unknown label, or none', () => {
    for (const declared of [['iso-8859-1'], ['utf-8'], ['x-unknown'], [undefined], []]) {
      expect(decodeText(GBK, declared).text).toBe('预算公开');
    }
  });

  test('UTF-16 with a byte-order mark, and without one when it holds ASCII', () => {
    expect(decodeText(utf16('预算公开', '\ufeff'), ['gbk']).text).toBe('预算公开');
    expect(decodeText(utf16('1,024.00 / 2023', ''), []).text).toBe('1,024.00 / 2023');
  });

  test('a few broken bytes do not change the charset', () => {
    const broken = Uint8Array.from([...new TextEncoder().encode('本年收入合计'.repeat(200)), 0xe9]);
    expect(decodeText(broken, [])).toMatchObject({ charset: 'utf-8', reasons: [] });
  });

  test('text that was decoded wrongly before it was saved is reported', () => {
    const twiceRead = new TextEncoder().encode('锟斤拷锟斤拷本年收入锟斤拷');
    expect(decodeText(twiceRead, []).reasons).toMatchObject([{ code: 'damaged-text' }]);
  });
});
