import type { ExtractedFact, ExtractedFigure, ExtractedTable, Extraction, Observation } from '../../schemas/index.ts';

/** The numbers of one disclosure that can take part in relations. The same number is always the same object. */
export interface Observations {
  /** The number of a table cell; null when the cell is blank, not a number, or not there. */
  readonly cell: (table: string, r: number, c: number) => Observation | null;
  readonly figure: (id: string) => Observation | null;
}

const own = new WeakMap<Extraction, Observations>();
const foreign = new WeakMap<Extraction, Observations>();

/** Observations of the disclosure that is being reconciled. */
export function observationsOf(extraction: Extraction): Observations {
  return remembered(own, extraction, () => observe(extraction, {}));
}

/** Observations of another disclosure: their refs and sources say which. */
export function observationsOfOther(extraction: Extraction): Observations {
  const { sha256, source } = extraction.document;
  return remembered(foreign, extraction, () => observe(extraction, { prefix: `${sha256}#`, source }));
}

interface Origin {
  readonly prefix?: string;
  readonly source?: string;
}

function observe(extraction: Extraction, origin: Origin): Observations {
  const facts = new Map(extraction.facts.map((fact) => [`cell:${fact.table}:${fact.r}:${fact.c}`, fact]));
  const figures = new Map(extraction.figures.map((figure) => [figure.id, figure]));
  const tables = new Map(extraction.tables.map((table) => [table.id, table]));
  const cells = new Map<string, Observation | null>();
  const stated = new Map<string, Observation | null>();
  return {
    cell: (table, r, c) => {
      const ref = `cell:${table}:${r}:${c}`;
      return remembered(cells, ref, () => {
        const of = tables.get(table);
        const fact = facts.get(ref);
        if (fact) return withOrigin(fromFact(ref, fact, of), origin);
        return of ? withOrigin(fromCell(ref, of, r, c), origin) : null;
      });
    },
    figure: (id) => {
      const figure = figures.get(id);
      return remembered(stated, id, () => (figure ? withOrigin(fromFigure(figure), origin) : null));
    },
  };
}

function fromFact(ref: string, fact: ExtractedFact, table: ExtractedTable | undefined): Observation {
  const label = [titleOf(table), fact.row, fact.column].filter((part) => part !== '').join('·');
  return { ref, value: fact.value, unit: fact.unit, label, place: fact.place };
}

/** A number in a table that gave no facts (a performance table): it is named by the row it stands in. */
function fromCell(ref: string, table: ExtractedTable, r: number, c: number): Observation | null {
  const cell = table.cells.find((candidate) => candidate.r === r && candidate.c === c);
  if (!cell || cell.value === null) return null;
  const name = table.cells.find((candidate) => candidate.r === r && candidate.value === null && candidate.text !== '');
  const label = [titleOf(table), name?.text ?? ''].filter((part) => part !== '').join('·');
  const unit = /[%％]\s*$/.test(cell.text) ? '%' : table.unit;
  return { ref, value: cell.value, unit, label, place: table.place };
}

function fromFigure(figure: ExtractedFigure): Observation {
  const label = figure.qualifier === '' ? figure.label : `${figure.qualifier}·${figure.label}`;
  return { ref: `figure:${figure.id}`, value: figure.value, unit: figure.unit, label, place: figure.place };
}

/** The title of a table as a name: layout spaces and the number of the form in brackets are left out. */
export function titleOf(table: ExtractedTable | undefined): string {
  if (!table) return '';
  return table.title.replace(/\s+/g, '').replace(/[（(][^（）()]{0,12}表[^（）()]{0,6}[）)]$/, '');
}

function withOrigin(observation: Observation | null, { prefix, source }: Origin): Observation | null {
  if (observation === null || prefix === undefined || source === undefined) return observation;
  return { ...observation, ref: prefix + observation.ref, source };
}

function remembered<Key, Value>(
  memory: { get(key: Key): Value | undefined; has(key: Key): boolean; set(key: Key, value: Value): unknown },
  key: Key,
  make: () => Value,
): Value {
  if (!memory.has(key)) memory.set(key, make());
  return memory.get(key) as Value;
}
