import { describe, expect, test } from 'vitest';
import type { EnginePage } from '../../../extractors/readers/pdf/engine.ts';
import { pdfjsEngine } from '../../../extractors/readers/pdf/engine-pdfjs/index.ts';
import { at, type MinimalPage, minimalPdf } from './minimal-pdf.ts';

async function firstPage(page: MinimalPage): Promise<EnginePage> {
  const document = await pdfjsEngine.open(minimalPdf([page]));
  try {
    return await document.page(1);
  } finally {
    await document.close();
  }
}

async function texts(page: MinimalPage): Promise<string[]> {
  return (await firstPage(page)).runs.map((run) => run.text);
}

describe('text', () => {
  test('stands where the page shows it, the origin at the top left', async () => {
    const { runs, width, height } = await firstPage({ content: at(100, 700, '合计') });
    expect([width, height]).toEqual([600, 800]);
    expect(runs).toHaveLength(1);
    const [run] = runs;
    expect(run?.text).toBe('合计');
    expect(run?.x0).toBeCloseTo(100);
    expect(run?.x1).toBeCloseTo(124);
    expect(run?.baseline).toBeCloseTo(100);
    expect(run?.size).toBeCloseTo(12);
  });

  test('of a font that is named but not embedded is read by its predefined CMap', async () => {
    expect(await texts({ content: at(100, 700, '一般公共服务支出') })).toEqual(['一般公共服务支出']);
  });

  test('of a turned page is upright when the page is displayed', async () => {
    const { runs, width, height } = await firstPage({
      content: 'BT /F1 12 Tf 0 1 -1 0 100 200 Tm (total) Tj ET',
      entries: '/Rotate 90',
    });
    expect([width, height]).toEqual([800, 600]);
    expect(runs[0]).toMatchObject({ text: 'total', rotation: 0 });
    expect(runs[0]?.x0).toBeCloseTo(200);
    expect(runs[0]?.baseline).toBeCloseTo(100);
  });

  test('set sideways keeps its direction of reading', async () => {
    const { runs } = await firstPage({ content: 'BT /F1 12 Tf 0 1 -1 0 100 200 Tm (up) Tj ET' });
    expect(runs[0]).toMatchObject({ text: 'up', rotation: 270 });
  });

  test('is measured from the crop box', async () => {
    const { runs, width } = await firstPage({ content: at(100, 700, 'in'), entries: '/CropBox [50 100 550 750]' });
    expect(width).toBe(500);
    expect(runs[0]?.x0).toBeCloseTo(50);
    expect(runs[0]?.baseline).toBeCloseTo(50);
  });

  test('is measured in displayed points where a page has a unit of its own', async () => {
    const { runs, width } = await firstPage({ content: at(100, 700, 'big'), entries: '/UserUnit 2' });
    expect(width).toBe(1200);
    expect(runs[0]?.x0).toBeCloseTo(200);
    expect(runs[0]?.size).toBeCloseTo(24);
  });

  test('in several pieces on one baseline is one run, a wide gap parts two', async () => {
    const content = 'BT /F1 10 Tf 1 0 0 1 50 700 Tm [(12) 0 (3.4)] TJ [(5)] TJ [-3000 (67)] TJ ET';
    expect(await texts({ content })).toEqual(['123.45', '67']);
  });
});

describe('what cannot be seen is not read', () => {
  test.each([
    ['invisible text of a recognised scan', 'BT /F1 12 Tf 3 Tr 1 0 0 1 100 700 Tm (ghost) Tj 0 Tr ET'],
    ['white text on paper', `1 g ${at(100, 700, 'ghost')}`],
    ['text outside the page', at(100, 900, 'ghost')],
    ['text outside the crop', `${at(100, 700, 'ghost').replace('BT', 'q 0 0 50 50 re W n BT')} Q`],
    ['text without size', at(100, 700, 'ghost', 0)],
    ['mirrored text', 'BT /F1 12 Tf -1 0 0 1 300 700 Tm (ghost) Tj ET'],
    ['text under a white area', `${at(100, 700, 'ghost')} 1 g 50 650 300 100 re f`],
  ])('%s', async (_, content) => {
    expect(await texts({ content: `${content}\n0 g ${at(100, 300, 'seen')}` })).toEqual(['seen']);
  });

  test('but white text on a dark area is seen', async () => {
    expect(await texts({ content: `0 g 50 650 300 100 re f 1 g ${at(100, 700, 'header')}` })).toEqual(['header']);
  });

  test('a watermark set askew is kept apart', async () => {
    const content = `BT /F1 60 Tf 0.7 0.7 -0.7 0.7 100 200 Tm (DRAFT) Tj ET ${at(100, 700, 'text')}`;
    const page = await firstPage({ content });
    expect(page.runs.map((run) => run.text)).toEqual(['text']);
    expect(page.unplaced).toEqual(['DRAFT']);
  });

  test('a line cut by the end of a spreadsheet page is read on the page that shows its middle', async () => {
    const cut = (y: number) => `q 0 100 600 600 re W n ${at(100, y, 'cut')} Q`;
    expect(await texts({ content: cut(98) })).toEqual(['cut']);
    expect(await texts({ content: cut(90) })).toEqual([]);
  });

  test('text drawn again to look bold is read once, and is bold', async () => {
    const content = at(100, 700, '合计') + at(100.3, 700, '合计') + at(100, 700.3, '合计') + at(200, 700, '合计');
    const { runs } = await firstPage({ content });
    expect(runs.map((run) => [run.text, run.bold])).toEqual([
      ['合计', true],
      ['合计', false],
    ]);
  });

  test('the same digit twice in a number is no overprint', async () => {
    const one = at(100, 700, '1', 10);
    const another = at(105.56, 700, '1', 10);
    expect(await texts({ content: one + another })).toEqual(['11']);
  });
});

describe('ruling lines', () => {
  test.each([
    ['a stroke', '2 w 100 700 m 300 700 l S', 2],
    ['a thin filled rectangle', '100 699.5 200 1 re f', 1],
  ])('%s', async (_, content, width) => {
    const { rules } = await firstPage({ content });
    expect(rules).toHaveLength(1);
    expect(rules[0]).toMatchObject({ x0: 100, x1: 300, y0: 100, y1: 100 });
    expect(rules[0]?.width).toBeCloseTo(width);
  });

  test('a stroked box has four edges, a filled one is shaded', async () => {
    expect((await firstPage({ content: '100 600 200 100 re S' })).rules).toHaveLength(4);
    const shaded = await firstPage({ content: '0.8 g 100 600 200 100 re f' });
    expect(shaded.rules).toHaveLength(0);
    expect(shaded.fills).toEqual([{ x0: 100, y0: 100, x1: 300, y1: 200 }]);
  });

  test('follow the transformations around them', async () => {
    const { rules } = await firstPage({ content: 'q 2 0 0 2 50 100 cm 10 100 m 60 100 l S Q' });
    expect(rules).toEqual([{ x0: 70, x1: 170, y0: 500, y1: 500, width: 2 }]);
  });

  test('white lines on paper are none', async () => {
    expect((await firstPage({ content: '1 G 100 700 m 300 700 l S' })).rules).toEqual([]);
  });
});

describe('limits', () => {
  test('a page of 50,000 lines is read in part and says so', async () => {
    const content = Array.from({ length: 50_000 }, (_, i) => `10 ${i % 700} m 500 ${i % 700} l S`).join('\n');
    const page = await firstPage({ content });
    expect(page.rules.length).toBeLessThanOrEqual(20_000);
    expect(page.reasons).toMatchObject([{ code: 'page-too-large', page: 1 }]);
  });

  test('a page of 200,000 glyphs is read in part and says so', async () => {
    const line = `(${'0123456789'.repeat(10)}) Tj T*\n`;
    const page = await firstPage({ content: `BT /F1 1 Tf 0.4 TL 1 0 0 1 10 790 Tm\n${line.repeat(2_000)}ET` });
    expect(page.reasons).toMatchObject([{ code: 'page-too-large', page: 1 }]);
  });

  test.each([
    ['a point', '[0 0 1 1]'],
    ['two hundred inches', '[0 0 14400 14400]'],
  ])('a page of %s is read', async (_, mediaBox) => {
    const page = await firstPage({ content: 'BT /F1 0.6 Tf 0.1 0.3 Td (a) Tj ET', mediaBox });
    expect(page.runs.map((run) => run.text)).toEqual(['a']);
  });

  test('unbalanced q and Q do no harm', async () => {
    expect(await texts({ content: `Q Q ${'q '.repeat(500)} ${at(100, 700, 'deep')}` })).toEqual(['deep']);
  });
});
