import type { ComponentChildren } from 'preact';
import { withQuery } from '../shell/query.ts';
import { type Place, placeText } from './places.ts';

export function documentLink(
  document: string,
  at: {
    readonly finding?: string | undefined;
    readonly place?: Place | undefined;
    readonly tab?: string | undefined;
  } = {},
): string {
  return withQuery(`/documents/${encodeURIComponent(document)}`, {
    finding: at.finding,
    place: at.place && placeText(at.place),
    tab: at.tab,
  });
}

/** Leads to a place in a document, boxed; the link can be sent. */
export function PlaceLink(props: {
  readonly document: string;
  readonly place: Place;
  readonly children: ComponentChildren;
}) {
  return <a href={documentLink(props.document, { place: props.place })}>{props.children}</a>;
}
