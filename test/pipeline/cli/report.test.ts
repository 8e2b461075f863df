import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, expect, test } from 'vitest';
import type { Finding, FindingOperand, PagePlace } from '../../../schemas/index.ts';
import { temporaryFolder } from '../made-pages.ts';
import { SAMPLES, storedSamples } from '../stored-samples.ts';
import { gouji } from './run-cli.ts';

let db: readonly string[] = [];
beforeAll(() => {
  db = ['--db', storedSamples('final-accounts-1.pdf', 'final-accounts-3.html')];
}, 180_000);

function report(document: string, format: string, more: readonly string[] = [], env: Record<string, string> = {}) {
  const output = join(temporaryFolder(), `paper.${format}`);
  const run = gouji(['report', document, ...db, '--format', format, '--output', output, ...more], { env });
  return { ...run, output, bytes: existsSync(output) ? readFileSync(output) : Buffer.of() };
}

function findings(document: string): readonly Finding[] {
  return JSON.parse(gouji(['findings', ...db, '--document', document, '--json', '--lang', 'zh']).stdout);
}

/** The places of an operand that are on pages: a number may go on in the next line. */
function pagePlaces({ place }: FindingOperand): readonly PagePlace[] {
  return (Array.isArray(place) ? place : [place]).flatMap((one) => ('page' in one ? [one] : []));
}

test('the page needs nothing else: no script runs and nothing is fetched', () => {
  const { bytes, status, stderr } = report('final-accounts-1.pdf', 'html', ['--lang', 'zh']);
  expect(status).toBe(0);
  expect(stderr).toContain('底稿含疑点 3 处');
  const page = bytes.toString();
  expect(page).toContain('default-src &#39;none&#39;');
  expect(page).not.toMatch(/<script|<link|src="(?!data:)|href="(?!#)|@import|url\(/);
  for (const { id, message } of findings('final-accounts-1.pdf')) {
    expect(page).toContain(id);
    expect(page).toContain(message.slice(0, 20));
  }
  expect(page.match(/<img src="data:image\/png/g)?.length).toBeGreaterThanOrEqual(3);
  for (const field of ['编制人', '复核人', '日期']) expect(page).toContain(field);
});

test('a medium without pages has the sentences and rows around its numbers, which are marked', () => {
  const { bytes, status } = report('final-accounts-3.html', 'html');
  expect(status).toBe(0);
  const page = bytes.toString();
  expect(page).not.toContain('<img');
  const marks = [...page.matchAll(/<(?:mark|td)[^>]*>([^<]*)<sup>([\d. ]+)<\/sup>/g)];
  expect(marks.length).toBeGreaterThan(0);
  for (const { operands } of findings('final-accounts-3.html')) {
    const texts = marks.map((match) => (match[1] ?? '').replaceAll(',', ''));
    for (const { value } of operands) expect(texts.some((text) => text.includes(value))).toBe(true);
  }
});

test('the workbook has numbers as numbers, their printed form beside, and where they stand', () => {
  const { bytes, status } = report('final-accounts-1.pdf', 'xlsx', ['--lang', 'zh']);
  expect(status).toBe(0);
  const book = read(bytes);
  expect(book.SheetNames).toEqual(['底稿索引', '疑点', '数字与出处']);
  const rows = (sheet: string) => utils.sheet_to_json<Record<string, unknown>>(book.Sheets[sheet] ?? {});
  expect(rows('疑点').map((row) => row.疑点编号)).toEqual(findings('final-accounts-1.pdf').map(({ id }) => id));
  const operands = findings('final-accounts-1.pdf').flatMap((finding) => finding.operands);
  expect(rows('数字与出处').map((row) => row['数值（原样）'])).toEqual(operands.map(({ value }) => value));
  expect(rows('数字与出处').map((row) => row.数值)).toEqual(operands.map(({ value }) => Number(value)));
  expect(rows('数字与出处').map((row) => row.页)).toEqual(operands.map((one) => pagePlaces(one)[0]?.page));
});

test('the PDF is the original, byte for byte, with a box on every operand and an index before it', async () => {
  const { bytes, status } = report('final-accounts-1.pdf', 'pdf', ['--lang', 'zh']);
  expect(status).toBe(0);
  const original = readFileSync(join(SAMPLES, 'final-accounts-1.pdf'));
  expect(bytes.subarray(0, original.length).equals(original)).toBe(true);
  const [before, after] = await Promise.all([opened(original), opened(bytes)]);
  const added = after.document.numPages - before.document.numPages;
  expect(added).toBeGreaterThan(0);
  expect(await after.document.getPageLabels()).toContain('14');
  const text = await (await after.document.getPage(1)).getTextContent();
  const written = text.items.map((item) => ('str' in item ? item.str : '')).join('');
  for (const { operands, message } of findings('final-accounts-1.pdf')) {
    expect(written.replace(/\s/g, '')).toContain(message.slice(0, 12));
    for (const place of operands.flatMap(pagePlaces)) {
      const page = await after.document.getPage(place.page + added);
      const boxes = (await page.getAnnotations()).filter(({ subtype }) => subtype === 'Square');
      const { height } = page.getViewport({ scale: 1 });
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = place.bbox;
      const around = ([left = 0, bottom = 0, right = 0, top = 0]: number[]) =>
        left <= x0 + 1 && right >= x1 - 1 && height - top <= y0 + 1 && height - bottom >= y1 - 1;
      expect(boxes.some(({ rect }) => around(rect))).toBe(true);
    }
  }
  await Promise.all([before.task.destroy(), after.task.destroy()]);
});

async function opened(bytes: Uint8Array) {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  return { task, document: await task.promise };
}

test('where the original is no PDF, the index alone says so and quotes the places', async () => {
  const { bytes, status } = report('final-accounts-3.html', 'pdf', ['--lang', 'zh']);
  expect(status).toBe(0);
  const { task, document } = await opened(bytes);
  const page = await (await document.getPage(1)).getTextContent();
  const text = page.items.map((item) => ('str' in item ? item.str : '')).join('');
  expect(text).toContain('原件不是PDF');
  expect(text).toContain('【1.1');
  await task.destroy();
});

test('locale and time zone make no difference to any byte', () => {
  for (const format of ['html', 'xlsx', 'pdf']) {
    const [one, other] = [
      { LC_ALL: 'en_US.UTF-8', TZ: 'Asia/Shanghai' },
      { LC_ALL: 'de_DE.UTF-8', TZ: 'America/St_Johns' },
    ].map((env) => report('final-accounts-1.pdf', format, [], env).bytes);
    expect(one?.equals(other ?? Buffer.of()), format).toBe(true);
  }
});

test('decisions are in the paper; what was dismissed comes last', () => {
  const [first] = findings('final-accounts-1.pdf');
  const id = first?.id ?? '';
  expect(gouji(['review', id, 'dismiss', '--reason', '附注<已>说明', ...db]).status).toBe(0);
  const page = report('final-accounts-1.pdf', 'html', ['--lang', 'zh']).bytes.toString();
  expect(page).toContain('附注&lt;已&gt;说明');
  expect(page).toContain('待核 2，已确认 0，已排除 1');
  expect(page.lastIndexOf('<article')).toBe(page.indexOf('<article id="f3" class="dismissed"'));
  expect(gouji(['review', id, 'undo', ...db]).status).toBe(0);
});

test('an unknown format is refused with the nearest, and an unknown document is named', () => {
  expect(gouji(['report', 'final', ...db, '--format', 'xslx']).stderr).toContain('Did you mean xlsx?');
  const missing = gouji(['report', '图书馆', ...db]);
  expect(missing.stderr).toContain('图书馆');
  expect(missing.status).toBe(1);
});

test('a place that cannot be written keeps what stood there, and no half file', () => {
  const folder = temporaryFolder();
  const { stderr, status } = gouji([
    'report',
    'final-accounts-1.pdf',
    ...db,
    '--format',
    'pdf',
    '--output',
    join(folder, 'none/a.pdf'),
  ]);
  expect(stderr).toContain('its folder does not exist');
  expect(status).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

test.runIf(existsSync('/dev/full'))('a full disk is one line and exit code 1', () => {
  const { stderr, status } = gouji(['report', 'final-accounts-1.pdf', ...db, '--output', '/dev/full']);
  expect(stderr).toContain('the disk is full');
  expect(status).toBe(1);
});

test('a document that was not read in full is not filed as checked', () => {
  const broken = join(temporaryFolder(), '破损.pdf');
  writeFileSync(broken, '%PDF-1.7\nbroken');
  gouji(['ingest', broken, ...db]);
  for (const format of ['html', 'xlsx', 'pdf']) {
    const { status, stderr, bytes } = report('破损.pdf', format);
    expect(status).toBe(1);
    expect(stderr).toContain('was not read in full');
    expect(bytes.length).toBeGreaterThan(0);
  }
});
