import { signal } from '@preact/signals';

const spoken = signal('');

/** Says something to screen readers without moving the focus: what was decided, how many are left, what was opened. */
export function announce(text: string): void {
  // The same words twice in a row are only read again when they change.
  spoken.value = spoken.value === text ? `${text}\u00a0` : text;
}

export function LiveRegion() {
  return (
    <div class="visually-hidden" role="status" aria-live="polite" aria-atomic="true">
      {spoken.value}
    </div>
  );
}
