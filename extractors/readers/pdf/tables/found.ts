import type { GridCell, PagePlace, StatusReason, TableBlock } from '../../../../schemas/index.ts';

/** What the table finder hands on. Coordinates are points, origin at the top left of the page as displayed. */

export type BoundingBox = PagePlace['bbox'];

/** A line of text left over by the tables of a page, top to bottom: continuation asks what stands between two parts. */
export interface LooseLine {
  readonly text: string;
  readonly y0: number;
  readonly y1: number;
  readonly x0: number;
  readonly x1: number;
}

/** A table as it stands on one page. */
export interface TablePart {
  readonly page: number;
  readonly bbox: BoundingBox;
  /** Heights where it begins and ends, as read: the page of a sideways table is turned upright, as for `LooseLine`. */
  readonly top: number;
  readonly bottom: number;
  /** How the columns were found: by ruling lines, or by the alignment of text. */
  readonly kind: 'ruled' | 'aligned';
  readonly rows: number;
  readonly columns: number;
  /** Row-major; exactly tiles rows × columns; blank cells are present. */
  readonly cells: readonly GridCell[];
  /** x of the column borders, `columns + 1` values, ascending (along the reading direction for sideways tables). */
  readonly columnEdges: readonly number[];
  /** Per column of the last row: the share of its cell that the last line of text fills (a row cut off by the page end). */
  readonly lastLineFill: readonly number[];
  /** Indices into `page.runs` of the text that stands in the cells: the layout leaves it out of paragraphs. */
  readonly consumedRuns: ReadonlySet<number>;
}

/** The tables of one page in reading order. `width` and `height` are of the page as read (see `top`). Small enough to be kept for every page of a document. */
export interface PageTables {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly parts: readonly TablePart[];
  readonly loose: readonly LooseLine[];
  /** Caps that were reached: the page was not read in full. */
  readonly reasons: readonly StatusReason[];
}

/** A whole table: one part, or several on successive pages joined. */
export interface FoundTable {
  readonly block: Omit<TableBlock, 'index'>;
  readonly parts: readonly TablePart[];
}
