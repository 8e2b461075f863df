import { useEffect, useRef } from 'preact/hooks';

/** What a key does in a view; returning false leaves the key to the browser. */
export type KeyActions = Readonly<Record<string, (event: KeyboardEvent) => unknown>>;

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input:not([type=checkbox]), textarea, select, dialog') !== null
  );
}

/** Single keys of a view (j, k, c …). Not while something is typed, and never with Ctrl, Alt or Meta held. */
export function useKeys(actions: KeyActions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || typing(event.target)) return;
      const action = latest.current[event.key];
      if (!action) return;
      // Enter and Space belong to the button or link that has the focus.
      const pressed = event.target instanceof HTMLElement && event.target.closest('a, button, summary') !== null;
      if (pressed && (event.key === 'Enter' || event.key === ' ')) return;
      if (action(event) !== false) event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}
