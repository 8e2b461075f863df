import ipaddr from 'ipaddr.js';

/** Decides whether an address, as text, may be connected to. */
export type MayConnect = (address: string) => boolean;

/** Global unicast is allocated from here only (RFC 4291); elsewhere "unicast" means that no one has said what it is. */
const GLOBAL_V6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * True for addresses of the public internet. Loopback, private, link-local, carrier-grade NAT, multicast, documentation
 * and reserved ranges are not public, nor what wraps an IPv4 address of that kind (v4-mapped, NAT64).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4) return isPublicV4(parsed);
  const range = parsed.range();
  if (range === 'ipv4Mapped') return isPublicV4(parsed.toIPv4Address());
  if (range === 'rfc6052') return parsed.parts[2] === 0 && isPublicV4(embedded(parsed));
  return range === 'unicast' && parsed.match(GLOBAL_V6);
}

export function isAnyAddress(address: string): boolean {
  return ipaddr.isValid(address);
}

function isPublicV4(address: ipaddr.IPv4): boolean {
  return address.range() === 'unicast';
}

/** The IPv4 address that 64:ff9b::/96 holds in its last four bytes. */
function embedded(address: ipaddr.IPv6): ipaddr.IPv4 {
  return new ipaddr.IPv4(address.toByteArray().slice(12));
}
