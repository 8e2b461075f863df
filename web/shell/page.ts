import { useEffect } from 'preact/hooks';
import { language } from '../messages/language.ts';
import { shellWords } from '../messages/shell.ts';
import { announce } from './announce.tsx';

let first = true;

/** What a view is called: in the title of the window, and said when it opens, since no page is loaded. */
export function usePage(title: string): void {
  const m = shellWords();
  const chosen = language.value;
  useEffect(() => {
    document.title = title ? `${title} · ${m.brand}` : m.brand;
    document.documentElement.lang = chosen === 'zh' ? 'zh-Hans' : 'en';
    if (title && !first) announce(m.pageOpened(title));
    first = false;
  }, [title, chosen, m]);
}
