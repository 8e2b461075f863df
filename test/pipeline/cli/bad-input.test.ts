import { mkdirSync, truncateSync } from 'node:fs';
import { basename, join } from 'node:path';
import PDFDocument from 'pdfkit';
import { expect, test } from 'vitest';
import { minimalPdf } from '../../readers/pdf/minimal-pdf.ts';
import { disclosurePage, temporaryFolder, writePage } from '../made-pages.ts';
import { gouji } from './run-cli.ts';

const MEGABYTE = 2 ** 20;

/** What is given, what is wrong with it, and what can be done. */
const BAD: readonly (readonly [name: string, cause: RegExp, remedy: RegExp])[] = [
  ['0 bytes.pdf', /empty \(0 bytes\)/, /download it again/],
  ['cut.pdf', /breaks off before its end/, /download it again/],
  ['encrypted.pdf', /encrypted/, /save a copy without password/],
  ['garbage.pdf', /not a format that is known/, /download a damaged file again/],
  ['huge 200 MB.txt', /above the size limit/, /raise --size-limit/],
  ['missing 文件.pdf', /there is no such file/, /check the path/],
  ['scan.pdf', /an image without text/, /run text recognition/],
  ['nothing here', /no documents in this folder/, /PDF, HTML, spreadsheets and text are read/],
];

test('each bad input gets one line with its name, the cause and the remedy, and the rest is read', async () => {
  const folder = temporaryFolder();
  const cut = Buffer.from(minimalPdf([{ content: 'BT ET' }])).subarray(0, 300);
  writePage(folder, '0 bytes.pdf', '');
  writePage(folder, 'cut.pdf', cut);
  writePage(folder, 'encrypted.pdf', await encrypted());
  writePage(folder, 'garbage.pdf', '\u0001\u0002\u0003'.repeat(1000));
  truncateSync(writePage(folder, 'huge 200 MB.txt', '收入'), 200 * MEGABYTE);
  writePage(folder, 'scan.pdf', minimalPdf([{ content: SCAN }]));
  mkdirSync(join(folder, 'nothing here'));
  const good = writePage(folder, '名 称 📄 决算.html', disclosurePage());
  const paths = [...BAD.map(([name]) => join(folder, name)), good];
  const { stdout, stderr, status } = gouji(['ingest', ...paths, '--db', join(folder, 'a.sqlite')]);

  const lines = stderr.trimEnd().split('\n');
  for (const [name, cause, remedy] of BAD) {
    const own = lines.filter((line) => line.includes(name));
    expect(own, name).toHaveLength(1);
    expect(own[0]).toMatch(cause);
    expect(own[0]).toMatch(remedy);
  }
  expect(lines.find((line) => line.includes(basename(good)))).toMatch(/^✓/);
  expect(lines).toHaveLength(paths.length);
  expect(stdout).toContain('7 documents: 1 read in full, 0 in part, 6 unreadable');
  expect(stdout).toContain('2 paths could not be opened');
  expect(status).toBe(1);
});

/** A page that is one image. */
const SCAN = 'q 500 0 0 700 50 50 cm BI /W 2 /H 2 /BPC 8 /CS /G ID \u0010\u0010\u0010\u0010 EI Q';

function encrypted(): Promise<Buffer> {
  return new Promise((resolve) => {
    const pdf = new PDFDocument({ userPassword: 'secret', ownerPassword: 'owner' });
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.text('secret');
    pdf.end();
  });
}
