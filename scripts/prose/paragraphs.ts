import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readTitle } from '../../extractors/identity/title-parts.ts';
import { tidyName } from '../../extractors/identity/unit-names.ts';
import { readNarrative } from '../../extractors/narrative/index.ts';
import type { ExtractedFigure } from '../../schemas/index.ts';

const paragraph = z.object({ id: z.string(), doc: z.string(), page: z.number(), text: z.string() });

/** One paragraph of a published document; `doc` is how that document begins. */
export type Paragraph = z.infer<typeof paragraph>;

/** A file with one JSON object per line. */
export function readParagraphs(file: string): readonly Paragraph[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => paragraph.parse(JSON.parse(line)));
}

/** The figures of a paragraph that stands alone: its year and unit are those of the document's beginning. */
export function figuresOf({ doc, text }: Paragraph): readonly ExtractedFigure[] {
  const { name, year, kind } = readTitle(beginning(doc));
  const narrative = readNarrative(
    {
      mediaType: 'text/plain',
      pages: null,
      pageSizes: [],
      blocks: [
        {
          kind: 'paragraph',
          index: 0,
          page: null,
          text,
          spans: [{ start: 0, end: text.length, place: { block: 0, start: 0, end: text.length } }],
        },
      ],
      asides: [],
      metadata: {},
      links: [],
      reasons: [],
    },
    {
      identity: {
        sha256: '',
        mediaType: 'text/plain',
        source: '',
        title: doc,
        issuer: name ?? '',
        kind: kind ?? 'unknown',
        fiscalYear: year,
        publishedOn: null,
        pages: null,
      },
      sections: { list: [], of: () => '', pathOf: () => [] },
      claimedBlocks: new Set(),
    },
  );
  return narrative.figures;
}

/** Up to the list of contents, in which titles of other kinds stand. */
function beginning(doc: string): string {
  return tidyName(doc).split(/目录|第一部分|一、/)[0] ?? '';
}

/** A number with its unit directly behind it, layout spaces inside and between allowed. */
const PRINTED = /(?<![\d.])\d(?:[\d,，]{0,20}\d)?(?:\.\d{1,12})?(?=\s{0,3}(?:万元|亿元|元|%))/g;

/** Numbers with 万元, 元, 亿元 or % directly behind them that are no figure. */
export function missedNumbers({ text }: Paragraph, figures: readonly ExtractedFigure[]) {
  const printed = [...text.matchAll(PRINTED)];
  const missed = printed.filter((match) => {
    const last = match.index + match[0].length - 1;
    return !figures.some(({ start, end }) => start <= last && last < end);
  });
  const around = ({ index }: { readonly index: number }) => text.slice(Math.max(0, index - 20), index + 24);
  return { printed: printed.length, missed: missed.map(around) };
}
