import { effect, signal } from '@preact/signals';

export type Theme = 'system' | 'light' | 'dark';

const KEPT = 'gouji.theme';
const ORDER: readonly Theme[] = ['system', 'light', 'dark'];

const kept = localStorage.getItem(KEPT);
export const theme = signal<Theme>(ORDER.find((one) => one === kept) ?? 'system');

export function nextTheme(): void {
  theme.value = ORDER[(ORDER.indexOf(theme.value) + 1) % ORDER.length] ?? 'system';
  localStorage.setItem(KEPT, theme.value);
}

/** Tokens follow `data-theme` where one is chosen and prefers-color-scheme where none is. */
export function applyTheme(): void {
  effect(() => {
    if (theme.value === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme.value;
  });
}
