import { commonWords } from '../messages/common.ts';
import type { Query } from '../shell/query.ts';

export interface FilterOption {
  readonly value: string;
  readonly label: string;
  readonly count?: number | undefined;
}

export interface Filter {
  readonly key: string;
  readonly label: string;
  /** What stands for no choice; everything where it is not given. */
  readonly none?: string;
  readonly options: readonly FilterOption[];
}

/** One menu a filter; what is chosen lives in the URL (useQuery), so a filtered view is a link. */
export function FilterBar(props: {
  readonly filters: readonly Filter[];
  readonly query: Query;
  readonly onChange: (changed: Query) => void;
}) {
  const m = commonWords();
  const chosen = props.filters.filter(({ key }) => props.query[key]);
  return (
    <search class="filter-bar" aria-label={m.filters}>
      {props.filters.map((filter) => {
        const value = props.query[filter.key] ?? '';
        // What the URL names stays choosable although nothing matches it any more.
        const named = value === '' || filter.options.some((option) => option.value === value);
        return (
          <label key={filter.key} class={value ? 'chosen' : undefined}>
            <span>{filter.label}</span>
            <select value={value} onChange={(event) => props.onChange({ [filter.key]: event.currentTarget.value })}>
              <option value="">{filter.none ?? m.all}</option>
              {!named && <option value={value}>{value}</option>}
              {filter.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.count === undefined ? option.label : `${option.label} (${option.count})`}
                </option>
              ))}
            </select>
          </label>
        );
      })}
      {chosen.length > 0 && (
        <button
          type="button"
          class="quiet"
          onClick={() => props.onChange(Object.fromEntries(chosen.map(({ key }) => [key, ''])))}
        >
          {m.clear}
        </button>
      )}
    </search>
  );
}
