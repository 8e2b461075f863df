import type { Review } from '../../store/reviews.ts';
import type { Messages } from '../messages/index.ts';
import { printable, tone } from '../terminal.ts';
import { shortId } from './documents.ts';

/** A review as it is listed: what was decided about which finding of which document, why, and whether it still holds. */
export function reviewLines(review: Review, messages: Messages): string[] {
  const { finding, document, source, message } = review;
  const head = `${tone('strong', decisionText(review, messages))}  ${printable(finding)}  ${tone('dim', printable(`${shortId(document)}  ${source}`))}`;
  return [head, `  ${printable(message)}`, ...remarkLines(review, messages)];
}

/** What a listed finding says of its review. `isEarlier`: the review is of another document. */
export function reviewNote(review: Review, isEarlier: boolean, messages: Messages): string[] {
  const text = isEarlier
    ? messages.review.earlier(decisionWord(review, messages), review.source)
    : decisionText(review, messages);
  return [`  ${tone('accent', printable(text))}`, ...remarkLines(review, messages)];
}

function decisionText(review: Review, messages: Messages): string {
  const word = decisionWord(review, messages);
  return review.stale === null ? word : `${word} · ${messages.review.stale[review.stale]}`;
}

function decisionWord({ decision }: Review, { review }: Messages): string {
  return decision === null ? review.noted : review.state[decision];
}

function remarkLines({ reason, note }: Review, messages: Messages): string[] {
  return [
    ...(reason === '' ? [] : [`  ${printable(`${messages.review.reason}${reason}`)}`]),
    ...(note === '' ? [] : [`  ${printable(`${messages.review.note}${note}`)}`]),
  ];
}
