import type { Messages } from '../messages/index.ts';

/** Why a fetch gave no document, with what to do about it. */
export function causeText(cause: string, messages: Messages): string {
  const causes: Readonly<Record<string, string>> = messages.crawl.causes;
  return causes[cause] ?? cause;
}
