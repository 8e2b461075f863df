import { signal } from '@preact/signals';
import type { Session } from '../../schemas/service/index.ts';
import { get } from '../api/client.ts';

/** What the service says of itself; null until it has answered. */
export const session = signal<Session | null>(null);

export async function readSession(): Promise<void> {
  try {
    session.value = await get<Session>('/api/session');
  } catch {
    // Each view says by itself that the service does not answer; the header only leaves the notice out.
    session.value = null;
  }
}

/** Decisions are offered until the service says that it cannot write. */
export function canDecide(): boolean {
  return session.value?.canWrite ?? true;
}
