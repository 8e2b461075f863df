import type { InboxItem } from '../../../schemas/service/index.ts';
import { Amount, Yuan } from '../../components/amount.tsx';
import { SeverityBadge, StateBadge } from '../../components/badges.tsx';
import { documentLink } from '../../components/place-link.tsx';
import { Printed } from '../../components/printed.tsx';
import { commonWords } from '../../messages/common.ts';
import { inboxWords } from '../../messages/inbox.ts';
import { said } from '../../messages/language.ts';
import { reviewWords } from '../../messages/review.ts';
import { stateOf } from '../../review/decide.ts';
import type { Reviewing } from '../../review/use-review.tsx';

export const rowId = (item: { readonly document: string; readonly id: string }): string =>
  `finding-${item.document}-${item.id}`;

/** One finding: what is wrong, where, by how much, and what was decided. The row itself is the link. */
export function FindingRow(props: {
  readonly item: InboxItem;
  readonly isCurrent: boolean;
  readonly reviewing: Reviewing;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
}) {
  const { item, reviewing } = props;
  const common = commonWords();
  const m = reviewWords();
  const { state, review } = stateOf(item);
  const isSettled = state === 'confirmed' || state === 'dismissed';
  return (
    <li
      class={`finding-row${props.isCurrent ? ' current' : ''}${isSettled ? ' settled' : ''}`}
      onFocusIn={props.onFocus}
    >
      <a
        id={rowId(item)}
        class="finding-open"
        href={documentLink(item.document, { finding: item.id })}
        onClick={props.onOpen}
      >
        <Printed text={said(item.message)} />
      </a>
      <p class="finding-about">
        <SeverityBadge severity={item.severity} /> <span>{common.types[item.type] ?? item.type}</span>
        {item.status !== 'mismatch' && <span> · {common.relationStates[item.status]}</span>}
        {item.page !== null && <span> · {common.page(item.page)}</span>}
        {state !== 'open' && (
          <>
            {' '}
            <StateBadge state={state} />
          </>
        )}
        {review?.reason && <Printed class="finding-remark" text={review.reason} />}
        {review?.note && <Printed class="finding-remark" text={review.note} />}
      </p>
      <p class="finding-difference">
        <span class="visually-hidden">{inboxWords().difference} </span>
        {item.differenceYuan !== null ? (
          <Yuan value={item.differenceYuan} />
        ) : (
          item.difference && <Amount value={item.difference} unit={item.unit} />
        )}
      </p>
      <p class="finding-actions">
        <button type="button" class="quiet" onClick={() => reviewing.confirm(item)} title={`${m.confirm} (c)`}>
          {m.confirm}
        </button>
        <button type="button" class="quiet" onClick={() => reviewing.dismiss(item)} title={`${m.dismiss} (d)`}>
          {m.dismiss}
        </button>
        <button type="button" class="quiet" onClick={() => reviewing.note(item)} title={`${m.note} (n)`}>
          {m.note}
        </button>
      </p>
    </li>
  );
}
