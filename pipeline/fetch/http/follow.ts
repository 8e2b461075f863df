import { type Exchange, notAsked } from './exchange.ts';
import { failed } from './failures.ts';
import { httpUrl, locationUrl } from './urls.ts';

const MOST_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** A URL asked for, and those it was sent on to. */
export interface Way {
  readonly redirects: readonly string[];
  /** Null where what was to be asked is no http(s) URL. */
  readonly url: URL | null;
  /** The answer of the last URL, or why there is none. */
  readonly end: Exchange;
}

/** Follows redirects; `step` asks for each URL on the way, and decides whether it may. */
export async function follow(address: string, step: (url: URL) => Promise<Exchange>): Promise<Way> {
  const redirects: string[] = [];
  const first = httpUrl(address);
  if (first === null) {
    return { redirects, url: null, end: notAsked(failed('refused-address', `只访问 http(s)：${address}`)) };
  }
  let url: URL = first;
  for (;;) {
    const end = await step(url);
    if (end.failure !== null || end.status === null || !REDIRECTS.has(end.status)) return { redirects, url, end };
    const next: URL | null = end.location === null ? null : locationUrl(end.location, url);
    redirects.push(url.href);
    const wrong =
      end.location === null
        ? failed('bad-response', `HTTP ${end.status}，无 Location`)
        : next === null
          ? failed('refused-address', `只访问 http(s)：${end.headers.location ?? ''}`)
          : redirects.includes(next.href) || redirects.length > MOST_REDIRECTS
            ? failed('redirect-loop', `${redirects.length} 次跳转后至 ${next.href}`)
            : null;
    if (wrong !== null || next === null) return { redirects, url, end: { ...end, failure: wrong } };
    url = next;
  }
}
