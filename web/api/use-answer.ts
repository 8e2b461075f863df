import { type ReadonlySignal, signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { get } from './client.ts';
import { ApiError, unreachable } from './errors.ts';

export type Answer<Value> =
  | { readonly state: 'loading'; readonly value?: Value }
  | { readonly state: 'ready'; readonly value: Value }
  | { readonly state: 'failed'; readonly error: ApiError };

export interface Asked<Value> {
  readonly answer: ReadonlySignal<Answer<Value>>;
  readonly again: () => void;
}

/**
 * Asks the service for what a view shows. While a changed path is asked for, the last value stays, so that nothing
 * jumps; null asks for nothing.
 */
export function useAnswer<Value>(path: string | null): Asked<Value> {
  const asked = useMemo(() => {
    const answer = signal<Answer<Value>>({ state: 'loading' });
    let running: AbortController | undefined;
    let latest: string | null = null;
    const ask = (wanted: string | null): void => {
      running?.abort();
      latest = wanted;
      if (wanted === null) return;
      const controller = new AbortController();
      running = controller;
      const before = answer.peek();
      answer.value = before.state === 'ready' ? { state: 'loading', value: before.value } : { state: 'loading' };
      get<Value>(wanted, controller.signal).then(
        (value) => {
          if (!controller.signal.aborted) answer.value = { state: 'ready', value };
        },
        (cause: unknown) => {
          if (controller.signal.aborted) return;
          answer.value = { state: 'failed', error: cause instanceof ApiError ? cause : unreachable() };
        },
      );
    };
    return { answer, ask, again: () => ask(latest), stop: () => running?.abort() };
  }, []);
  useEffect(() => {
    asked.ask(path);
    return asked.stop;
  }, [asked, path]);
  return asked;
}
