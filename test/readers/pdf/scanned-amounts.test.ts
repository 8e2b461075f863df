import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { extract } from '../../../extractors/extract.ts';
import { read } from '../../../extractors/readers/index.ts';
import { aidsOf } from '../../../pipeline/tools/aids.ts';
import { findTools } from '../../../pipeline/tools/find-tools.ts';

/** A real scan at 120 dots per inch, which is not part of the repository. Amounts as a person reads them, in order. */
const SCAN = new URL('../../../../shared/corpus/wild/changsha-05.pdf', import.meta.url);
const AMOUNTS = [
  '12954.16万元',
  '3683.76万元',
  '9270.40万元',
  '13205.30万元',
  '4209.23万元',
  '8996.07万元',
  '12667.08万元',
  '4197.93万元',
  '8469.15万元',
  '7178万元',
  '32.04万元',
  '17.45万元',
  '33.56万元',
];
/** Share of them that must be read right. */
const RIGHT = 0.9;

const { recognizer } = await findTools({ ocr: true, versions: false });
const missing = !existsSync(SCAN) ? 'the scan is not here' : recognizer === null ? 'Tesseract is not installed' : '';

test.skipIf(missing !== '')(
  `nine in ten amounts in the prose of a scan are read right${missing === '' ? '' : ` (skipped: ${missing})`}`,
  async () => {
    const bytes = Uint8Array.from(readFileSync(SCAN));
    const document = await read({ bytes, sha256: '', source: 'scan.pdf' }, aidsOf({ converter: null, recognizer }));
    const { figures } = extract(document, { sha256: '', source: 'scan.pdf' });
    const found = figures.filter(({ unit }) => unit.endsWith('元')).map(({ value, unit }) => `${value}${unit}`);
    const right = AMOUNTS.filter((amount) => found.includes(amount));
    expect(right.length / AMOUNTS.length).toBeGreaterThanOrEqual(RIGHT);
  },
  300_000,
);
