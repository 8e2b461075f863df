import { documentWords } from '../../../messages/document.ts';

/** Which page is read, and a way to another one. */
export function PageJump(props: {
  readonly page: number;
  readonly of: number;
  readonly onPage: (page: number) => void;
}) {
  const m = documentWords();
  return (
    <label class="page-jump">
      <span class="visually-hidden">{m.goToPage}</span>
      <input
        type="number"
        min={1}
        max={props.of}
        value={props.page}
        onChange={(event) => props.onPage(Number(event.currentTarget.value))}
      />
      <span>/ {props.of}</span>
    </label>
  );
}
