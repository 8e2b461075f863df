import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { extract } from '../../../../extractors/extract.ts';
import { readPdf } from '../../../../extractors/readers/pdf/index.ts';
import type { Artifact, Extraction } from '../../../../schemas/index.ts';
import {
  type DrawnPart,
  dashed,
  dashes,
  doubled,
  drawForm,
  type Edge,
  type Form,
  type FormCell,
  type FormRow,
  imageOfLine,
  type Manner,
  showBold,
  showByLetter,
  thinRectangle,
} from './drawn-form.ts';

const cell = (text: string, cs = 1, rs = 1): FormCell => ({
  text,
  ...(cs > 1 ? { cs } : {}),
  ...(rs > 1 ? { rs } : {}),
});
const plain = (...texts: string[]): FormRow => texts.map((text) => cell(text));

/** 一般公共预算财政拨款支出决算表 with merged heads, a wrapped name, blanks and a total across two columns. */
const form: Form = {
  title: '一般公共预算财政拨款支出决算表',
  unitLine: '单位：万元',
  xs: [50, 130, 250, 350, 450, 550],
  headerRows: 2,
  rows: [
    [cell('项目', 2), null, cell('本年支出', 3), null, null],
    plain('科目编码', '科目名称', '小计', '基本支出', '项目支出'),
    [cell('合计', 2), null, ...plain('1,530.60', '1,210.35', '320.25')],
    plain('201', '一般公共服务支出', '1,000.10', '800.10', '200.00'),
    plain('20103', '政府办公厅（室）及相关机构事务', '1,000.10', '800.10', '200.00'),
    plain('2010301', '行政运行', '800.10', '800.10', ''),
    plain('2010302', '一般行政管理事务', '200.00', '', '200.00'),
    plain('208', '社会保障和就业支出', '410.25', '410.25', ''),
    plain('20805', '行政事业单位养老支出', '410.25', '410.25', ''),
    plain('2080505', '机关事业单位基本养老保险缴费支出', '410.25', '410.25', ''),
    plain('224', '灾害防治及应急管理支出', '120.25', '', '120.25'),
    plain('22401', '应急管理事务', '120.25', '', '120.25'),
    plain('2240106', '安全监管', '120.25', '', '120.25'),
  ],
};

const unwrapped: Form = { ...form, xs: [40, 110, 320, 400, 480, 560] };

function artifactOf(bytes: Uint8Array): Artifact {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { bytes: new Uint8Array(bytes), sha256, source: 'form.pdf' };
}

async function reading(bytes: Uint8Array): Promise<Extraction> {
  const artifact = artifactOf(bytes);
  return extract(await readPdf(artifact), artifact);
}

function cellsOf({ tables }: Extraction): string[][] {
  return tables.map(({ cells }) => cells.map(({ r, c, rs, cs, text }) => `${r},${c} ${rs}×${cs} ${text}`));
}

function factsOf({ facts }: Extraction): string[] {
  return facts.map(({ code, row, column, value, unit }) => `${code} ${row} ${column} ${value} ${unit}`);
}

function drawnCells({ rows }: Form): string[][] {
  return [
    rows.flatMap((row, r) =>
      row.flatMap((one, c) => (one ? [`${r},${c} ${one.rs ?? 1}×${one.cs ?? 1} ${one.text}`] : [])),
    ),
  ];
}

function drawnFacts({ rows }: Form): string[] {
  const columns = ['本年支出/小计', '本年支出/基本支出', '本年支出/项目支出'];
  return rows.slice(2).flatMap((row) => {
    const [code, name] = row[1] ? [row[0]?.text ?? '', row[1].text] : ['', row[0]?.text ?? ''];
    return columns.flatMap((column, c) => {
      const value = (row[c + 2]?.text ?? '').replaceAll(',', '');
      return value === '' ? [] : [`${code} ${name} ${column} ${value} 万元`];
    });
  });
}

async function expectFacts(of: Form, manner: Manner): Promise<Extraction> {
  const read = await reading(drawForm(of, manner));
  expect(factsOf(read)).toEqual(drawnFacts(of));
  expect(read.tables.map(({ title, unit, kind }) => ({ title, unit, kind }))).toEqual([
    { title: of.title, unit: '万元', kind: 'final.05' },
  ]);
  return read;
}

async function expectCells(of: Form, manner: Manner): Promise<void> {
  expect(cellsOf(await expectFacts(of, manner))).toEqual(drawnCells(of));
}

const crop = '/CropBox [100 100 700 900]';

function withoutSides(edges: readonly Edge[], { left, right }: DrawnPart): Edge[] {
  return edges.filter((edge) => level(edge) || (edge.x0 !== left && edge.x0 !== right));
}

function betweenColumns(edges: readonly Edge[], { headerBottom, bottom }: DrawnPart): Edge[] {
  return edges.filter((edge) => !level(edge) || edge.y0 <= headerBottom || edge.y0 === bottom);
}

function headerOnly(edges: readonly Edge[], { headerBottom }: DrawnPart): Edge[] {
  return edges.filter((edge) => Math.max(edge.y0, edge.y1) <= headerBottom);
}

const level = (edge: Edge) => edge.y0 === edge.y1;
const small = { transform: '0.5 0 0 0.5 0 0 cm', mediaBox: '[0 0 300 400]' };
const large = { transform: '2 0 0 2 0 0 cm', mediaBox: '[0 0 1200 1600]' };

function box({ left, right, top, bottom }: DrawnPart): Edge[] {
  return [
    { x0: left, x1: right, y0: top, y1: top },
    { x0: left, x1: right, y0: bottom, y1: bottom },
    { x0: left, x1: left, y0: top, y1: bottom },
    { x0: right, x1: right, y0: top, y1: bottom },
  ];
}

describe('a form reads the same, cell for cell,', () => {
  test.each<[string, Manner]>([
    ['with lines', {}],
    ['with thin rectangles', { line: thinRectangle }],
    ['with dashed lines', { line: dashed }],
    ['with dashes drawn one by one', { line: dashes }],
    ['with double lines close together', { line: doubled(1.5) }],
    ['with double lines', { line: doubled(3) }],
    ['with double lines far apart', { line: doubled(4.5) }],
    ['with images of lines', { line: imageOfLine }],
    ['without lines at its sides', { edges: withoutSides }],
    ['set letter by letter', { show: showByLetter }],
    ['set twice to look bold', { show: showBold }],
    ['at half its size', small],
    ['at twice its size', large],
    ['in a page unit of its own', { ...small, entries: '/UserUnit 2' }],
    ['on a page turned right', { transform: '0 1 -1 0 800 0 cm', mediaBox: '[0 0 800 600]', entries: '/Rotate 90' }],
    ['on a page turned left', { transform: '0 -1 1 0 0 600 cm', mediaBox: '[0 0 800 600]', entries: '/Rotate 270' }],
    ['on a page upside down', { transform: '-1 0 0 -1 600 800 cm', entries: '/Rotate 180' }],
    ['lying on its left side', { transform: '0 1 -1 0 800 0 cm', mediaBox: '[0 0 800 600]' }],
    ['lying on its right side', { transform: '0 -1 1 0 0 600 cm', mediaBox: '[0 0 800 600]' }],
    ['on a cropped page', { transform: '1 0 0 1 100 100 cm', mediaBox: '[0 0 900 1000]', entries: crop }],
    ['on a page that begins below zero', { transform: '1 0 0 1 -300 -400 cm', mediaBox: '[-300 -400 300 400]' }],
  ])('%s', async (_, manner) => expectCells(form, manner));

  describe.each([
    ['repeated', true],
    ['printed once', false],
  ])('its header %s,', (_, repeatsHeader) => {
    test.each([3, 4, 5, 6, 7, 8, 9, 10, 11, 12])('cut by the page end before row %i', async (row) =>
      expectCells(form, { breaks: [row], repeatsHeader }),
    );

    test('cut before each row', async () =>
      expectCells(form, { breaks: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12], repeatsHeader }));

    test('going on under 续表', async () => expectCells(form, { breaks: [6], repeatsHeader, continuedLine: '续表' }));

    test('going on under its title', async () =>
      expectCells(form, { breaks: [6, 9], repeatsHeader, continuedLine: `${form.title}（续）` }));
  });
});

describe('the facts of a form are the same', () => {
  test.each<[string, Manner]>([
    ['with horizontal lines only', { edges: (edges) => edges.filter(level) }],
    ['with lines between columns only', { edges: betweenColumns }],
    ['with a ruled header over rows without lines', { edges: headerOnly }],
    ['in a frame without lines inside', { edges: (_, part) => box(part) }],
    ['without any line', { edges: () => [] }],
    ['without any line, at half its size', { edges: () => [], ...small }],
    ['without any line, at twice its size', { edges: () => [], ...large }],
    ['without any line, letter by letter', { edges: () => [], show: showByLetter }],
    ['without any line, over two pages', { edges: () => [], breaks: [6] }],
    ['without any line, over two pages with a header each', { edges: () => [], breaks: [6], repeatsHeader: true }],
  ])('%s', async (_, manner) => {
    await expectFacts(unwrapped, manner);
  });
});
