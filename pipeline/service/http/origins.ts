import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Who may ask, told by the headers that pages of other sites cannot set. */

export function isLoopback(host: string): boolean {
  if (host === 'localhost') return true;
  return isIP(host) !== 0 && ipaddr.process(host).range() === 'loopback';
}

/**
 * A name of another site that leads to this machine (DNS rebinding) would make its pages ours: on loopback only loopback's own
 * names are answered, whatever the port, which a tunnel may change.
 */
export function isOwnName(host: string | undefined): boolean {
  const name = hostnameOf(host);
  return name !== null && isLoopback(name);
}

interface Asking {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
}

/** Did a page of another site send this? A program that is no browser says neither, and needs no protection from itself. */
export function isOfOtherSite({ host, origin, fetchSite }: Asking): boolean {
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') return true;
  if (origin === undefined) return false;
  return URL.parse(origin)?.host.toLowerCase() !== host?.toLowerCase();
}

/** The name in a Host header, without port and brackets; null where there is none. */
function hostnameOf(host: string | undefined): string | null {
  if (host === undefined || !/^[\w.:[\]-]{1,255}$/.test(host)) return null;
  const url = URL.parse(`http://${host}`);
  return url === null ? null : url.hostname.replace(/^\[|\]$/g, '');
}
