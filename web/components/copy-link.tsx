import { useState } from 'preact/hooks';
import { commonWords } from '../messages/common.ts';
import { announce } from '../shell/announce.tsx';

/**
 * Copies a link to a finding or a place, as it would be typed on this machine. Where the browser keeps the clipboard closed
 * (a page that came over plain HTTP from another host), the link is shown to be copied by hand.
 */
export function CopyLink(props: { readonly path: string; readonly label?: string }) {
  const m = commonWords();
  const [state, setState] = useState<'idle' | 'copied' | 'shown'>('idle');
  const link = new URL(props.path, location.href).href;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link);
      setState('copied');
      announce(m.copied);
    } catch {
      setState('shown');
    }
  };
  if (state === 'shown') {
    return (
      <input
        class="copy-link"
        aria-label={m.copyLink}
        readOnly
        value={link}
        ref={(field) => {
          field?.focus();
          field?.select();
        }}
        onBlur={() => setState('idle')}
      />
    );
  }
  return (
    <button type="button" class="quiet copy-link" onClick={() => void copy()} onBlur={() => setState('idle')}>
      {state === 'copied' ? m.copied : (props.label ?? m.copyLink)}
    </button>
  );
}
