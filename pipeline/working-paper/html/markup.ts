import { printable } from '../../cli/terminal.ts';
import { escapeHtml } from '../../escape-html.ts';

/** HTML that is safe as it stands: made by `html` only, so that no text of a document becomes markup. */
export interface Markup {
  readonly markup: string;
}

type Value = string | number | Markup | null | readonly Value[];

/** A template of our own HTML around texts, which are escaped; attributes must be quoted. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return { markup: parts.reduce((made, part, index) => made + rendered(values[index - 1] ?? null) + part) };
}

function rendered(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escaped(value);
  if ('markup' in value) return value.markup;
  return value.map(rendered).join('');
}

/** Controls and the marks that reorder text become visible: a number shown backwards is a false number. */
function escaped(text: string): string {
  return escapeHtml(printable(text));
}
