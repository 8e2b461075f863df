import { describe, expect, test } from 'vitest';
import { readStage } from '../../../extractors/index.ts';
import { NO_AIDS, type ReadingAids } from '../../../extractors/readers/aids.ts';
import { docx, text } from './docx.ts';

const rtf = new TextEncoder().encode('{\\rtf1\\ansi old}');
const artifact = { bytes: new Uint8Array(rtf), sha256: '0'.repeat(64), source: 'old.doc' };
const converter: ReadingAids = { ...NO_AIDS, converter: async () => docx({ body: text('本年支出8.10万元。') }) };

describe('files of older word processors', () => {
  test('are read through the converter, and say so', async () => {
    expect(await readStage.run({ artifact, aids: converter })).toMatchObject({
      mediaType: 'application/rtf',
      metadata: { 'converted-from': 'application/rtf' },
      blocks: [{ text: '本年支出8.10万元。' }],
      aids: ['converter'],
      reasons: [],
    });
  });

  test('without one say what they need, and that they asked', async () => {
    expect(await readStage.run({ artifact, aids: NO_AIDS })).toMatchObject({
      blocks: [],
      aids: ['converter'],
      reasons: [{ code: 'needs-converter', message: expect.stringContaining('Install LibreOffice') }],
    });
  });

  test('that the converter makes nonsense of are unreadable', async () => {
    const nonsense: ReadingAids = { ...NO_AIDS, converter: async () => new TextEncoder().encode('nonsense') };
    expect(await readStage.run({ artifact, aids: nonsense })).toMatchObject({
      blocks: [],
      reasons: [{ code: 'damaged' }],
    });
  });
});
