import type { PaginationRule } from './publishers.ts';

/**
 * Further pages of a list whose links a script makes. A rule of data/publishers/systems finds the call in the scripts and says
 * what the addresses look like; how many there are is bounded by the source.
 */

const LONGEST_SCRIPTS = 500_000;

export function scriptPages(
  scripts: string,
  page: URL,
  rules: readonly PaginationRule[],
  most: number,
): readonly string[] {
  const searched = scripts.slice(0, LONGEST_SCRIPTS);
  for (const rule of rules) {
    const groups = groupsOf(rule, searched);
    if (groups !== null) return addresses(rule, new Map([...ownName(page), ...groups]), most);
  }
  return [];
}

/** The named groups of all patterns of a rule, or null where one is not found. */
function groupsOf(rule: PaginationRule, scripts: string): ReadonlyMap<string, string> | null {
  const groups = new Map<string, string>();
  for (const pattern of rule.scripts) {
    const match = pattern.exec(scripts);
    if (match === null) return null;
    for (const [name, value] of Object.entries(match.groups ?? {})) if (value !== undefined) groups.set(name, value);
  }
  return groups;
}

/** "index_3.html" is page of "index", "html"; a folder is its index page. */
function ownName(page: URL): Map<string, string> {
  const file = page.pathname.slice(page.pathname.lastIndexOf('/') + 1);
  const [, name = 'index', extension = 'html'] = /^(.{1,200}?)(?:_\d{1,6})?\.(\w{1,8})$/.exec(file) ?? [];
  return new Map([
    ['name', name],
    ['ext', extension],
  ]);
}

function addresses(rule: PaginationRule, groups: ReadonlyMap<string, string>, most: number): string[] {
  const size = numberOf(groups.get('size'));
  const total = numberOf(groups.get('total'));
  const counted = size > 0 && total > 0 ? Math.ceil(total / size) : 0;
  // Where nothing says how many there are, one step is taken: the page there leads on.
  const last = Math.max(numberOf(groups.get('pages')), counted) || 2;
  const found: string[] = [];
  for (let nth = 2; nth <= Math.min(last, most); nth += 1) {
    const values = new Map([
      ...groups,
      ['page', String(rule.second + nth - 2)],
      ['start', String((nth - 1) * size + 1)],
      ['end', String(nth * size)],
    ]);
    found.push(
      rule.next.replace(/\{(\w{1,20})\}/g, (_, name: string) => values.get(name)?.replaceAll('&amp;', '&') ?? ''),
    );
  }
  return found;
}

function numberOf(digits: string | undefined): number {
  return digits !== undefined && /^\d{1,7}$/.test(digits) ? Number(digits) : 0;
}
