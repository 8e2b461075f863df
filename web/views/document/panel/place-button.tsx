import type { ComponentChildren } from 'preact';
import type { Query } from '../../../shell/query.ts';

/** Goes to a place of this document by its name; a number that can be told of is told of as well. */
export function PlaceButton(props: {
  readonly at: string;
  readonly isNumber?: boolean;
  readonly query: Query;
  readonly change: (changed: Query) => void;
  readonly children: ComponentChildren;
}) {
  return (
    <button
      type="button"
      class="place-button"
      aria-current={props.query.place === props.at ? 'true' : undefined}
      onClick={() => props.change({ place: props.at, number: props.isNumber ? props.at : '' })}
    >
      {props.children}
    </button>
  );
}
