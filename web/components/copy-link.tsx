import { useState } from 'preact/hooks';
import { commonWords } from '../messages/common.ts';
import { announce } from '../shell/announce.tsx';

/** Copies a link to a finding or a place, as it would be typed on this machine. */
export function CopyLink(props: { readonly path: string; readonly label?: string }) {
  const m = commonWords();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(new URL(props.path, location.href).href);
    setCopied(true);
    announce(m.copied);
  };
  return (
    <button type="button" class="quiet copy-link" onClick={() => void copy()} onBlur={() => setCopied(false)}>
      {copied ? m.copied : (props.label ?? m.copyLink)}
    </button>
  );
}
