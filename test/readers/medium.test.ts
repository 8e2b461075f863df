import { describe, expect, test } from 'vitest';
import { read } from '../../extractors/readers/index.ts';
import { sniffMedium } from '../../extractors/readers/medium.ts';
import { makeZip } from '../pipeline/archives/made-zip.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const hex = (digits: string): Uint8Array => Uint8Array.from(Buffer.from(digits.replaceAll(' ', ''), 'hex'));
const spaced = (ascii: string): string => [...ascii].map((char) => `${char}\0`).join('');
const compoundFile = (stream: string): Uint8Array =>
  Uint8Array.from([
    ...hex('d0cf11e0a1b11ae1'),
    ...new Uint8Array(1000),
    ...bytes(spaced(stream)),
    ...new Uint8Array(600),
  ]);

describe('the medium is told by content', () => {
  test.each([
    ['%PDF-1.7\n…', 'pdf'],
    [`${'x'.repeat(900)}%PDF-1.4`, 'pdf'],
    ['<!DOCTYPE html><html><body>预算</body></html>', 'html'],
    ['\ufeff\n  <HTML><BODY>决算</BODY></HTML>', 'html'],
    ['<table><tr><td>收入</td></tr></table>', 'html'],
    ['<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>', 'html'],
    ['<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', 'spreadsheet'],
    ['<?xml version="1.0"?><报表 xmlns="urn:example:budget"/>', 'markup'],
    ['MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n<html>', 'web-archive'],
    ['一、收入支出决算总体情况\n本年收入合计12.30万元。', 'text'],
    ['# 部门预算\n\n| 项目 | 金额 |\n|---|---|\n', 'text'],
    ['当年支出 <5万元的项目不列', 'text'],
    ['', 'empty'],
    [' \r\n\t\0\0', 'empty'],
  ])('%j is %s', async (content, medium) => {
    expect(await sniffMedium(bytes(content))).toBe(medium);
  });

  test.each([
    ['89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'image'],
    ['ffd8ffe000104a46494600010100000100010000', 'image'],
    ['526172211a0700cf907300000d00000000000000', 'archive'],
    ['377abcaf271c0004b3a9a3d30000000000000000', 'archive'],
    ['00ff13aa070003fe99c4d21b8e0001020304feff', 'unknown'],
  ])('bytes %s are %s', async (digits, medium) => {
    expect(await sniffMedium(hex(digits))).toBe(medium);
  });

  test('Word, Excel and other compound files are told apart by their streams', async () => {
    expect(await sniffMedium(compoundFile('WordDocument'))).toBe('legacy-word');
    expect(await sniffMedium(compoundFile('Workbook'))).toBe('legacy-spreadsheet');
    expect(await sniffMedium(compoundFile('EncryptedPackage'))).toBe('encrypted-office');
    expect(await sniffMedium(compoundFile('PowerPoint Document'))).toBe('legacy-office');
  });
});

test('an office file is told from an archive by its own directory, wherever the mark stands', async () => {
  const officeFile = (folder: string) => [
    { name: `${folder}/document.xml`, content: '<x/>' },
    { name: 'docProps/app.xml', content: '<x/>' },
    { name: '[Content_Types].xml', content: '<Types/>' },
  ];
  const medium = (members: Parameters<typeof makeZip>[0]) => sniffMedium(new Uint8Array(makeZip(members)));
  expect(await medium(officeFile('word'))).toBe('word-document');
  expect(await medium(officeFile('xl'))).toBe('spreadsheet');
  expect(await medium(officeFile('ppt'))).toBe('presentation');
  expect(await medium([{ name: '附件.docx', content: makeZip(officeFile('word')), stored: true }])).toBe('zip');
  expect(await medium([{ name: '附件.ofd', content: makeZip([{ name: 'OFD.xml' }]), stored: true }])).toBe('zip');
  expect(await medium([{ name: 'word/决算.pdf', content: '%PDF-1.7', stored: true }])).toBe('zip');
  expect(await medium([])).toBe('zip');
});

describe('what cannot be read is refused with a stable code and a remedy', () => {
  test.each([
    [bytes(''), 'empty'],
    [hex('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489'), 'needs-ocr'],
    [compoundFile('WordDocument'), 'needs-converter'],
    [compoundFile('EncryptedPackage'), 'encrypted'],
    [hex('526172211a0700cf907300000d00000000000000'), 'unsupported-archive'],
    [new Uint8Array(makeZip([{ name: '决算.pdf', content: '%PDF-1.7' }])), 'archive'],
    [new Uint8Array(makeZip([{ name: 'OFD.xml', content: '<ofd:OFD/>' }])), 'unsupported-medium'],
    [hex('00ff13aa070003fe99c4d21b8e0001020304feff'), 'unknown-medium'],
  ])('%#', async (content, code) => {
    const refusal = read({ bytes: new Uint8Array(content), sha256: '0'.repeat(64), source: '某局 决算📄.pdf' });
    await expect(refusal).rejects.toMatchObject({ code, remedy: expect.stringMatching(/\w/) });
    await expect(refusal).rejects.toThrow('某局 决算📄.pdf');
  });

  test('text larger than any disclosure is refused before it is decoded', async () => {
    const large = new Uint8Array(64 * 1024 * 1024 + 1).fill(0x31);
    await expect(read({ bytes: large, sha256: '0'.repeat(64), source: 'large.txt' })).rejects.toMatchObject({
      code: 'too-large',
    });
  });
});
