import type { Messages } from '../cli/messages/index.ts';
import { placeText } from '../cli/views/place.ts';
import { reasonText } from '../cli/views/reason.ts';
import { versionOf } from '../version.ts';
import type { Entry, MarkedOperand, WorkingPaper } from './model.ts';

/** What a paper says in the reader's language, the same in every format. */

/** The document, how far it was read and what was checked: pairs of name and content, those that say something. */
export function headingRows(paper: WorkingPaper, messages: Messages): (readonly [string, string])[] {
  const { show, workingPaper: words, kind } = messages;
  const { document, sources, entries } = paper;
  const rows: readonly (readonly [string, string])[] = [
    [show.issuer, document.issuer],
    [show.title, document.title],
    [show.kind, kind[document.kind]],
    [show.year, document.fiscalYear === null ? '' : String(document.fiscalYear)],
    [show.published, document.publishedOn ?? ''],
    [show.pages, document.pages === null ? '' : String(document.pages)],
    [words.fields.sources, sources.join('\n')],
    [show.sha256, document.sha256],
    [show.status, statusText(paper, messages)],
    [show.checksLabel, show.checks(paper.checks)],
    [words.fields.findings, entries.length === 0 ? words.none : findingCount(entries, messages)],
    [words.fields.program, `gouji ${versionOf()}`],
  ];
  return rows.filter(([, content]) => content !== '');
}

function statusText({ status, language }: WorkingPaper, messages: Messages): string {
  const state = messages.status[status.state];
  const reasons =
    status.reasons.length === 0 ? '' : `${language === 'zh' ? '：' : ': '}${reasonText(status.reasons, { messages })}`;
  const warning = status.state === 'complete' ? '' : `\n${messages.workingPaper.notFullyRead}`;
  return `${state}${reasons}${warning}`;
}

function findingCount(entries: readonly Entry[], { workingPaper: words }: Messages): string {
  const count = (...states: readonly Entry['state'][]) => entries.filter(({ state }) => states.includes(state)).length;
  return words.findingCount(count('open', 'stale'), count('confirmed'), count('dismissed'));
}

export function difference({ finding }: Entry, { findings }: Messages): string {
  return finding.difference === '' ? '' : findings.difference(finding.difference.replace(/^-/, ''), finding.unit);
}

/** "占比 · 单位有误": what kind of contradiction it is. */
export function kindOf({ finding }: Entry, messages: Messages): string {
  const type = messages.findingType[finding.type];
  return finding.status === 'mismatch' ? type : `${type} · ${messages.findingStatus[finding.status]}`;
}

/** The formula, where it says more than the message. */
export function formulaOf({ finding }: Entry): string {
  return finding.formula === finding.message ? '' : finding.formula;
}

export function printedValue({ value, unit }: MarkedOperand): string {
  return `${value}${unit}`;
}

export function whereOf({ places }: MarkedOperand, messages: Messages): string {
  return placeText([...places], messages);
}

/** What was decided, why, and whether it still holds; "待核" where nothing was. */
export function decisionLines({ state, review }: Entry, { review: words }: Messages): string[] {
  if (review === null) return [words.state[state]];
  const decided = review.decision === null ? words.state[state] : words.state[review.decision];
  const staleness = review.stale === null ? '' : ` · ${words.stale[review.stale]}`;
  // The day is enough of a date on paper; it is kept as UTC.
  return [
    `${decided}${review.decision === null ? '' : ` ${review.decidedAt.slice(0, 10)}`}${staleness}`,
    ...(review.reason === '' ? [] : [`${words.reason}${review.reason}`]),
    ...(review.note === '' ? [] : [`${words.note}${review.note}`]),
  ];
}
