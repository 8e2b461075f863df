import { columns, padEnd, padStart, tone, truncate, widthOf } from '../terminal.ts';

export interface Column {
  readonly title: string;
  readonly align: 'start' | 'end';
  /** May be cut where the terminal is too narrow. */
  readonly flexible?: boolean;
}

const GAP = 2;
/** A flexible column is not cut below this. */
const NARROWEST = 8;

/** Rows of plain, printable text as aligned lines; full-width characters count as two columns. */
export function tableLines(header: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const natural = header.map(({ title }, c) => Math.max(widthOf(title), ...rows.map((row) => widthOf(row[c] ?? ''))));
  const widths = fitted(header, natural, columns());
  const line = (texts: readonly string[]) =>
    header
      .map(({ align }, c) => {
        const text = truncate(texts[c] ?? '', widths[c] ?? 0);
        return align === 'end' ? padStart(text, widths[c] ?? 0) : padEnd(text, widths[c] ?? 0);
      })
      .join(' '.repeat(GAP))
      .trimEnd();
  return [tone('dim', line(header.map(({ title }) => title))), ...rows.map(line)];
}

/** Takes what is too much from the flexible columns, the widest first. */
function fitted(header: readonly Column[], natural: readonly number[], available: number): number[] {
  const widths = [...natural];
  const total = () => widths.reduce((sum, width) => sum + width, 0) + GAP * (widths.length - 1);
  while (total() > available) {
    const flexible = header.flatMap(({ flexible }, c) => (flexible && (widths[c] ?? 0) > NARROWEST ? [c] : []));
    const widest = flexible.sort((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0))[0];
    if (widest === undefined) return widths;
    widths[widest] = Math.max(NARROWEST, (widths[widest] ?? 0) - (total() - available > 8 ? 4 : 1));
  }
  return widths;
}
