import type { ApiError } from '../api/errors.ts';
import { commonWords } from '../messages/common.ts';
import { said } from '../messages/language.ts';

export function ErrorNotice(props: { readonly error: ApiError; readonly again?: () => void }) {
  const m = commonWords();
  return (
    <div class="error-notice" role="alert">
      <p>
        <strong>{m.failed}</strong> {said(props.error.words)}
      </p>
      {props.again && (
        <button type="button" onClick={props.again}>
          {m.retry}
        </button>
      )}
    </div>
  );
}
