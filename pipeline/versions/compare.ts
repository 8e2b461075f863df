import type { Disclosure, Table, TableCell } from '../../schemas/index.ts';

/** One thing that two versions do not say alike; null: one of them does not say it at all. */
export interface Difference {
  /** Where: a table and its row and column, a label, the words of a finding. */
  readonly at: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface Comparison {
  readonly cells: readonly Difference[];
  readonly figures: readonly Difference[];
  readonly findings: readonly Difference[];
}

/** What changed between two versions of a disclosure. Rows and sentences are matched by their words, not by their places. */
export function compareDisclosures(before: Disclosure, after: Disclosure): Comparison {
  return {
    cells: differences(cellsOf(before.tables), cellsOf(after.tables)),
    figures: differences(figuresOf(before), figuresOf(after)),
    findings: differences(findingsOf(before), findingsOf(after)),
  };
}

type Named = readonly (readonly [name: string, value: string])[];

function differences(before: Named, after: Named): Difference[] {
  const [old, now] = [numbered(before), numbered(after)];
  const names = new Set([...old.keys(), ...now.keys()]);
  return [...names].flatMap((name) => {
    const [was, is] = [old.get(name) ?? null, now.get(name) ?? null];
    return was?.value === is?.value
      ? []
      : [{ at: was?.at ?? is?.at ?? name, before: was?.value ?? null, after: is?.value ?? null }];
  });
}

/** Things of one name are told apart by their order. */
function numbered(things: Named): Map<string, { readonly at: string; readonly value: string }> {
  const counts = new Map<string, number>();
  return new Map(
    things.map(([name, value]) => {
      const n = (counts.get(name) ?? 0) + 1;
      counts.set(name, n);
      return [`${n} ${name}`, { at: name, value }];
    }),
  );
}

function cellsOf(tables: readonly Table[]): Named {
  return tables.flatMap((table) => {
    const title = table.title.trim() || table.kind || table.id;
    const headers = table.cells.filter(({ r }) => r < table.headerRows);
    const rows = Map.groupBy(
      table.cells.filter(({ r }) => r >= table.headerRows),
      ({ r }) => r,
    );
    return [...rows.values()].flatMap((row) => {
      const label = row
        .filter(({ value }) => value === null)
        .map(({ text }) => text.trim())
        .filter((text) => text !== '')
        .join(' ');
      return row
        .filter(({ text, value }) => value !== null || text.trim() === '')
        .map((cell): readonly [string, string] => [place(title, label, columnOf(cell, headers)), cell.text.trim()]);
    });
  });
}

function columnOf({ c }: TableCell, headers: readonly TableCell[]): string {
  const above = headers.filter((header) => header.c <= c && c < header.c + header.cs && header.text.trim() !== '');
  const texts = [...new Set(above.map(({ text }) => text.trim()))];
  return texts.length === 0 ? String(c + 1) : texts.join('/');
}

function figuresOf({ figures }: Disclosure): Named {
  return figures.map(({ label, qualifier, period, measure, raw }) => [
    place(qualifier, label, `${period} ${measure}`.trim()),
    raw,
  ]);
}

function findingsOf({ findings }: Disclosure): Named {
  return findings.map(({ rule, operands, formula, message }) => [
    place(rule, operands.map(({ label }) => label).join(' '), ''),
    formula === '' ? message : formula,
  ]);
}

function place(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' › ');
}
