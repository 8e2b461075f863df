import type { Canvas } from '@napi-rs/canvas';
import {
  openPageImages,
  type PageImage,
  type PageImages,
} from '../../extractors/readers/pdf/engine-pdfjs/page-images.ts';
import type { HeaderBand } from './header-bands.ts';
import type { Entry, WorkingPaper } from './model.ts';
import { documentOf, type PageMark, pageMarks } from './page-marks.ts';
import { bandsAround, cutPicture } from './picture.ts';

/** A piece of a page around the operands of one finding, with their boxes drawn. */
export interface Picture {
  readonly page: number;
  /** Of another document: its path. */
  readonly source: string | null;
  readonly marks: readonly string[];
  readonly png: Uint8Array;
  /** As displayed, in points. */
  readonly width: number;
  readonly height: number;
}

/** Fine enough to read small print on paper. */
const DPI = 144;
/** Kept in memory until the paper is written, at some 60 kB each; findings beyond have excerpts. */
const MOST_PICTURES = 400;

/** One picture to be made: the marks of one finding on one page. */
interface Wanted {
  readonly entry: number;
  readonly source: string | null;
  readonly marks: readonly PageMark[];
}

export interface PictureSources {
  /** The bytes of a document by their SHA-256; null where they are not kept or are no PDF. */
  readonly pdfOf: (sha256: string) => Uint8Array | null;
  readonly headerOf: (sha256: string, table: string, page: number) => HeaderBand | null;
}

/** The pictures of each finding, by its number. Each page is rendered once, whatever the number of findings on it. */
export async function picturesOf(
  paper: Pick<WorkingPaper, 'document' | 'entries'>,
  { pdfOf, headerOf }: PictureSources,
): Promise<ReadonlyMap<number, readonly Picture[]>> {
  const made = new Map<number, Picture[]>();
  for (const [sha256, pages] of wantedPages(paper)) {
    const bytes = pdfOf(sha256);
    const images = bytes === null ? null : await openPageImages(bytes).catch(() => null);
    if (images === null) continue;
    try {
      for (const [number, wanted] of [...pages].toSorted(([a], [b]) => a - b)) {
        const page = await pageOf(images, number);
        if (page === null) continue;
        const header = (table: string) => headerOf(sha256, table, number);
        for (const one of wanted) {
          const picture = pictureOf(number, page, one, header);
          made.set(one.entry, [...(made.get(one.entry) ?? []), picture]);
        }
      }
    } finally {
      await images.close();
    }
  }
  return made;
}

/** By document, then by page. */
function wantedPages(paper: Pick<WorkingPaper, 'document' | 'entries'>): Map<string, Map<number, Wanted[]>> {
  const documents = new Map<string, Map<number, Wanted[]>>();
  let count = 0;
  for (const entry of paper.entries) {
    for (const [sha256, operands] of Map.groupBy(entry.operands, (one) => documentOf(one, paper.document.sha256))) {
      const pages = documents.get(sha256) ?? new Map<number, Wanted[]>();
      documents.set(sha256, pages);
      for (const [page, marks] of Map.groupBy(pageMarks(operands), (mark) => mark.page)) {
        if (++count > MOST_PICTURES) return documents;
        const wanted = { entry: entry.number, source: operands[0]?.source ?? null, marks };
        pages.set(page, [...(pages.get(page) ?? []), wanted]);
      }
    }
  }
  return documents;
}

/** A page that cannot be rendered has no picture; the finding keeps its excerpts. */
async function pageOf(images: PageImages, number: number): Promise<PageImage | null> {
  return number > images.pageCount ? null : images.page(number, DPI).catch(() => null);
}

function pictureOf(
  number: number,
  page: PageImage,
  { marks, source }: Wanted,
  headerOf: (table: string) => HeaderBand | null,
): Picture {
  const canvas: Canvas = cutPicture(page, bandsAround(marks, page.height, headerOf), marks);
  return {
    page: number,
    source,
    marks: marks.flatMap(({ operands }) => operands.map(({ mark }) => mark)),
    png: canvas.toBuffer('image/png'),
    width: canvas.width / page.scale,
    height: canvas.height / page.scale,
  };
}

/** Is every number of the finding that stands on a page to be seen on a picture? */
export function showsAll({ operands }: Entry, pictures: readonly Picture[]): boolean {
  const shown = new Set(pictures.flatMap(({ marks }) => marks));
  return operands.every(({ mark }) => shown.has(mark));
}
