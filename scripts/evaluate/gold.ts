import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * Annotations of one document (one JSON file each), as far as the scores need them: figures stated in prose, tables as
 * rows or cells, facts of financial tables, and the relations that do not hold.
 */
const goldFigure = z.looseObject({
  id: z.string(),
  raw: z.string().default(''),
  value: z.string().nullish(),
  unit: z.string().nullish(),
  label: z.string().nullish(),
  qualifier: z.string().nullish(),
  period: z.union([z.string(), z.number()]).nullish(),
  measure: z.string(),
});

const goldTable = z.looseObject({
  rows: z.array(z.array(z.string().nullable())).optional(),
  cells: z
    .array(z.looseObject({ r: z.int(), c: z.int(), rs: z.int().default(1), cs: z.int().default(1), text: z.string() }))
    .optional(),
});

const goldFact = z.looseObject({
  row: z.string().nullish(),
  column: z.string().nullish(),
  value: z.string().nullish(),
});

const goldFinding = z.looseObject({
  id: z.string(),
  type: z.string(),
  status: z.string(),
  statement: z.string().default(''),
  confidence: z.string().nullish(),
  operands: z.array(z.unknown()).default([]),
  expected: z.unknown(),
  actual: z.unknown(),
});

export const gold = z.looseObject({
  figures: z.array(goldFigure).default([]),
  tables: z.array(goldTable).default([]),
  facts: z.array(goldFact).default([]),
  findings: z.array(goldFinding).default([]),
});

export type Gold = z.infer<typeof gold>;
export type GoldFigure = z.infer<typeof goldFigure>;
export type GoldTable = z.infer<typeof goldTable>;
export type GoldFinding = z.infer<typeof goldFinding>;

export interface AnnotatedDocument {
  readonly name: string;
  readonly file: string;
  readonly gold: Gold;
}

/**
 * A folder of annotated documents: `index.tsv` (gold name, tab, file; "#" begins a comment), the files, and
 * `gold/<name>.json`.
 */
export function readAnnotatedFolder(folder: string): AnnotatedDocument[] {
  const index = readFileSync(join(folder, 'index.tsv'), 'utf8');
  return index
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [name = '', file = ''] = line.split('\t');
      const annotations = gold.parse(JSON.parse(readFileSync(join(folder, 'gold', `${name}.json`), 'utf8')));
      return { name, file: join(folder, file), gold: annotations };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
