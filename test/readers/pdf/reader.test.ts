import PDFDocument from 'pdfkit';
import { describe, expect, test } from 'vitest';
import { UnreadableError } from '../../../extractors/errors.ts';
import { readPdf } from '../../../extractors/readers/pdf/index.ts';
import { placeOf } from '../../../extractors/text/place.ts';
import type { Artifact, Block, Document } from '../../../schemas/index.ts';
import { document as documentSchema } from '../../../schemas/index.ts';
import { at, type MinimalPage, minimalPdf } from './minimal-pdf.ts';

const artifact = (bytes: Uint8Array): Artifact => ({
  sha256: '0'.repeat(64),
  bytes: new Uint8Array(bytes),
  source: '决算公开.pdf',
});

async function read(...pages: MinimalPage[]): Promise<Document> {
  return readPdf(artifact(minimalPdf(pages)));
}

const textsOf = (blocks: readonly Block[]) => blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text]));

/** Lines of 12 point type, 20 points apart, from the top of a page 600 points wide; margins 60 and 540 (40 em). */
function lines(...rows: readonly (readonly [x: number, text: string])[]): string {
  return rows.map(([x, text], i) => at(x, 700 - 20 * i, text)).join('');
}

/** A stretch of running text that fills `count` em. */
const filler = (count: number) => '本单位按照有关规定编制部门决算并如实反映收支情况及其变化'.repeat(4).slice(0, count);

describe('paragraphs', () => {
  test('lines that fill the measure run on, a short line ends a paragraph, an indent begins one', async () => {
    const { blocks } = await read({
      content: lines(
        [84, filler(38)],
        [60, `${filler(20)}。`],
        [84, filler(38)],
        [60, filler(40)],
        [60, `${filler(10)}。`],
      ),
    });
    expect(textsOf(blocks)).toEqual([`${filler(38)}${filler(20)}。`, `${filler(38)}${filler(40)}${filler(10)}。`]);
  });

  test('a paragraph goes on over the page, past the page number', async () => {
    const { blocks, asides } = await read(
      { content: lines([84, filler(38)], [60, filler(40)], [60, filler(40)], [60, filler(40)]) + at(290, 40, '- 1 -') },
      {
        content: lines([60, `${filler(9)}。`], [84, filler(38)], [60, filler(40)], [60, '终。']) + at(290, 40, '- 2 -'),
      },
    );
    expect(textsOf(blocks)[0]).toBe(`${filler(38)}${filler(40).repeat(3)}${filler(9)}。`);
    expect(blocks).toHaveLength(2);
    expect(asides).toEqual([
      { page: 1, text: '- 1 -' },
      { page: 2, text: '- 2 -' },
    ]);
  });

  test('a number cut by the line end is one number', async () => {
    const { blocks } = await read({
      content: at(84, 700, filler(35)) + at(504, 700, '1,3') + lines() + at(60, 680, '67.76') + at(93, 680, '万元。'),
    });
    expect(textsOf(blocks)).toEqual([`${filler(35)}1,367.76万元。`]);
  });

  test('a number set in runs on slightly different baselines is one number', async () => {
    const { blocks } = await read({
      content: at(84, 700, '支出总计') + at(132, 700, '1,3') + at(152, 699.2, '67.76') + at(186, 700, '万元。'),
    });
    expect(textsOf(blocks)).toEqual(['支出总计1,367.76万元。']);
  });

  test('numbered items and headings begin new blocks even after a full line', async () => {
    const { blocks } = await read({
      content: lines(
        [84, '一、收入决算情况说明'],
        [84, filler(38)],
        [60, `${filler(39)}。`],
        [84, `（一）${filler(34)}。`],
        [84, `1.${filler(37)}`],
        [60, '续。'],
      ),
    });
    expect(blocks.map((block) => block.kind)).toEqual(['heading', 'paragraph', 'paragraph', 'paragraph']);
    expect(textsOf(blocks)[3]).toBe(`1.${filler(37)}续。`);
  });

  test('a title that names again what the numbered heading over it names is a block of its own', async () => {
    const name = `${filler(34)}养护`;
    const { blocks } = await read({ content: lines([84, `（七）${name}`], [60, `${name}目标表`]) });
    expect(textsOf(blocks)).toEqual([`（七）${name}`, `${name}目标表`]);
  });

  test('a figure at the beginning of a line is no item number', async () => {
    const { blocks } = await read({
      content: lines([84, filler(38)], [60, filler(40)], [60, `1.5万元，${filler(33)}`], [60, '终。']),
    });
    expect(blocks).toHaveLength(1);
  });

  test('entries of the table of contents stay apart', async () => {
    const { blocks } = await read({
      content: lines([60, '一、收入决算表'], [60, '二、支出决算表']).replaceAll(
        ' Tj ET',
        ' Tj /F1 12 Tf (...............................................3) Tj ET',
      ),
    });
    expect(blocks.map((block) => block.kind)).toEqual(['paragraph', 'paragraph']);
  });

  test('text in two columns is read column by column', async () => {
    const column = (x: number) => Array.from({ length: 6 }, (_, i) => at(x, 700 - 20 * i, filler(18))).join('');
    const { blocks } = await read({ content: column(60) + column(324) + at(60, 580, '左。') + at(324, 580, '右。') });
    expect(textsOf(blocks)).toEqual([`${filler(18).repeat(6)}左。`, `${filler(18).repeat(6)}右。`]);
  });

  test('what stands at both ends of a line is two blocks', async () => {
    const { blocks } = await read({ content: at(60, 700, '部门：某局') + at(450, 700, '单位：万元') });
    expect(textsOf(blocks)).toEqual(['部门：某局', '单位：万元']);
  });
});

describe('running headers and page numbers', () => {
  const page = (extra: string) => ({ content: lines([60, filler(40)], [60, `${filler(20)}。`]) + extra });

  test('a text that returns at one height is set aside', async () => {
    const { blocks, asides } = await read(
      ...[1, 2, 3].map((n) => page(at(240, 760, '某局部门决算') + at(300, 30, String(n)))),
    );
    expect(asides.map(({ text }) => text)).toEqual(['某局部门决算', '1', '某局部门决算', '2', '某局部门决算', '3']);
    expect(textsOf(blocks)).toHaveLength(3);
  });

  test('what belongs to tables is not, even where it returns', async () => {
    const { asides } = await read(...[1, 2, 3].map(() => page(at(480, 760, '单位：万元'))));
    expect(asides).toEqual([]);
  });

  test('a lone number that keeps no step with the pages is no page number', async () => {
    const { asides } = await read(page(at(300, 30, '128')), page(at(300, 30, '128')), page(at(300, 30, '64')));
    expect(asides).toEqual([]);
  });
});

describe('places', () => {
  test('of a figure inside a line are interpolated between the ends of its run', async () => {
    const { blocks } = await read({ content: at(100, 700, '支出12.50万元') });
    const [block] = blocks;
    if (block === undefined) throw new Error('no block');
    expect(placeOf(block, 2, 7)).toEqual({ page: 1, bbox: [124, expect.any(Number), 184, expect.any(Number)] });
  });

  test('of a figure that goes over the page are a list', async () => {
    const { blocks } = await read(
      {
        content:
          lines([84, filler(38)], [60, filler(40)], [60, filler(40)]) +
          at(60, 640, `${filler(37)}`) +
          at(504, 640, '1,234,'),
      },
      { content: at(60, 700, '567.89') + at(97, 700, '万元。') },
    );
    const [block] = blocks;
    if (block === undefined || block.kind === 'table') throw new Error('no text');
    const start = block.text.indexOf('1,234,567.89');
    expect(start).toBeGreaterThan(0);
    expect(placeOf(block, start, start + 12)).toMatchObject([{ page: 1 }, { page: 2 }]);
  });
});

describe('what cannot be read is told', () => {
  const failure = async (bytes: Uint8Array) => {
    try {
      await readPdf(artifact(bytes));
    } catch (error) {
      if (error instanceof UnreadableError) return error;
      throw error;
    }
    throw new Error('was read');
  };

  test.each([
    ['empty', new Uint8Array(0)],
    ['damaged', new TextEncoder().encode(`%PDF-1.7\n${'garbage '.repeat(600)}\n%%EOF`)],
    ['truncated', minimalPdf([{ content: at(60, 700, 'a') }]).slice(0, 300)],
    ['empty', minimalPdf([])],
  ])('%s', async (code, bytes) => {
    const error = await failure(bytes);
    expect(error.code).toBe(code);
    expect(error.message).toContain('决算公开.pdf');
    expect(error.remedy).not.toBe('');
  });

  test('encrypted', async () => {
    expect((await failure(await encrypted())).code).toBe('encrypted');
  });

  test('a page that is an image is a reason, a blank page is none', async () => {
    const image = 'q 500 0 0 700 50 50 cm BI /W 2 /H 2 /BPC 8 /CS /G ID \u0010\u0010\u0010\u0010 EI Q';
    const { reasons } = await read({ content: image }, { content: '' }, { content: at(60, 700, '正文') });
    expect(reasons).toMatchObject([{ code: 'page-without-text', page: 1 }]);
  });

  test('text whose font does not say what its glyphs mean is a reason', async () => {
    const { reasons } = await read({
      content: at(60, 700, '\u0e01\u0e02\u1201\u1202\ue001\ue002\u0a05\u0a06\u1801\u1703\ue010'),
    });
    expect(reasons).toMatchObject([{ code: 'text-unreliable', page: 1 }]);
  });

  test('a file cut after its pages is read in part', async () => {
    const bytes = minimalPdf([{ content: at(60, 700, 'text') }]);
    const cut = Buffer.from(bytes)
      .toString('latin1')
      .replace(/startxref[\s\S]*$/, '');
    const { reasons, blocks } = await readPdf(artifact(new Uint8Array(Buffer.from(cut, 'latin1'))));
    expect(textsOf(blocks)).toEqual(['text']);
    expect(reasons).toMatchObject([{ code: 'truncated' }]);
  });
});

test('the result keeps the contract and is the same twice', async () => {
  const pages = [{ content: lines([84, filler(38)], [60, '终。']) }];
  const once = await read(...pages);
  expect(documentSchema.parse(once)).toEqual(once);
  expect(await read(...pages)).toEqual(once);
});

function encrypted(): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const pdf = new PDFDocument({ userPassword: 'secret', ownerPassword: 'owner' });
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.text('secret');
    pdf.end();
  });
}
