/** A sample before it is rendered: what is printed, without a medium. */
export interface HeaderCell {
  readonly text: string;
  readonly rs?: number;
  readonly cs?: number;
}

export interface SampleTable {
  readonly kind: 'table';
  /** "公开03表", "" where the form has no mark. */
  readonly mark: string;
  readonly title: string;
  readonly unit: string;
  readonly header: readonly (readonly HeaderCell[])[];
  readonly rows: readonly (readonly string[])[];
  /** Column widths as shares of the table. */
  readonly widths: readonly number[];
  readonly notes: readonly string[];
  readonly landscape?: boolean;
}

export type SampleBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | SampleTable;

export interface SampleDocument {
  readonly title: string;
  readonly issuer: string;
  readonly year: number;
  readonly publishedOn: string;
  readonly blocks: readonly SampleBlock[];
}

/**
 * Prints the value of a slot. A planted misprint replaces what is printed in one slot; the clean twin has none.
 * Each slot is printed exactly once, so a misprint contradicts the rest of the document.
 */
export type Print = (slot: string, printed: string) => string;

export interface SlotPrinter {
  readonly print: Print;
  /** Slot names and what was right, in the order they were printed. */
  readonly slots: ReadonlyMap<string, string>;
}

export function slotPrinter(misprints: ReadonlyMap<string, string>): SlotPrinter {
  const slots = new Map<string, string>();
  const print: Print = (slot, printed) => {
    if (slots.has(slot)) throw new Error(`slot "${slot}" is printed twice; expected every slot once`);
    slots.set(slot, printed);
    return misprints.get(slot) ?? printed;
  };
  return { print, slots };
}

export const heading = (level: 1 | 2 | 3, text: string): SampleBlock => ({ kind: 'heading', level, text });
export const paragraph = (text: string): SampleBlock => ({ kind: 'paragraph', text });
