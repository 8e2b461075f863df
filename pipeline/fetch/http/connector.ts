import type { LookupAddress, LookupOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import type { MayConnect } from './addresses.ts';

/** The code of an error for a connection that was not made because of its address. */
export const REFUSED_ADDRESS = 'REFUSED_ADDRESS';

/** All addresses of a host name, as `dns.promises.lookup(name, { all: true })` gives them. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

/**
 * Makes connections to addresses that may be connected to, and to no others. The check sits in the lookup of the
 * socket itself: what was checked is what is connected to, so that a name that resolves differently a moment later,
 * or a redirect, gets nowhere.
 */
export function checkingConnector(
  mayConnect: MayConnect,
  resolve: Resolve,
  { timeout }: { readonly timeout: number },
): buildConnector.connector {
  const lookup: LookupFunction = (hostname, options, callback) => {
    resolve(hostname).then(
      (found) =>
        answer(
          hostname,
          wanted(found, options).filter((at) => mayConnect(at.address)),
          options,
          callback,
        ),
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };
  const connect = buildConnector({ lookup, timeout, allowH2: false });
  return (options, callback) => {
    const host = options.hostname.replace(/^\[|\]$/g, '');
    // A host that is an address is never looked up.
    if (isIP(host) !== 0 && !mayConnect(host)) callback(refused(host), null);
    else connect(options, callback);
  };
}

function wanted(found: readonly LookupAddress[], { family }: LookupOptions): LookupAddress[] {
  const number = family === 'IPv4' ? 4 : family === 'IPv6' ? 6 : (family ?? 0);
  return found.filter((at) => number === 0 || at.family === number);
}

function answer(
  hostname: string,
  allowed: LookupAddress[],
  options: LookupOptions,
  callback: Parameters<LookupFunction>[2],
): void {
  const first = allowed[0];
  if (first === undefined) callback(refused(hostname), '');
  else if (options.all === true) callback(null, allowed);
  else callback(null, first.address, first.family);
}

function refused(host: string): NodeJS.ErrnoException {
  return Object.assign(new Error(host), { code: REFUSED_ADDRESS });
}
