import { GoujiError } from '../../../extractors/errors.ts';
import type { FetchRequest, Politeness } from '../../crawl/contracts.ts';
import { httpUrl } from './urls.ts';

/** A host that asks for more seconds than this between two requests is asked once in this many. */
export const LONGEST_CRAWL_DELAY = 60_000;

const ACCEPTED = {
  page: {
    accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    'accept-encoding': 'gzip, deflate, br',
  },
  // Packing office files and PDFs again gains nothing, and only plain bytes can be asked for in ranges.
  document: { accept: '*/*', 'accept-encoding': 'identity' },
} as const;

/** What every request says of us and of what we want. */
export function requestHeaders(
  { userAgent }: Pick<Politeness, 'userAgent'>,
  { expected, referer }: Pick<FetchRequest, 'expected' | 'referer'>,
  others: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const from = referer === undefined ? null : httpUrl(referer);
  return {
    'user-agent': userAgent,
    'accept-language': 'zh-CN,zh;q=0.9',
    ...ACCEPTED[expected],
    ...(from === null ? {} : { referer: from.href }),
    ...others,
  };
}

/**
 * A version that is kept is asked for only if it has changed. Validators a server could not be sent back as it gave them
 * are left out.
 */
export function conditions({ etag, lastModified }: FetchRequest): Record<string, string> {
  return {
    ...(sendable(etag) ? { 'if-none-match': etag } : {}),
    ...(sendable(lastModified) ? { 'if-modified-since': lastModified } : {}),
  };
}

/** A name that cannot be sent would fail every request, one by one. */
export function checkUserAgent(userAgent: string): void {
  if (sendable(userAgent)) return;
  throw new GoujiError('user-agent-invalid', `User-Agent ${JSON.stringify(userAgent)}: expected printable ASCII`, {
    remedy: 'Write the name and the contact in ASCII, as in "name/1.0 (+mailto:ops@example.org)".',
  });
}

function sendable(value: string | undefined): value is string {
  return value !== undefined && /^[\x20-\x7e]{1,2000}$/.test(value);
}
