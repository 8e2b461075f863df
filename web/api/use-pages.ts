import { type ReadonlySignal, signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Page } from '../../schemas/service/index.ts';
import { get } from './client.ts';
import { ApiError, unreachable } from './errors.ts';

/** A list that grows by `more()`; what the first answer said besides its items is `first`. */
export interface Pages<Item, Answer extends Page<Item>> {
  readonly items: readonly Item[];
  readonly first: Answer | undefined;
  readonly total: number;
  readonly hasMore: boolean;
  readonly state: 'loading' | 'ready' | 'failed';
  readonly error: ApiError | undefined;
}

export interface AskedPages<Item, Answer extends Page<Item>> {
  readonly pages: ReadonlySignal<Pages<Item, Answer>>;
  readonly more: () => Promise<void>;
  readonly again: () => void;
}

/** Asks for a list by its cursor. While a changed path is asked for, the last items stay. */
export function usePages<Item, Answer extends Page<Item> = Page<Item>>(path: string | null): AskedPages<Item, Answer> {
  const asked = useMemo(() => listOf<Item, Answer>(), []);
  useEffect(() => {
    void asked.start(path);
    return asked.stop;
  }, [asked, path]);
  return asked;
}

function listOf<Item, Answer extends Page<Item>>() {
  const none: Pages<Item, Answer> = {
    items: [],
    first: undefined,
    total: 0,
    hasMore: false,
    state: 'loading',
    error: undefined,
  };
  const pages = signal(none);
  let running: AbortController | undefined;
  let base: string | null = null;
  let next: string | null = null;

  const ask = async (cursor: string | null): Promise<void> => {
    if (base === null) return;
    running?.abort();
    const controller = new AbortController();
    running = controller;
    pages.value = { ...pages.peek(), state: 'loading', error: undefined };
    const path =
      cursor === null ? base : `${base}${base.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`;
    try {
      const answer = await get<Answer>(path, controller.signal);
      if (controller.signal.aborted) return;
      const before = pages.peek();
      next = answer.next;
      pages.value = {
        items: cursor === null ? answer.items : [...before.items, ...answer.items],
        first: cursor === null ? answer : before.first,
        total: answer.total,
        hasMore: answer.next !== null,
        state: 'ready',
        error: undefined,
      };
    } catch (cause) {
      if (controller.signal.aborted) return;
      pages.value = { ...pages.peek(), state: 'failed', error: cause instanceof ApiError ? cause : unreachable() };
    }
  };
  return {
    pages,
    start: (path: string | null) => {
      base = path;
      next = null;
      return ask(null);
    },
    more: () => (next === null || pages.peek().state === 'loading' ? Promise.resolve() : ask(next)),
    again: () => void ask(null),
    stop: () => running?.abort(),
  };
}
