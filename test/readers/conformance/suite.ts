import { describe, expect, test } from 'vitest';
import { read } from '../../../extractors/readers/index.ts';
import type { Block } from '../../../schemas/index.ts';
import { document as documentSchema } from '../../../schemas/index.ts';
import { type DocumentSpec, SPECS, type SpecBlock, type SpecName } from './spec.ts';

export interface ReaderUnderTest {
  readonly name: string;
  /** Writes the disclosure in the reader's medium. */
  readonly make: (spec: DocumentSpec) => Uint8Array | Promise<Uint8Array>;
  /** What the medium cannot say, each with the reason. */
  readonly skip?: Partial<Record<SpecName, string>>;
}

/** The one suite of all readers: the same disclosure gives the same blocks, texts and grids, apart from places. */
export function runReaderConformance({ name, make, skip = {} }: ReaderUnderTest): void {
  describe(`${name} is read like every other medium`, () => {
    for (const [title, spec] of Object.entries(SPECS)) {
      const reason = skip[title as SpecName];
      test.skipIf(reason !== undefined)(reason === undefined ? title : `${title} (${reason})`, async () => {
        const document = await read({
          bytes: new Uint8Array(await make(spec)),
          sha256: '0'.repeat(64),
          source: `a ${name}`,
        });
        expect(document.reasons).toEqual([]);
        expect(documentSchema.parse(document).blocks.map(({ index }) => index)).toEqual(
          document.blocks.map((_, i) => i),
        );
        expect(document.blocks.map(outlineOf)).toEqual(spec.blocks.map(expectedOutline));
      });
    }

    test('places of text cover the text', async () => {
      const document = await read({
        bytes: new Uint8Array(await make(SPECS['headings and paragraphs in order'])),
        sha256: '0'.repeat(64),
        source: `a ${name}`,
      });
      for (const block of document.blocks) {
        if (block.kind === 'table') continue;
        const covered = block.spans.reduce((sum, { start, end }) => sum + end - start, 0);
        expect(covered).toBeGreaterThan(block.text.length * 0.8);
      }
    });
  });
}

/** Layout spaces are no difference: what they mean is for the narrative. */
function outlineOf(block: Block): string[] {
  if (block.kind !== 'table') return [block.kind === 'list-item' ? 'paragraph' : block.kind, plain(block.text)];
  return ['table', ...block.cells.map(({ r, c, rs, cs, text }) => `${r},${c} ${rs}x${cs} ${plain(text)}`)];
}

function expectedOutline(block: SpecBlock): string[] {
  if (block.kind !== 'table') return [block.kind, plain(block.text)];
  const cells = block.rows.flatMap((row, r) => {
    let c = 0;
    return row.map(({ text, rows = 1, columns = 1 }) => {
      const outline = `${r},${c} ${rows}x${columns} ${plain(text)}`;
      c += columns;
      return outline;
    });
  });
  return ['table', ...cells];
}

function plain(text: string): string {
  return text.replace(/\s/g, '');
}
