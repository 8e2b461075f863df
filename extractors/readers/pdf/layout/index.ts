import type { Document, StatusReason } from '../../../../schemas/index.ts';
import type { EnginePage } from '../engine.ts';
import { imageOnly, unreliableText } from '../page-reasons.ts';
import type { FoundTable, PageTables } from '../tables/found.ts';
import { findPageTables, joinContinuations, sidewaysTurn } from '../tables/index.ts';
import { blocksOf } from './blocks.ts';
import { type PageText, type PlacedTable, readingFlow } from './flow.ts';
import { furnitureOf } from './furniture.ts';
import { type Line, rowsOf } from './lines.ts';
import { readingDirections } from './upright.ts';

/** What is kept of a page once it was read: its tables, and the lines that no table has taken. */
export interface ReadPage {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly imageShare: number;
  readonly tables: PageTables;
  readonly tableCharacters: number;
  readonly directions: readonly PageDirection[];
  readonly unplaced: readonly string[];
  readonly reasons: readonly StatusReason[];
}

interface PageDirection {
  readonly width: number;
  readonly upright: boolean;
  /** True for the direction that the tables of the page are read in. */
  readonly ofTables: boolean;
  readonly rows: Line[][];
}

export function readPage(page: EnginePage): ReadPage {
  const tables = findPageTables(page);
  const turn = sidewaysTurn(page) ?? 0;
  const taken = new Set(tables.parts.flatMap((part) => [...part.consumedRuns]));
  const directions = readingDirections(page, taken).map(({ rotation, width, pieces }) => ({
    width,
    upright: rotation === 0,
    ofTables: rotation === turn,
    rows: rowsOf(pieces, page.number),
  }));
  return {
    page: page.number,
    width: page.width,
    height: page.height,
    imageShare: page.imageShare,
    tables,
    tableCharacters: page.runs.reduce((sum, run, index) => sum + (taken.has(index) ? run.text.length : 0), 0),
    directions,
    unplaced: page.unplaced ?? [],
    reasons: [...page.reasons, ...tables.reasons, ...unreliableText(page)],
  };
}

export interface DocumentFrame {
  readonly pageCount: number;
  readonly metadata: Readonly<Record<string, string>>;
  readonly reasons: readonly StatusReason[];
}

/** Puts the pages together: running headers aside, tables joined over pages, lines to paragraphs. */
export function documentOf(pages: readonly ReadPage[], frame: DocumentFrame): Document {
  const aside = furnitureOf(
    pages.map((page) => ({
      page: page.page,
      height: page.height,
      rows: page.directions.find((direction) => direction.upright)?.rows ?? [],
      tables: page.tables.parts.map((part) => [part.bbox[1], part.bbox[3]] as const),
    })),
  );
  const texts: PageText[] = pages.flatMap((page) =>
    withTables(page).map(({ width, ofTables, rows }) => ({
      page: page.page,
      width,
      ofTables,
      rows: rows.filter((row) => !aside.has(row)),
    })),
  );
  const tables = joinContinuations(pages.map((page) => page.tables));
  return {
    mediaType: 'application/pdf',
    pages: frame.pageCount,
    pageSizes: pages.map(({ width, height }) => ({ width: rounded(width), height: rounded(height) })),
    blocks: blocksOf(readingFlow(texts, placedTables(tables))),
    asides: pages.flatMap((page) => asidesOf(page, aside)),
    metadata: { ...frame.metadata },
    links: [],
    reasons: [...frame.reasons, ...pages.flatMap((page) => [...page.reasons, ...imageOnlyReason(page, aside)])],
  };
}

/** Tables stand in the flow of the text that reads as they do, also on a page where they have taken all of it. */
function withTables({ directions, tables }: ReadPage): readonly PageDirection[] {
  if (directions.some((direction) => direction.ofTables)) return directions;
  return [{ width: tables.width, upright: false, ofTables: true, rows: [] }, ...directions];
}

function imageOnlyReason(page: ReadPage, aside: ReadonlySet<readonly Line[]>): StatusReason[] {
  const rows = page.directions.flatMap((direction) => direction.rows).filter((row) => !aside.has(row));
  const characters = rows.flat().reduce((sum, line) => sum + line.text.length, page.tableCharacters);
  return imageOnly(page.page, page.imageShare, characters);
}

function placedTables(tables: readonly FoundTable[]): PlacedTable[] {
  return tables.flatMap((table) =>
    table.parts.map((part, index) => ({
      table,
      page: part.page,
      top: part.top,
      bottom: part.bottom,
      left: part.columnEdges[0] ?? 0,
      begins: index === 0,
    })),
  );
}

function asidesOf(page: ReadPage, aside: ReadonlySet<readonly Line[]>): Document['asides'] {
  const rows = page.directions.flatMap((direction) => direction.rows).filter((row) => aside.has(row));
  const texts = [...rows.map((row) => row.map((line) => line.text).join(' ')), ...page.unplaced];
  return texts.map((text) => ({ page: page.page, text }));
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
