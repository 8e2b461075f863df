import { describe, expect, test } from 'vitest';
import { docx, membersOf, paragraph, relationship, row, run, table, text } from './docx.ts';
import { readWordFile } from './read-word-file.ts';
import { zip } from './zip.ts';

const encode = (content: string): Uint8Array => new TextEncoder().encode(content);
const withDocument = (bytes: Uint8Array, claimedSize?: number): Uint8Array =>
  zip(
    Object.entries(membersOf({ body: '' })).map(([name, content]) =>
      name === 'word/document.xml'
        ? { name, bytes, ...(claimedSize === undefined ? {} : { claimedSize }) }
        : { name, bytes: encode(content) },
    ),
  );
const code = async (bytes: Uint8Array): Promise<string> =>
  readWordFile(bytes).then(
    (document) => document.reasons.map((reason) => reason.code).join(' ') || 'read',
    (error: { code: string; remedy: string }) => (error.remedy === '' ? 'no remedy' : error.code),
  );

describe('what is no document is refused', () => {
  test('a zip of something else that calls itself Word', async () => {
    const { 'word/document.xml': _, ...others } = membersOf({ body: '' });
    expect(await code(zip(Object.entries(others).map(([name, content]) => ({ name, bytes: encode(content) }))))).toBe(
      'damaged',
    );
    expect(await code(withDocument(encode('<w:p xmlns:w="urn:x"/>')))).toBe('damaged');
  });

  test('broken XML, binary in place of XML, a container that breaks off', async () => {
    expect(await code(withDocument(encode('<w:document>')))).toBe('damaged');
    expect(await code(withDocument(new Uint8Array(1000).fill(200)))).toBe('damaged');
    const whole = docx({ body: text('决算').repeat(500) });
    expect(await code(whole.subarray(0, whole.length - 30))).toBe('damaged');
  });

  test('document type declarations, and so entities, are not taken', async () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(100)}"><!ENTITY b "&a;&a;">]><x>&b;</x>`;
    expect(await code(withDocument(encode(laughs)))).toBe('damaged');
  });

  test('an empty document has no text', async () => {
    expect(await code(docx({ body: paragraph('') }))).toBe('no-text');
  });
});

describe('bombs are refused before they are unpacked, or as soon as they show', () => {
  test('a part that unpacks to more than any document', async () => {
    const started = process.memoryUsage().rss;
    expect(await code(withDocument(new Uint8Array(129 * 1024 * 1024).fill(0x20)))).toBe('too-large');
    expect(process.memoryUsage().rss - started).toBeLessThan(400 * 1024 * 1024);
  });

  test('a part that unpacks to more than it claims', async () => {
    expect(await code(withDocument(new Uint8Array(64 * 1024 * 1024).fill(0x20), 100))).toBe('damaged');
  });

  test('more elements than any document has', async () => {
    const body = '<w:p/>'.repeat(2_000_001);
    expect(await code(docx({ body }))).toBe('too-large');
  });

  test('100,000 nested elements are read down to a depth, and that is said', async () => {
    const nested = '<w:sdt><w:sdtContent>'.repeat(50_000) + text('底') + '</w:sdtContent></w:sdt>'.repeat(50_000);
    expect(await code(docx({ body: text('面') + nested }))).toBe('nested-too-deep');
  });

  test('100,000 fields inside one another', async () => {
    const mark = (type: string) => `<w:fldChar w:fldCharType="${type}"/>`;
    const fields = `<w:r>${mark('begin').repeat(100_000)}${mark('end').repeat(100_000)}</w:r>`;
    const { blocks } = await readWordFile(docx({ body: paragraph(fields + run('后')) }));
    expect(blocks).toMatchObject([{ text: '后' }]);
  });

  test('a table wider and longer than the limit is read in part, and that is said', async () => {
    const wide = row([
      '<w:tc><w:tcPr><w:gridSpan w:val="1000"/></w:tcPr><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>',
      '2',
    ]);
    expect(await code(docx({ body: table(...Array.from({ length: 500 }, () => wide)) }))).toBe('table-too-large');
  });

  test('styles based on one another in a circle', async () => {
    const style = (id: string, base: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:basedOn w:val="${base}"/></w:style>`;
    const body = text('甲', '<w:pStyle w:val="a"/>');
    expect(await code(docx({ body, styles: style('a', 'b') + style('b', 'a') }))).toBe('read');
  });
});

test('parts outside the document are named as links, never fetched', async () => {
  const relationships =
    relationship('hyperlink', 'http://127.0.0.1:9/附件.xls', 'l', true) +
    relationship('styles', 'http://127.0.0.1:9/styles.xml', 's', true) +
    relationship('image', 'file:///etc/hostname', 'i', true) +
    relationship('numbering', '../../../../etc/hostname', 'n');
  const body = paragraph(`<w:hyperlink r:id="l">${run('附件')}</w:hyperlink>`);
  const document = await readWordFile(docx({ body, relationships }));
  expect(document).toMatchObject({
    blocks: [{ text: '附件' }],
    links: [{ href: 'http://127.0.0.1:9/附件.xls', text: '附件' }],
    reasons: [],
  });
});

test('"__proto__" is a name like any other', async () => {
  const style = '<w:style w:type="paragraph" w:styleId="__proto__"><w:name w:val="constructor"/></w:style>';
  const body =
    text('__proto__', '<w:pStyle w:val="__proto__"/>') + table(row(['__proto__', 'a']), row(['constructor', 'b']));
  const { blocks } = await readWordFile(docx({ body, styles: style }));
  expect(blocks).toMatchObject([
    { text: '__proto__' },
    { cells: [{ text: '__proto__' }, {}, { text: 'constructor' }, {}] },
  ]);
  expect(({} as Record<string, unknown>).name).toBeUndefined();
});

describe('encrypted files say so, whether a converter is there or not', () => {
  const spaced = (name: string): Uint8Array => new Uint8Array(Buffer.from(name, 'utf16le'));
  /** A compound file with one directory entry; the stream it names begins in sector 1. */
  const compoundFile = (stream: string, first: Uint8Array): Uint8Array => {
    const file = new Uint8Array(4 * 512);
    file.set(Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    file[30] = 9;
    file.set(spaced(stream), 512);
    file[512 + 116] = 1;
    file.set(first, 2 * 512);
    return file;
  };
  const information = (flags: number): Uint8Array => Uint8Array.from([0xec, 0xa5, 0xc1, 0, 0, 0, 0, 0, 0, 0, 0, flags]);

  test('the container of an encrypted package', async () => {
    expect(await code(compoundFile('EncryptedPackage', new Uint8Array(8)))).toBe('encrypted');
  });

  test('a Word 97 file', async () => {
    expect(await code(compoundFile('WordDocument', information(0x01)))).toBe('encrypted');
    expect(await code(compoundFile('WordDocument', information(0x00)))).toBe('needs-converter');
  });
});
