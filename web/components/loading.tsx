import { commonWords } from '../messages/common.ts';

export function Loading(props: { readonly what?: string }) {
  return (
    <p class="loading" aria-busy="true">
      <span class="loading-mark" aria-hidden="true" />
      {props.what ?? commonWords().loading}
    </p>
  );
}
