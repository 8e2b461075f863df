import type { ReplayedDocument, ReplayReport } from '../../replay.ts';
import type { Messages } from '../messages/index.ts';
import { printable, tone } from '../terminal.ts';
import { shortId } from './documents.ts';

/** What a replay changed: each document with what is new in it and what is gone, then the sums. */
export function replayLines({ replayed, changed, notReplayed }: ReplayReport, messages: Messages): string[] {
  return [
    ...changed.flatMap((document) => [...changeLines(document, messages), '']),
    ...notReplayed.map(({ source, why }) => `${tone('error', '✗')} ${printable(messages.replay[why](source))}`),
    messages.replay.total(replayed, changed.length),
  ];
}

function changeLines(document: ReplayedDocument, messages: Messages): string[] {
  const { replay, status } = messages;
  const { state, identity, facts, figures, newFindings, lostFindings } = document;
  const notes = [
    ...(state.before === state.after ? [] : [`${stateWord(state.before)} → ${stateWord(state.after)}`]),
    ...identity.map((key) => replay.identity[key]),
    ...(facts.added + facts.removed > 0 ? [replay.facts(facts.added, facts.removed)] : []),
    ...(figures.added + figures.removed > 0 ? [replay.figures(figures.added, figures.removed)] : []),
  ];
  function stateWord(value: ReplayedDocument['state']['before']): string {
    return value === null ? '' : status[value];
  }
  return [
    `${tone('strong', printable(document.source))}  ${tone('dim', shortId(document.document))}`,
    ...(notes.length === 0 ? [] : [`  ${notes.join(' · ')}`]),
    ...newFindings.map(({ id, message }) => `  + ${tone('dim', printable(id))}  ${printable(message)}`),
    ...lostFindings.map(({ id, message }) => `  - ${tone('dim', printable(id))}  ${printable(message)}`),
  ];
}
