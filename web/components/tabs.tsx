import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';

export interface Tab {
  readonly key: string;
  readonly name: string;
  readonly count?: number;
  readonly draw: () => ComponentChildren;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Tabs as the ARIA practice has them: one stop of the tab key, arrows move and choose. */
export function Tabs(props: {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const at = Math.max(
    0,
    props.tabs.findIndex(({ key }) => key === props.chosen),
  );
  const chosen = props.tabs[at];
  const choose = (index: number): void => {
    const wanted = props.tabs[(index + props.tabs.length) % props.tabs.length];
    if (!wanted) return;
    props.onChoose(wanted.key);
    list.current?.querySelector<HTMLElement>(`[data-tab="${wanted.key}"]`)?.focus();
  };
  return (
    <>
      <div
        ref={list}
        role="tablist"
        aria-label={props.label}
        class="tabs"
        onKeyDown={(event) => {
          const by = STEPS[event.key];
          if (by === undefined) return;
          event.preventDefault();
          choose(at + by);
        }}
      >
        {props.tabs.map(({ key, name, count }, index) => (
          <button
            type="button"
            role="tab"
            key={key}
            id={`${id}-${key}`}
            data-tab={key}
            aria-selected={index === at}
            aria-controls={`${id}-panel`}
            tabIndex={index === at ? 0 : -1}
            onClick={() => choose(index)}
          >
            {name} {count !== undefined && <span class="count">{count}</span>}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div role="tabpanel" id={`${id}-panel`} class="tab-panel" aria-labelledby={`${id}-${chosen?.key}`} tabIndex={0}>
        {chosen?.draw()}
      </div>
    </>
  );
}
