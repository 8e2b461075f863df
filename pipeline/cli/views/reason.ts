import type { StatusReason } from '../../../schemas/index.ts';
import type { CliContext } from '../program.ts';
import { printable } from '../terminal.ts';

/** Pages are named up to this many; a scan of 200 pages has one cause, not 200. */
const PAGES_NAMED = 6;

/** Why a document was not read in full, in one line: each cause once, with its pages. */
export function reasonText(reasons: readonly StatusReason[], { messages }: Pick<CliContext, 'messages'>): string {
  // A stored message is in one language; the catalogue words each known cause in the reader's, with the remedy.
  const wordings: Readonly<Record<string, string>> = messages.reasons;
  const codes = [...new Set(reasons.map(({ code }) => code))];
  const causes = codes.map((code) => {
    const same = reasons.filter((reason) => reason.code === code);
    const pages = same.flatMap(({ page }) => (page === undefined ? [] : [page]));
    const wording = wordings[code] ?? same[0]?.message ?? code;
    return pages.length === 0 ? wording : `${wording} (${messages.place.page(pages[0] ?? 1)}${more(pages)})`;
  });
  return printable(causes.join('; '));
}

function more(pages: readonly number[]): string {
  const rest = pages.slice(1, PAGES_NAMED).map((page) => `, ${page}`);
  return rest.join('') + (pages.length > PAGES_NAMED ? ` … ${pages.length}` : '');
}
