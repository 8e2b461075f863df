/** Which hosts a source may be led to: those of its start pages, and the ones it names. */

interface HostsOfSource {
  readonly start: readonly string[];
  readonly hosts: readonly string[];
}

/** "example.gov.cn", or "*.example.gov.cn" for it and all below it. */
export function isHostPattern(pattern: string): boolean {
  const host = pattern.replace(/^\*\./, '');
  return host !== '' && !/[\s/\\?#@*:]/.test(host) && URL.canParse(`http://${host}/`);
}

/** With and without "www." is one host. Ports are not compared: mirrors of a site are told by them. */
export function isAllowedHost(address: string, { start, hosts }: HostsOfSource): boolean {
  const host = hostOf(address);
  if (host === '') return false;
  if (start.some((url) => hostOf(url) === host)) return true;
  return hosts.some((pattern) => {
    const named = nameOf(new URL(`http://${pattern.replace(/^\*\./, '')}/`).hostname);
    return host === named || (pattern.startsWith('*.') && host.endsWith(`.${named}`));
  });
}

function hostOf(address: string): string {
  return URL.canParse(address) ? nameOf(new URL(address).hostname) : '';
}

function nameOf(host: string): string {
  return host.replace(/\.$/, '').replace(/^www\./, '');
}
