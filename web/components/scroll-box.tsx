import type { ComponentChildren, RefObject } from 'preact';

/** What scrolls by itself must be reachable by keyboard, and have a name where it is. */
export function ScrollBox(props: {
  readonly label: string;
  readonly class: string;
  readonly boxRef?: RefObject<HTMLElement | null>;
  readonly onTop?: (top: number) => void;
  readonly children: ComponentChildren;
}) {
  const { boxRef, onTop } = props;
  return (
    <section
      class={props.class}
      aria-label={props.label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by the arrow keys once it has the focus
      tabIndex={0}
      {...(boxRef ? { ref: boxRef } : {})}
      {...(onTop
        ? { onScroll: (event: { readonly currentTarget: HTMLElement }) => onTop(event.currentTarget.scrollTop) }
        : {})}
    >
      {props.children}
    </section>
  );
}
