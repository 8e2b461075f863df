import { flowed } from '../whitespace.ts';
import type { OfficePackage } from './package.ts';
import type { XmlElement } from './xml.ts';

const CORE = new Map([
  ['dc:title', 'title'],
  ['dc:subject', 'subject'],
  ['dc:creator', 'author'],
  ['dcterms:created', 'created'],
  ['dcterms:modified', 'modified'],
  ['keywords', 'keywords'],
]);

/** The core properties of the package, keys in alphabetical order. A document without them has none. */
export async function readProperties({ part, relationships }: OfficePackage): Promise<Record<string, string>> {
  const core = [...(await relationships('')).values()].find(({ type }) => type === 'core-properties');
  const found = core === undefined ? null : await part(core.target);
  const stated = (found?.root.children ?? []).flatMap(toEntry);
  return Object.fromEntries(stated.sort(([left], [right]) => (left < right ? -1 : 1)));
}

function toEntry({ name, text }: XmlElement): Array<readonly [string, string]> {
  const key = CORE.get(name);
  const value = flowed(text);
  return key === undefined || value === '' ? [] : [[key, value]];
}
