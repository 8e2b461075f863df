import { SearchField } from '../../components/search-field.tsx';
import { inboxWords } from '../../messages/inbox.ts';
import type { Query } from '../../shell/query.ts';
import { type Switch, shows, switched } from './filters.ts';

/** Words to look for, and the two switches for what is usually left out. */
export function InboxSwitches(props: {
  readonly query: Query;
  readonly counts: Readonly<Record<Switch, number>>;
  readonly onChange: (changed: Query) => void;
}) {
  const m = inboxWords();
  const { query, counts, onChange } = props;
  return (
    <div class="inbox-switches">
      <SearchField
        label={m.searchLabel}
        placeholder={m.search}
        words={query.q ?? ''}
        onWords={(q) => onChange({ q })}
      />
      <fieldset>
        <legend class="visually-hidden">{m.alsoShow}</legend>
        {(['rounding', 'undetermined'] as const).map((which) => (
          <label key={which}>
            <input
              type="checkbox"
              checked={shows(query, which)}
              onChange={() => onChange({ show: switched(query, which) })}
            />
            {m[which]} <span class="count">{counts[which]}</span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}
