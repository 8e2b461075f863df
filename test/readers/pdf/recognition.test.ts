import { describe, expect, test } from 'vitest';
import { toDisclosure } from '../../../extractors/disclosure.ts';
import { extract } from '../../../extractors/extract.ts';
import type { RecognizedWord, Recognizer } from '../../../extractors/readers/aids.ts';
import { read } from '../../../extractors/readers/index.ts';
import type { Bitmap } from '../../../extractors/readers/recognition/bitmap.ts';
import { skewOf } from '../../../extractors/readers/recognition/skew.ts';
import { reconcile } from '../../../extractors/reconcile/index.ts';
import { disclosure } from '../../../schemas/index.ts';
import { type DrawnPage, imageOf, scanOf } from '../recognition/drawn-page.ts';

const artifact = (bytes: Uint8Array) => ({ bytes: Uint8Array.from(bytes), sha256: '0'.repeat(64), source: 'scan.pdf' });

interface Seen {
  readonly task: string;
  readonly picture: Bitmap;
}

/** Knows the sentences of the page when the block at its top left stands there, and guesses otherwise. */
function recognizerOf(sentences: readonly string[], seen: Seen[] = []): Recognizer {
  return async (image, { task, dpi }) => {
    const picture = pictureOf(image);
    seen.push({ task, picture });
    if (task === 'orientation') return { words: [], turn: null };
    const unit = dpi / 75;
    const upright = inkAt(picture, 90 * unit, 70 * unit) && !inkAt(picture, 400 * unit, 70 * unit);
    const words = sentences.flatMap((sentence, line) => wordsOf(sentence, line, unit));
    return { words: upright ? words : words.map((word) => ({ ...word, text: '乱', confidence: 0.2 })), turn: null };
  };
}

function wordsOf(sentence: string, line: number, unit: number): RecognizedWord[] {
  return sentence.split(' ').map((text, index) => {
    const [x, y] = [(60 + index * 60) * unit, (120 + line * 22) * unit];
    return { text, bbox: [x, y, x + 56 * unit, y + 12 * unit], confidence: 0.93, line };
  });
}

function pictureOf(pgm: Uint8Array): Bitmap {
  const header = /^P5\n(\d+) (\d+)\n255\n/.exec(Buffer.from(pgm.subarray(0, 40)).toString('latin1'));
  const [width, height] = [Number(header?.[1]), Number(header?.[2])];
  return { width, height, gray: pgm.subarray(pgm.length - width * height) };
}

function inkAt({ width, gray }: Bitmap, x: number, y: number): boolean {
  return (gray[Math.round(y) * width + Math.round(x)] ?? 255) < 128;
}

const SENTENCES = ['本年 收入 合计 900.00 万元，其中： 财政 拨款 收入', '700.00 万元， 占 本年 收入 合计 的 70.00 %。'];

async function readScan(pages: readonly DrawnPage[], recognizer: Recognizer | null) {
  return read(artifact(await scanOf(pages)), { converter: null, recognizer });
}

const textOf = ({ blocks }: Awaited<ReturnType<typeof read>>) =>
  blocks.map((block) => (block.kind === 'table' ? '' : block.text)).join('\n');

describe('a page that is an image', () => {
  test('without a recognizer is a page without text, and says what would have helped', async () => {
    const document = await readScan([{ lines: 3 }], null);
    expect(document.reasons).toMatchObject([{ code: 'page-without-text', page: 1 }]);
    expect(document).toMatchObject({ blocks: [], aids: ['recognizer'] });
  });

  test('is recognised, and told to be so', async () => {
    const document = await readScan([{ lines: 3 }], recognizerOf(SENTENCES));
    expect(document.reasons).toMatchObject([{ code: 'page-recognized', page: 1 }]);
    expect(textOf(document)).toContain('900.00万元，其中：财政拨款收入');
  });

  test('stands where it is displayed, in points', async () => {
    const document = await readScan([{ lines: 3 }], recognizerOf(['合计']));
    const [word] = document.recognized ?? [];
    expect(word?.bbox[0]).toBeCloseTo((60 * 72) / 75, 0);
    expect(word?.bbox[3]).toBeGreaterThan((120 * 72) / 75);
  });

  test.each([90, 180, 270] as const)('turned by %i degrees is turned upright', async (turn) => {
    const document = await readScan([{ lines: 3, turn }], recognizerOf(SENTENCES));
    expect(textOf(document)).toContain('900.00万元');
    expect(textOf(document)).not.toContain('乱');
  });

  test('turned by its side is asked about before it is read, and read once', async () => {
    const seen: Seen[] = [];
    const recognizer = recognizerOf(SENTENCES, seen);
    const told: Recognizer = async (image, request) => ({
      ...(await recognizer(image, request)),
      turn: request.task === 'orientation' ? 270 : null,
    });
    await readScan([{ lines: 20, turn: 90, grid: { rows: 3, columns: 2 } }], told);
    expect(seen.map(({ task }) => task)).toEqual(['orientation', 'text']);
  });

  test('blurred, so that the program is not sure of its words, is read in one turn and not in four', async () => {
    const seen: Seen[] = [];
    const recognizer = recognizerOf(SENTENCES, seen);
    const unsure: Recognizer = async (image, request) => {
      const { words, turn } = await recognizer(image, request);
      return { words: words.map((word) => ({ ...word, confidence: word.confidence * 0.65 })), turn };
    };
    expect(textOf(await readScan([{ lines: 20 }], unsure))).toContain('900.00万元');
    expect(seen).toHaveLength(1);
  });

  test('lying askew is laid straight before it is recognised', async () => {
    const seen: Seen[] = [];
    await readScan([{ lines: 20, skew: 2.5 }], recognizerOf(SENTENCES, seen));
    const recognized = seen.find(({ task }) => task === 'text');
    expect(Math.abs(skewOf(recognized?.picture ?? { width: 0, height: 0, gray: new Uint8Array() }))).toBeLessThan(0.2);
  });

  test('under a seal is recognised without the seal', async () => {
    const seen: Seen[] = [];
    await readScan([{ lines: 3, seal: true }], recognizerOf(SENTENCES, seen));
    expect(seen.every(({ picture }) => !inkAt(picture, 400 * 4, 700 * 4))).toBe(true);
  });

  test('that is blank is blank: nothing is recognised and nothing is missing', async () => {
    const seen: Seen[] = [];
    const document = await readScan([{ lines: 3 }, {}], recognizerOf(SENTENCES, seen));
    expect(document.reasons).toMatchObject([{ code: 'page-recognized', page: 1 }]);
    expect(seen).toHaveLength(1);
  });

  test('that the program cannot do is a page without text, and the others are read', async () => {
    let calls = 0;
    const failing: Recognizer = async (image, request) => {
      calls += 1;
      if (calls === 1) throw new Error('out of order');
      return recognizerOf(SENTENCES)(image, request);
    };
    const document = await readScan([{ lines: 3 }, { lines: 3 }], failing);
    expect(document.reasons).toMatchObject([
      { code: 'page-without-text', page: 1, message: expect.stringContaining('out of order') },
      { code: 'page-recognized', page: 2 },
    ]);
  });

  test('with ruling lines gives a table', async () => {
    const cells: Recognizer = async (_image, { dpi }) => {
      const unit = dpi / 75;
      const at = (text: string, x: number, y: number, line: number): RecognizedWord => ({
        text,
        bbox: [x * unit, y * unit, (x + 50) * unit, (y + 12) * unit],
        confidence: 0.9,
        line,
      });
      const rows = [
        ['项目', '金额'],
        ['收入', '12.50'],
        ['支出', '8.25'],
      ];
      return {
        words: [0, 1, 2].flatMap((row) =>
          (rows[row] ?? []).map((text, column) => at(text, 80 + column * 200, 609 + row * 30, row)),
        ),
        turn: null,
      };
    };
    const document = await readScan([{ lines: 1, grid: { rows: 3, columns: 2 } }], cells);
    const table = document.blocks.find((block) => block.kind === 'table');
    expect(table?.cells.map(({ text }) => text)).toEqual(['项目', '金额', '收入', '12.50', '支出', '8.25']);
  });
});

test('the same bytes and the same recognizer give the same document', async () => {
  const bytes = await scanOf([{ lines: 3, skew: 1 }]);
  const aids = { converter: null, recognizer: recognizerOf(SENTENCES) };
  expect(await read(artifact(bytes), aids)).toEqual(await read(artifact(bytes), aids));
});

describe('an image file', () => {
  test('is a document of one page', async () => {
    const aids = { converter: null, recognizer: recognizerOf(SENTENCES) };
    const document = await read(artifact(imageOf({ lines: 3 })), aids);
    expect(document).toMatchObject({
      mediaType: 'image/png',
      pages: 1,
      reasons: [{ code: 'page-recognized', page: 1 }],
    });
    expect(textOf(document)).toContain('900.00万元');
  });

  test('without a recognizer says what it needs; a damaged one that it is damaged', async () => {
    const image = imageOf({ lines: 3 });
    await expect(read(artifact(image))).rejects.toMatchObject({ code: 'needs-ocr' });
    const aids = { converter: null, recognizer: recognizerOf([]) };
    await expect(read(artifact(image.subarray(0, 60)), aids)).rejects.toMatchObject({ code: 'damaged' });
    const tiff = new Uint8Array([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    await expect(read(artifact(tiff), aids)).rejects.toMatchObject({ code: 'unsupported-medium' });
  });
});

describe('numbers of recognised pages', () => {
  const disclosureOf = async (lang: 'zh' | 'en') => {
    const document = await readScan([{ lines: 3 }], recognizerOf(SENTENCES));
    const extraction = extract(document, { sha256: '0'.repeat(64), source: 'scan.pdf' });
    return toDisclosure(extraction, reconcile(extraction, { lang, all: false }));
  };

  test('carry the confidence of the recognition, in the shape of the public JSON', async () => {
    const { figures, status } = disclosure.parse(await disclosureOf('zh'));
    expect(figures.map(({ value, confidence }) => [value, confidence])).toEqual([
      ['900.00', 0.93],
      ['700.00', 0.93],
      ['70.00', 0.93],
    ]);
    expect(status.state).toBe('partial');
  });

  test('are no errors: findings that rest on them say so, in either language', async () => {
    const [zh] = (await disclosureOf('zh')).findings;
    const [en] = (await disclosureOf('en')).findings;
    expect(zh).toMatchObject({ type: 'share', severity: 'warning', message: expect.stringContaining('文字识别') });
    expect(en).toMatchObject({ severity: 'warning', message: expect.stringContaining('text recognition') });
  });
});
