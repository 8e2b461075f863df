import type { Source } from '../discovery/source.ts';
import { versionOf } from '../version.ts';
import type { Politeness } from './contracts.ts';

/** Slow enough for the small servers of counties; a source, or its host's robots.txt, may ask for more. */
const DEFAULTS = {
  delay: 2000,
  concurrencyPerHost: 1,
  timeout: 120,
  sizeLimit: 200,
  retries: 3,
} as const;

/** Does it say whom to turn to: an address of mail or of a page? */
export function namesContact(userAgent: string): boolean {
  return /[^\s@]@[^\s@]|https?:\/\//i.test(userAgent);
}

/** How the hosts of a source are asked: what the source says, and defaults for the rest. */
export function politenessOf(
  { politeness }: Pick<Source, 'politeness'>,
  { allowPrivate }: { readonly allowPrivate: boolean },
): Politeness {
  return {
    userAgent: politeness.userAgent ?? `gouji/${versionOf()}`,
    delay: politeness.delay ?? DEFAULTS.delay,
    concurrencyPerHost: politeness.concurrencyPerHost ?? DEFAULTS.concurrencyPerHost,
    timeout: politeness.timeout ?? DEFAULTS.timeout,
    sizeLimit: politeness.sizeLimit ?? DEFAULTS.sizeLimit,
    retries: politeness.retries ?? DEFAULTS.retries,
    allowPrivate,
  };
}
