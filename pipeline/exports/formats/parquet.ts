import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Column } from '../datasets.ts';
import type { Cell } from '../rows.ts';
import { encoder } from './repeated.ts';
import type { Table, TableColumn } from './table.ts';

type Schema = ConstructorParameters<typeof ParquetWriter>[0]['schema'];
type Element = Schema[number];

/** Rows that are held in memory at a time: enough for good compression, and a reader may skip a group as a whole. */
const ROW_GROUP = 8_000;

/** 26 digits before the point and 12 after it: more than any amount of money needs. */
const PRECISION = 38;
const SCALE = 12;
const DECIMAL_BYTES = 16;

/** Apache Parquet, a row group at a time. Amounts are DECIMAL, so that their sums are exact. */
export function* parquet({ columns, rows }: Table): Generator<Uint8Array> {
  const writer = new ByteWriter();
  const file = new ParquetWriter({ writer, schema: schemaOf(columns), createdBy: 'gouji' });
  for (const group of groups(columns, rows)) {
    const columnData = columns.map(({ name }, index) => ({
      name,
      data: group[index] ?? [],
      // Indexes of pages would pile up until the end.
      offsetIndex: false,
    }));
    // Synchronous: a ByteWriter has nothing to wait for.
    void file.write({ columnData, rowGroupSize: ROW_GROUP });
    yield taken(writer);
  }
  void file.finish();
  yield taken(writer);
}

type Value = string | number | bigint | null;

/** Rows turned into columns, a group at a time. */
function* groups(columns: readonly TableColumn[], rows: Table['rows']): Generator<readonly Value[][]> {
  const encoded = encoder((cell, column) => parquetValue(cell, columns[column]?.type ?? 'text'));
  let group: Value[][] = columns.map(() => []);
  let count = 0;
  for (const row of rows) {
    for (let index = 0; index < columns.length; index++) group[index]?.push(encoded(row[index] ?? null, index));
    count += 1;
    if (count < ROW_GROUP) continue;
    yield group;
    group = columns.map(() => []);
    count = 0;
  }
  if (count > 0) yield group;
}

/** A copy of what was written since the last time; the writer goes on counting from there. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}

function schemaOf(columns: readonly TableColumn[]): Schema {
  return [{ name: 'root', num_children: columns.length }, ...columns.map(elementOf)];
}

function elementOf({ name, type }: TableColumn): Element {
  const optional = { name, repetition_type: 'OPTIONAL' } as const;
  switch (type) {
    case 'integer':
      return { ...optional, type: 'INT64' };
    case 'number':
      return { ...optional, type: 'DOUBLE' };
    case 'amount':
      return {
        ...optional,
        type: 'FIXED_LEN_BYTE_ARRAY',
        type_length: DECIMAL_BYTES,
        converted_type: 'DECIMAL',
        precision: PRECISION,
        scale: SCALE,
      };
    default:
      return { ...optional, type: 'BYTE_ARRAY', converted_type: 'UTF8' };
  }
}

function parquetValue(cell: Cell, type: Column['type']): Value {
  if (cell === null) return null;
  if (type === 'integer') return BigInt(cell);
  return type === 'amount' ? unscaled(String(cell)) : cell;
}

const AMOUNT = new RegExp(`^(-?)(\\d{1,${PRECISION - SCALE}})(?:\\.(\\d{1,${SCALE}})0*)?$`);

/** "-12.5" → -12500000000000n. What does not fit is null, never a rounded number: the printed one stands beside it. */
function unscaled(amount: string): bigint | null {
  const [, sign, whole, fraction = ''] = AMOUNT.exec(amount) ?? [];
  return whole === undefined ? null : BigInt(`${sign}${whole}${fraction.padEnd(SCALE, '0')}`);
}
