import { useLocation } from 'preact-iso/router';
import { chooseLanguage, language } from '../messages/language.ts';
import { shellWords } from '../messages/shell.ts';
import { ROUTES } from '../routes.ts';
import { session } from './session.ts';
import { nextTheme, theme } from './theme.ts';

/** The navigation entry a path belongs to: /units/… is under /units, a document under none. */
function current(path: string, entry: string): boolean {
  return entry === '/' ? path === '/' : path === entry || path.startsWith(`${entry}/`);
}

export function Header() {
  const { path } = useLocation();
  const m = shellWords();
  const other = language.value === 'zh' ? 'en' : 'zh';
  return (
    <header class="site-header">
      <a class="skip-link" href="#main">
        {m.skip}
      </a>
      <a class="brand" href="/" aria-label={m.brandLong}>
        {m.brand}
      </a>
      <nav aria-label={m.mainNavigation}>
        <ul>
          {ROUTES.map(
            ({ path: entry, nav }) =>
              nav && (
                <li key={entry}>
                  <a href={entry} aria-current={current(path, entry) ? 'page' : undefined}>
                    {m.nav[nav]}
                  </a>
                </li>
              ),
          )}
        </ul>
      </nav>
      <div class="preferences">
        <button type="button" class="quiet" lang={other} onClick={() => chooseLanguage(other)}>
          {m.otherLanguage}
        </button>
        <button
          type="button"
          class="quiet"
          onClick={nextTheme}
          aria-label={m.theme(m.themes[theme.value])}
          title={m.theme(m.themes[theme.value])}
        >
          <span class={`theme-mark theme-${theme.value}`} aria-hidden="true" />
        </button>
      </div>
      {session.value?.canWrite === false && <p class="read-only">{m.readOnly}</p>}
    </header>
  );
}
