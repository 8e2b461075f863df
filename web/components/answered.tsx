import type { ComponentChildren } from 'preact';
import type { Asked } from '../api/use-answer.ts';
import { ErrorNotice } from './error-notice.tsx';
import { Loading } from './loading.tsx';

/** What was asked for once it is there; before that that it is loading, or why it failed. */
export function Answered<Value>(props: {
  readonly of: Asked<Value>;
  readonly children: (value: Value, refreshing: boolean) => ComponentChildren;
}) {
  const answer = props.of.answer.value;
  if (answer.state === 'failed') return <ErrorNotice error={answer.error} again={props.of.again} />;
  if (answer.value === undefined) return <Loading />;
  return <>{props.children(answer.value, answer.state === 'loading')}</>;
}
