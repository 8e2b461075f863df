import { splitForms } from '../../../extractors/tables/segments.ts';
import type { Document, Extraction, OnePlace, Place } from '../../../schemas/index.ts';
import type { Store } from '../../store/open.ts';
import { decode } from '../../workers/encoding.ts';

/** What the stages made of a document: its blocks with their places, and what they were taken for. */
export interface Reading {
  /** null: it was not kept, as for documents that could not be read. */
  readonly document: Document | null;
  readonly extraction: Extraction | null;
  /** The tables that a block was read as, with the row of the block each begins at. */
  readonly tablesOfBlock: (block: number) => readonly TableOfBlock[];
  /** Place of a cell of a table of the extraction; null for a blank one without a place. */
  readonly placeOfCell: (table: string, r: number, c: number) => Place | null;
}

export interface TableOfBlock {
  readonly id: string;
  readonly firstRow: number;
}

export interface Readings {
  readonly of: (artifact: string) => Reading;
}

/** Readings are unpacked when they are first asked for; as many are kept. */
const KEPT = 8;

export function readingsOf(store: Store): Readings {
  const kept = new Map<string, Reading>();
  return {
    of: (artifact) => {
      const hashes = store.db
        .prepare<[string], string>(
          "SELECT output_hash FROM stage_runs WHERE artifact = ? AND stage IN ('read', 'extract') ORDER BY stage",
        )
        .pluck()
        .all(artifact);
      const key = [artifact, ...hashes].join(' ');
      const reading = kept.get(key) ?? load(store, artifact);
      kept.delete(key); // the one asked for last is the last to go
      kept.set(key, reading);
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
      return reading;
    },
  };
}

/** Each output is unpacked when it is first looked at: the reading of a long document takes a while. */
function load(store: Store, artifact: string): Reading {
  const documentOnce = once(() => outputOf<Document>(store, artifact, 'read'));
  const extractionOnce = once(() => outputOf<Extraction>(store, artifact, 'extract'));
  const blocks = once(() => tablesByBlock(documentOnce(), extractionOnce()));
  const places = once(() => cellPlaces(documentOnce(), blocks()));
  return {
    get document() {
      return documentOnce();
    },
    get extraction() {
      return extractionOnce();
    },
    tablesOfBlock: (block) => blocks().get(block) ?? [],
    placeOfCell: (table, r, c) => places().get(`${table}:${r}:${c}`) ?? null,
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Tables are cut out of their block in the order of their ids. */
function tablesByBlock(document: Document | null, extraction: Extraction | null): Map<number, TableOfBlock[]> {
  const ids = Map.groupBy(extraction?.tables ?? [], ({ block }) => block);
  return new Map(
    [...ids].map(([index, tables]) => {
      const block = document?.blocks[index];
      const pieces = block?.kind === 'table' && tables.length > 1 ? splitForms(block) : [];
      let firstRow = 0;
      return [
        index,
        tables.map(({ id }, n) => {
          const table = { id, firstRow };
          firstRow += pieces[n]?.rows ?? 0;
          return table;
        }),
      ];
    }),
  );
}

function outputOf<T>(store: Store, artifact: string, stage: string): T | null {
  const output = store.db
    .prepare<[string, string], Buffer | null>('SELECT output FROM stage_runs WHERE artifact = ? AND stage = ?')
    .pluck()
    .get(artifact, stage);
  return output ? decode<T>(output) : null;
}

function cellPlaces(document: Document | null, tables: ReadonlyMap<number, readonly TableOfBlock[]>) {
  const places = new Map<string, OnePlace | OnePlace[] | null>();
  for (const [index, ofBlock] of tables) {
    const grid = document?.blocks[index];
    if (grid?.kind !== 'table') continue;
    for (const { r, c, place } of grid.cells) {
      const table = ofBlock.findLast(({ firstRow }) => firstRow <= r);
      if (table !== undefined) places.set(`${table.id}:${r - table.firstRow}:${c}`, place);
    }
  }
  return places;
}
