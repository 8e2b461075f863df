import type { Messages } from '../messages/index.ts';

/** Why a fetch gave no document. What is stored may come from another version of the program. */
export function causeText(cause: string, messages: Messages): string {
  const causes: Readonly<Record<string, string>> = messages.fetchFailures;
  return causes[cause] ?? cause;
}
