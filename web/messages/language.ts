import { signal } from '@preact/signals';

export type Language = 'zh' | 'en';

const KEPT = 'gouji.language';

function preferred(): Language {
  const kept = localStorage.getItem(KEPT);
  if (kept === 'zh' || kept === 'en') return kept;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** The language of the page. Components that read it are drawn anew when it changes. */
export const language = signal<Language>(preferred());

export function chooseLanguage(chosen: Language): void {
  localStorage.setItem(KEPT, chosen);
  language.value = chosen;
}

/**
 * The words of one view in both languages; English has what Chinese has, or it does not compile. The function that
 * comes back gives those of the language chosen now.
 */
export function words<Words>(zh: Words, en: NoInfer<Words>): () => Words {
  return () => (language.value === 'zh' ? zh : en);
}

/** What the program says in both languages: `{zh, en}` from the service. */
export function said(message: { readonly zh: string; readonly en: string }): string {
  return message[language.value] || message.zh || message.en;
}
