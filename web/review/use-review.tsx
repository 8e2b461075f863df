import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ApiError } from '../api/errors.ts';
import { said } from '../messages/language.ts';
import { reviewWords } from '../messages/review.ts';
import { announce } from '../shell/announce.tsx';
import { canDecide } from '../shell/session.ts';
import { type Decidable, decide, stateOf, undo } from './decide.ts';
import { DismissDialog, NoteDialog } from './dialogs.tsx';

export interface Reviewing {
  readonly confirm: (finding: Decidable) => void;
  readonly dismiss: (finding: Decidable) => void;
  readonly note: (finding: Decidable) => void;
  readonly undo: () => void;
  /** The dialog that asks for a reason or a note, and what went wrong; to be drawn somewhere in the view. */
  readonly dialog: ComponentChildren;
}

/** The four decisions as a view offers them by key and by button; each is announced. */
export function useReview(after: {
  readonly decided?: (finding: Decidable) => void;
  readonly undone?: (finding: Decidable) => void;
}): Reviewing {
  const m = reviewWords();
  const [asking, setAsking] = useState<{ readonly what: 'dismiss' | 'note'; readonly finding: Decidable }>();
  const [problem, setProblem] = useState('');

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    if (!canDecide()) {
      setProblem(m.readOnly);
      return;
    }
    try {
      await work();
      setProblem('');
    } catch (cause) {
      setProblem(cause instanceof ApiError ? said(cause.words) : String(cause));
    }
  };
  const settle = (finding: Decidable, decision: 'confirmed' | 'dismissed', reason: string): Promise<void> =>
    attempt(async () => {
      await decide(finding, { decision, reason, note: stateOf(finding).review?.note ?? '' });
      announce(m[decision]);
      after.decided?.(finding);
    });
  const remember = (finding: Decidable, note: string): Promise<void> =>
    attempt(async () => {
      const before = stateOf(finding).review;
      await decide(finding, { decision: before?.decision ?? null, reason: before?.reason ?? '', note });
      announce(m.noted);
    });

  return {
    confirm: (finding) => void settle(finding, 'confirmed', ''),
    dismiss: (finding) => setAsking({ what: 'dismiss', finding }),
    note: (finding) => setAsking({ what: 'note', finding }),
    undo: () =>
      void attempt(async () => {
        const finding = await undo();
        announce(finding ? m.undone : m.nothingToUndo);
        if (finding) after.undone?.(finding);
      }),
    dialog: (
      <>
        {problem && (
          <p class="review-problem" role="alert">
            {problem}
          </p>
        )}
        {asking?.what === 'dismiss' && (
          <DismissDialog
            onClose={() => setAsking(undefined)}
            onReason={(reason) => {
              setAsking(undefined);
              void settle(asking.finding, 'dismissed', reason);
            }}
          />
        )}
        {asking?.what === 'note' && (
          <NoteDialog
            note={stateOf(asking.finding).review?.note ?? ''}
            onClose={() => setAsking(undefined)}
            onNote={(note) => {
              setAsking(undefined);
              void remember(asking.finding, note);
            }}
          />
        )}
      </>
    ),
  };
}
