import { useLayoutEffect, useRef } from 'preact/hooks';
import { commonWords } from '../../messages/common.ts';
import { searchWords } from '../../messages/search.ts';
import type { Query } from '../../shell/query.ts';

export const KINDS = ['final_accounts', 'budget', 'performance_report', 'unknown'] as const;

/** What is sought goes into the URL on Enter, so that a search can be sent and gone back to. */
export function SearchForm(props: { readonly query: Query; readonly onSearch: (sought: Query) => void }) {
  const { query, onSearch } = props;
  const m = searchWords();
  const common = commonWords();
  const form = useRef<HTMLFormElement>(null);
  const { q = '', unit = '', year = '', kind = '' } = query;
  // What the URL says is shown; the form stays the same one, so that the focus stays where one types.
  useLayoutEffect(() => {
    for (const [name, value] of Object.entries({ q, unit, year, kind })) {
      const field = form.current?.elements.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
    }
  }, [q, unit, year, kind]);
  const submit = (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }): void => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const field = (name: string): string => String(given.get(name) ?? '').trim();
    onSearch({ q: field('q'), unit: field('unit'), year: field('year'), kind: field('kind'), limit: '' });
  };
  return (
    <search>
      <form ref={form} class="search-form" onSubmit={submit}>
        <label class="search-words">
          <span class="visually-hidden">{m.label}</span>
          <input type="search" name="q" placeholder={m.placeholder} maxLength={200} />
        </label>
        <button type="submit" class="primary">
          {m.submit}
        </button>
        <label>
          <span>{m.unit}</span>
          <input name="unit" placeholder={m.unitHint} maxLength={200} />
        </label>
        <label class="search-year">
          <span>{m.year}</span>
          <input name="year" inputMode="numeric" pattern="\d{4}" maxLength={4} />
        </label>
        <label>
          <span>{m.kind}</span>
          <select name="kind">
            <option value="">{common.all}</option>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {common.kinds[kind]}
              </option>
            ))}
          </select>
        </label>
      </form>
    </search>
  );
}
