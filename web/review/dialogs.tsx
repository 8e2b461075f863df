import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Modal } from '../components/modal.tsx';
import { commonWords } from '../messages/common.ts';
import { reviewWords } from '../messages/review.ts';

/** Dismissing asks for a reason: one of the usual ones by a click, or any other words. */
export function DismissDialog(props: { readonly onReason: (reason: string) => void; readonly onClose: () => void }) {
  const m = reviewWords();
  const [reason, setReason] = useState('');
  const usual = (
    <div class="usual-reasons">
      <span class="visually-hidden">{m.usualReasons}</span>
      {m.reasons.map((one) => (
        <button type="button" key={one} onClick={() => props.onReason(one)}>
          {one}
        </button>
      ))}
    </div>
  );
  return (
    <TextDialog
      title={m.dismissTitle}
      hint={m.dismissHint}
      label={m.reason}
      text={reason}
      onText={setReason}
      save={m.dismiss}
      canSave={reason.trim() !== ''}
      onSave={() => props.onReason(reason.trim())}
      onClose={props.onClose}
      before={usual}
    />
  );
}

export function NoteDialog(props: {
  readonly note: string;
  readonly onNote: (note: string) => void;
  readonly onClose: () => void;
}) {
  const m = reviewWords();
  const [note, setNote] = useState(props.note);
  return (
    <TextDialog
      title={m.noteTitle}
      hint={m.noteHint}
      label={m.note}
      text={note}
      onText={setNote}
      save={m.save}
      canSave={note !== props.note}
      onSave={() => props.onNote(note.trim())}
      onClose={props.onClose}
    />
  );
}

function TextDialog(props: {
  readonly title: string;
  readonly hint: string;
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly save: string;
  readonly canSave: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly before?: ComponentChildren;
}) {
  const field = useId();
  return (
    <Modal title={props.title} onClose={props.onClose}>
      <form
        class="text-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (props.canSave) props.onSave();
        }}
      >
        <p class="muted">{props.hint}</p>
        {props.before}
        <label htmlFor={field}>{props.label}</label>
        <textarea
          id={field}
          rows={3}
          maxLength={10_000}
          value={props.text}
          onInput={(event) => props.onText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && props.canSave) props.onSave();
          }}
        />
        <div class="dialog-actions">
          <button type="button" onClick={props.onClose}>
            {commonWords().cancel}
          </button>
          <button type="submit" class="primary" disabled={!props.canSave}>
            {props.save}
          </button>
        </div>
      </form>
    </Modal>
  );
}
