import { commonWords } from '../../messages/common.ts';
import { searchWords } from '../../messages/search.ts';
import type { Query } from '../../shell/query.ts';

export const KINDS = ['final_accounts', 'budget', 'performance_report', 'unknown'] as const;

/** What is sought goes into the URL on Enter, so that a search can be sent and gone back to. */
export function SearchForm(props: { readonly query: Query; readonly onSearch: (sought: Query) => void }) {
  const { query, onSearch } = props;
  const m = searchWords();
  const common = commonWords();
  const submit = (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }): void => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const field = (name: string): string => String(given.get(name) ?? '').trim();
    onSearch({ q: field('q'), unit: field('unit'), year: field('year'), kind: field('kind'), limit: '' });
  };
  return (
    <search>
      <form class="search-form" onSubmit={submit}>
        <label class="search-words">
          <span class="visually-hidden">{m.label}</span>
          <input type="search" name="q" defaultValue={query.q ?? ''} placeholder={m.placeholder} maxLength={200} />
        </label>
        <button type="submit" class="primary">
          {m.submit}
        </button>
        <label>
          <span>{m.unit}</span>
          <input name="unit" defaultValue={query.unit ?? ''} placeholder={m.unitHint} maxLength={200} />
        </label>
        <label class="search-year">
          <span>{m.year}</span>
          <input name="year" defaultValue={query.year ?? ''} inputMode="numeric" pattern="\d{4}" maxLength={4} />
        </label>
        <label>
          <span>{m.kind}</span>
          <select name="kind" defaultValue={query.kind ?? ''}>
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
