import type { CatalogueEntry } from '../../../extractors/reconcile/rules/catalogue.ts';
import type { CliContext } from '../program.ts';
import { printable, tone } from '../terminal.ts';

/** What is checked, in three parts: each entry with the relation as written, its basis, and where it stands. */
export function catalogueLines(entries: readonly CatalogueEntry[], { language, messages }: CliContext): string[] {
  const { rules: wording } = messages;
  const parts = (['proposer', 'rule', 'own-rule'] as const).flatMap((kind) => {
    const own = entries.filter((entry) => entry.kind === kind);
    if (own.length === 0) return [];
    return [tone('strong', wording.kinds[kind]), ...own.flatMap((entry) => entryLines(entry, language, messages)), ''];
  });
  return [...parts, wording.total(entries.length)];
}

function entryLines(entry: CatalogueEntry, language: CliContext['language'], { rules }: CliContext['messages']) {
  const mark = entry.strength === 'soft' ? ` ${tone('warning', rules.soft)}` : '';
  const details = [entry.relation, `${rules.basis(entry.basis === '' ? '—' : entry.basis)} · ${entry.source}`].filter(
    (line) => line !== '',
  );
  return [
    `  ${tone('accent', printable(entry.name))}${mark}  ${printable(entry.what[language])}`,
    ...details.map((line) => tone('dim', `      ${printable(line)}`)),
  ];
}
