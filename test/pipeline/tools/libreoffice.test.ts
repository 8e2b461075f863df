import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { extract } from '../../../extractors/extract.ts';
import { read } from '../../../extractors/readers/index.ts';
import { aidsOf } from '../../../pipeline/tools/aids.ts';
import { findTools } from '../../../pipeline/tools/find-tools.ts';
import type { Block, Document } from '../../../schemas/index.ts';

const tools = await findTools({ ocr: false, versions: false });
const isMissing = tools.converter === null;
const why = isMissing ? ' (skipped: LibreOffice is not installed)' : '';
const SLOW = 120_000;

/** Rich text in escapes, so that the fixture does not depend on a code page. */
const escaped = (text: string): string =>
  [...text].map((char) => (char < '\u0080' ? char : `\\u${char.charCodeAt(0)}?`)).join('');
const cells = (...texts: string[]): string =>
  `\\trowd${texts.map((_, index) => `\\cellx${(index + 1) * 2000}`).join('')}${texts.map((text) => `\\intbl ${escaped(text)}\\cell`).join(' ')}\\row\n`;
const rtf = (...content: string[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(`{\\rtf1\\ansi\\uc1\n${content.join('')}}`, 'latin1'));
const readRtf = (bytes: Uint8Array<ArrayBuffer>): Promise<Document> =>
  read({ bytes, sha256: '0'.repeat(64), source: 'old.rtf' }, aidsOf(tools));
const outline = (blocks: readonly Block[]): string[] =>
  blocks.map((block) => (block.kind === 'table' ? block.cells.map(({ text }) => text).join('|') : block.text));

describe(`LibreOffice${why}`, () => {
  const document = rtf(
    `${escaped('一、收入决算情况')}\\par ${escaped('本年收入合计2,870.29万元。')}\\par\n`,
    cells('项目', '决算数'),
    cells('财政拨款收入', '2,870.29'),
  );
  const expected = ['一、收入决算情况', '本年收入合计2,870.29万元。', '项目|决算数|财政拨款收入|2,870.29'];

  test.skipIf(isMissing)(
    'converts two documents at once, and the same bytes give the same reading',
    { timeout: SLOW },
    async () => {
      const [first, second] = await Promise.all([readRtf(document), readRtf(document)]);
      expect(outline(first.blocks)).toEqual(expected);
      expect(second).toEqual(first);
    },
  );

  test.skipIf(isMissing)(
    'regression: pictures that a document links to are not fetched',
    { timeout: SLOW },
    async () => {
      const asked: string[] = [];
      const server = createServer((request, response) => {
        asked.push(request.url ?? '');
        response.end();
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      const link = `<draw:frame svg:width="3cm" svg:height="3cm" text:anchor-type="as-char"><draw:image xlink:href="http://127.0.0.1:${port}/p.png"/></draw:frame>`;
      await aidsOf(tools).converter?.(flatText(`<text:p>${link}</text:p>`), 'docx');
      server.close();
      expect(asked).toEqual([]);
    },
  );
});

const filed = new URL('../../../../shared/corpus/wild/taiyuan-01.doc', import.meta.url);
const isAtHand = !isMissing && existsSync(filed);
const left = isAtHand ? '' : ' (skipped: it needs LibreOffice and the annotated documents beside the project)';

test.skipIf(!isAtHand)(
  `the forms of accounts filed as a .doc are read with their facts${left}`,
  { timeout: SLOW },
  async () => {
    const artifact = { bytes: new Uint8Array(readFileSync(filed)), sha256: '0'.repeat(64), source: 'accounts.doc' };
    const { tables, facts } = extract(await read(artifact, aidsOf(tools)), artifact);
    const forms = tables.filter(({ id, unit }) => unit === '元' && facts.some(({ table }) => table === id));
    expect(forms.length).toBeGreaterThanOrEqual(8);
    expect(forms.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['final.02', 'final.03', 'final.04', 'final.05', 'final.07']),
    );
  },
);

function flatText(body: string): Uint8Array {
  const office = 'urn:oasis:names:tc:opendocument:xmlns:';
  const namespaces = [
    ['office', `${office}office:1.0`],
    ['text', `${office}text:1.0`],
    ['draw', `${office}drawing:1.0`],
    ['svg', `${office}svg-compatible:1.0`],
    ['xlink', 'http://www.w3.org/1999/xlink'],
  ].map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`);
  return new TextEncoder().encode(
    `<?xml version="1.0"?><office:document ${namespaces.join(' ')} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>${body}</office:text></office:body></office:document>`,
  );
}
