import type { ExtractedTable, Extraction, Remark, TableRow } from '../../../schemas/index.ts';
import type { CodeName } from '../codes/classification.ts';
import { economicCodes, functionalCodes, isNameOf, namesOf, plainCodeName } from '../codes/classification.ts';
import { titleOf } from '../observations.ts';

/**
 * Rows whose code and name disagree: the printed name is that of a neighbouring code (30224 printed beside 租赁费, which
 * is 30214). Only names that are known for a code of the same group count; other wording of the right name never does.
 * The code is taken to be wrong when the code that the name belongs to is not printed in the table, else the name.
 */
export function inspectCodeNames(extraction: Extraction): readonly Remark[] {
  return extraction.tables
    .filter((table) => table.financial)
    .flatMap((table) =>
      asOneCoding(
        table,
        table.rows.flatMap((row) => inspectRow(table, row, extraction) ?? []),
      ),
    );
}

/** More codes than this that do not fit their names are no misprints: the unit numbers its items in a way of its own. */
const MOST_MISPRINTS = 2;

/** A table with a coding of its own is one defect, not one for each row. */
function asOneCoding(table: ExtractedTable, remarks: readonly Remark[]): readonly Remark[] {
  const [first] = remarks;
  if (first === undefined || remarks.length <= MOST_MISPRINTS) return remarks;
  const rows = remarks.map(({ words }) => words.text).join('、');
  return [
    { ...first, rule: 'code-scheme', expected: '', actual: rows, words: { ...first.words, text: titleOf(table) } },
  ];
}

function inspectRow(table: ExtractedTable, row: TableRow, extraction: Extraction): Remark | null {
  if (row.code.length < 5) return null;
  const own = namesOf(row.code);
  const printed = plainCodeName(row.label);
  if (own.length === 0 || printed === '' || isNameOf(row.code, row.label)) return null;
  const owner = siblingNamed(row.code, printed);
  if (owner === null) return null;
  const words = {
    text: `${row.code} ${row.label}`,
    block: table.block,
    start: row.r,
    end: row.r,
    place: placeOf(table, row, extraction),
  };
  const common = { rule: 'code-name', type: 'name', severity: 'warning', words } as const;
  const ownerIsPrinted = table.rows.some((other) => other.code === owner);
  if (!ownerIsPrinted) return { ...common, expected: owner, actual: row.code };
  return { ...common, expected: nameInForce(own, extraction.document.fiscalYear), actual: row.label };
}

/** The code of the same group whose name this is; null where there is none or the name stands for several. */
function siblingNamed(code: string, printed: string): string | null {
  const parent = code.slice(0, -2);
  const siblings = [...functionalCodes(), ...economicCodes()].filter(
    (other) =>
      other.code.length === code.length && other.code.startsWith(parent) && plainCodeName(other.name) === printed,
  );
  const owners = new Set(siblings.map((other) => other.code));
  return owners.size === 1 ? (siblings[0]?.code ?? null) : null;
}

function nameInForce(names: readonly CodeName[], year: number | null): string {
  const inForce = names.find(({ yearFrom, yearTo }) => year !== null && yearFrom <= year && year <= yearTo);
  return (inForce ?? names.at(-1))?.name ?? '';
}

function placeOf(table: ExtractedTable, row: TableRow, extraction: Extraction): Remark['words']['place'] {
  return extraction.facts.find((fact) => fact.table === table.id && fact.r === row.r)?.place ?? table.place;
}
