import PQueue from 'p-queue';
import type { Politeness } from '../../crawl/contracts.ts';
import { type Exchange, notAsked } from './exchange.ts';
import { type Failure, failed, failureOfStatus, OF_THE_HOST } from './failures.ts';
import type { Surroundings } from './surroundings.ts';
import { retryAfter } from './waiting.ts';

/** So many URLs in a row that get no answer are the host's fault; one that is tried again and again is its own. */
const UNANSWERED_IN_A_ROW = 5;
/** What a gateway answers for a site that does not. */
const OF_A_GATEWAY: ReadonlySet<number> = new Set([502, 503, 504]);
const FIRST_REST = 60_000;
const LONGEST_REST = 3600_000;
/** What a caller is told to wait when all places of a host are taken. */
const WHILE_BUSY = 5;

/** One host of a crawl: when it may be asked again, and whether it is left alone for a while. */
export interface Host {
  /**
   * Runs an exchange in its turn: not more than so many at once, not sooner than the delay after the one before. A host
   * that is left alone is not asked, and is asked once before others follow when it has rested.
   */
  readonly ask: (url: URL, exchange: () => Promise<Exchange>, signal: AbortSignal) => Promise<Exchange>;
  /** A delay the host asks for; a shorter one than ours changes nothing. */
  readonly slowDownTo: (delay: number) => void;
  /** Milliseconds until it may be asked again. */
  readonly waitFor: () => number;
}

/** Until when a host is left alone, and why. */
interface Rest {
  readonly until: number;
  readonly because: Failure;
}

export function createHost(
  { delay, concurrencyPerHost }: Pick<Politeness, 'delay' | 'concurrencyPerHost'>,
  { now, sleep }: Pick<Surroundings, 'now' | 'sleep'>,
): Host {
  const queue = new PQueue({ concurrency: concurrencyPerHost });
  const unanswered = new Set<string>();
  let gap = delay;
  let next = 0;
  let rest: Rest | null = null;
  let rests = 0;
  let trialUnderWay = false;

  return { ask, slowDownTo, waitFor };

  function ask(url: URL, exchange: () => Promise<Exchange>, signal: AbortSignal): Promise<Exchange> {
    const inTurn = async () => {
      if (rest === null) return learnFrom(url, await whenDue(exchange, signal));
      if (rest.until > now() || trialUnderWay) return leftAlone(rest);
      trialUnderWay = true;
      try {
        return learnFrom(url, await whenDue(exchange, signal));
      } finally {
        trialUnderWay = false;
      }
    };
    return queue.add(inTurn, { signal });
  }

  async function whenDue(exchange: () => Promise<Exchange>, signal: AbortSignal): Promise<Exchange> {
    const due = Math.max(now(), next);
    next = due + gap;
    try {
      if (due > now()) await sleep(due - now(), signal);
    } catch (givenUp) {
      if (next === due + gap) next = due;
      throw givenUp;
    }
    return exchange();
  }

  function learnFrom(url: URL, answer: Exchange): Exchange {
    const { status, headers, failure } = answer;
    const because = failure ?? (status !== null && status >= 400 ? failureOfStatus(status, null) : null);
    const asked = status !== null && status >= 400 ? retryAfter(headers['retry-after'], now()) : null;
    if (isUnanswered(answer)) unanswered.add(url.href);
    else if (status !== null) unanswered.clear();
    if (because !== null && unanswered.size >= UNANSWERED_IN_A_ROW) {
      rest = { until: now() + Math.min(LONGEST_REST, FIRST_REST * 2 ** rests), because };
      rests += 1;
    } else if (status !== null) {
      rest = null;
      rests = 0;
    }
    if (because !== null && asked !== null) rest = { until: Math.max(now() + asked, rest?.until ?? 0), because };
    return answer;
  }

  function leftAlone({ until, because }: Rest): Exchange {
    const wait = Math.ceil(Math.max(until - now(), WHILE_BUSY));
    const message = `${because.message}；${Math.ceil(wait / 1000)} 秒内不再访问该站`;
    return notAsked(failed(because.failure, message, { transient: true, again: true, retryAfter: wait }));
  }

  function slowDownTo(asked: number): void {
    gap = Math.max(delay, asked);
  }

  function waitFor(): number {
    const busy = queue.pending + queue.size >= concurrencyPerHost || trialUnderWay;
    return Math.ceil(Math.max(0, next - now(), (rest?.until ?? 0) - now(), busy ? WHILE_BUSY : 0));
  }
}

function isUnanswered({ status, failure }: Exchange): boolean {
  if (status !== null) return OF_A_GATEWAY.has(status);
  return failure !== null && OF_THE_HOST.has(failure.failure);
}
