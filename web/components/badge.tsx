import type { ComponentChildren } from 'preact';

export type Tone = 'error' | 'warning' | 'notice' | 'good' | 'plain';

/** A word with a tone; the word says it, the colour only repeats it. */
export function Badge(props: { readonly tone?: Tone; readonly title?: string; readonly children: ComponentChildren }) {
  return (
    <span class={`badge badge-${props.tone ?? 'plain'}`} title={props.title}>
      {props.children}
    </span>
  );
}
