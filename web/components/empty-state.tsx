import type { ComponentChildren } from 'preact';

export function EmptyState(props: {
  readonly title: string;
  readonly hint?: ComponentChildren;
  readonly children?: ComponentChildren;
}) {
  return (
    <section class="empty-state">
      <h1>{props.title}</h1>
      {props.hint && <p>{props.hint}</p>}
      {props.children}
    </section>
  );
}
