import { z } from 'zod';
import { loadYaml } from '../../../extractors/knowledge/index.ts';
import { FETCH_FAILURES, type FetchFailure } from '../../crawl/contracts.ts';
import { REFUSED_ADDRESS } from './connector.ts';

/** Why there is no document, and what to do about it. */
export interface Failure {
  readonly failure: FetchFailure;
  readonly message: string;
  /** Worth another try later. */
  readonly transient: boolean;
  /** Worth another try in this fetch. */
  readonly again: boolean;
  readonly retryAfter: number | null;
}

/** What passes by itself: the host or the network is at fault, not the URL. */
const TRANSIENT: ReadonlySet<FetchFailure> = new Set([
  'dns',
  'connect',
  'timeout',
  'reset',
  'rate-limited',
  'server-error',
  'truncated',
]);

/** The reasons to think that a host as a whole does not answer, rather than that one of its pages is broken. */
export const OF_THE_HOST: ReadonlySet<FetchFailure> = new Set(['dns', 'connect', 'timeout', 'reset']);

export function failed(failure: FetchFailure, message: string, changes: Partial<Failure> = {}): Failure {
  const transient = TRANSIENT.has(failure);
  return { failure, message, transient, again: transient, retryAfter: null, ...changes };
}

const statusSchema = z.strictObject({ statuses: z.record(z.string().regex(/^\d{3}$/), z.enum(FETCH_FAILURES)) });

/** What a status says that is not a success, a redirect or "not modified". */
export function failureOfStatus(status: number, retryAfter: number | null): Failure {
  const { statuses } = loadYaml('publishers/statuses.yaml', statusSchema);
  const failure = statuses[String(status)] ?? (status >= 500 && status < 600 ? 'server-error' : 'bad-response');
  return failed(failure, `HTTP ${status}`, { retryAfter });
}

/** Codes of the operating system, of TLS, of zlib and of undici. Those not named here are told apart by their beginning. */
const BY_CODE: Readonly<Record<string, FetchFailure>> = {
  [REFUSED_ADDRESS]: 'refused-address',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  EAI_NODATA: 'dns',
  EAI_NONAME: 'dns',
  ENODATA: 'dns',
  ESERVFAIL: 'dns',
  ECONNREFUSED: 'connect',
  EHOSTUNREACH: 'connect',
  EHOSTDOWN: 'connect',
  ENETUNREACH: 'connect',
  ENETDOWN: 'connect',
  EADDRNOTAVAIL: 'connect',
  ETIMEDOUT: 'connect',
  UND_ERR_CONNECT_TIMEOUT: 'connect',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  UND_ERR_SOCKET: 'reset',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'truncated',
  Z_BUF_ERROR: 'truncated',
  EPROTO: 'tls',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls',
  UNABLE_TO_GET_ISSUER_CERT: 'tls',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls',
  HOSTNAME_MISMATCH: 'tls',
};
const BY_BEGINNING: ReadonlyArray<readonly [string, FetchFailure]> = [
  ['ERR_TLS', 'tls'],
  ['ERR_SSL', 'tls'],
  ['CERT_', 'tls'],
  ['CRL_', 'tls'],
];

/** What an error on the way says. `bodyBegun`: the response had begun, and its connection was closed before its end. */
export function failureOfError(error: unknown, { bodyBegun }: { readonly bodyBegun: boolean }): Failure {
  const code = codeOf(error);
  const text = error instanceof Error ? error.message : String(error);
  const message = code === '' || text.includes(code) ? text : `${code}: ${text}`;
  if (bodyBegun && code === 'UND_ERR_SOCKET') return failed('truncated', message);
  const failure =
    BY_CODE[code] ?? BY_BEGINNING.find(([beginning]) => code.startsWith(beginning))?.[1] ?? 'bad-response';
  if (failure === 'refused-address') return failed(failure, `不允许连接的地址：${text}`);
  // A name that does not exist now does not exist in a second either.
  return failed(failure, message, code === 'ENOTFOUND' ? { again: false } : {});
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string' && error.code !== 'ERR_STREAM_PREMATURE_CLOSE') {
    return error.code;
  }
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return error.cause === undefined ? '' : codeOf(error.cause);
}
