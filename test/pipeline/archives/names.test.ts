import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memberName } from '../../../pipeline/archives/names.ts';
import { UTF8 } from './made-zip.ts';

const utf8 = (text: string) => Buffer.from(text);
const gbk = (hex: string) => Buffer.from(hex, 'hex');

test('a name is UTF-8 where its flag says so or its bytes are, else GBK', () => {
  expect(memberName(utf8('附件/决算表.xls'), UTF8).name).toBe('附件/决算表.xls');
  expect(memberName(utf8('决算表.xls'), 0).name).toBe('决算表.xls');
  expect(memberName(gbk('bef6cbe3b1ed2e786c73'), 0).name).toBe('决算表.xls');
});

test('the byte of "\\" inside a GBK character separates nothing', () => {
  // 乗 is 0x81 0x5C in GBK.
  expect(memberName(gbk('815c2e706466'), 0).name).toBe('乗.pdf');
  expect(memberName(gbk('bef6cbe35c815c2e706466'), 0).name).toBe('决算/乗.pdf');
});

test('names never lead out of the archive', () => {
  for (const name of ['../../etc/passwd', '/etc/passwd', '..\\..\\etc\\passwd', './etc/./passwd', 'etc//passwd'])
    expect(memberName(utf8(name), UTF8).name).toBe('etc/passwd');
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.constantFrom(0, UTF8), (raw, flags) => {
      const { name } = memberName(raw, flags);
      expect(name.split('/')).not.toContain('..');
      expect(name.startsWith('/')).toBe(false);
      expect(name).not.toMatch(/[\0\n\\]/);
    }),
  );
});

test('folders, and files that systems keep for themselves, are told apart', () => {
  expect(memberName(utf8('附件/'), UTF8).isFolder).toBe(true);
  expect(memberName(utf8('附件\\'), UTF8).isFolder).toBe(true);
  expect(memberName(utf8('..'), UTF8).isFolder).toBe(true);
  for (const name of ['__MACOSX/._决算.pdf', '附件/.DS_Store', 'Thumbs.db'])
    expect(memberName(utf8(name), UTF8).isHidden).toBe(true);
  expect(memberName(utf8('附件/决算.pdf'), UTF8)).toMatchObject({ isFolder: false, isHidden: false });
});
