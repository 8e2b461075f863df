import type { Document } from '../../../schemas/index.ts';
import { flowed } from '../whitespace.ts';
import type { Relationship } from './package.ts';
import type { XmlElement } from './xml.ts';

/** Links out of the document, each address once, in order. They are named, never followed. */
export function readLinks(root: XmlElement, relationships: ReadonlyMap<string, Relationship>): Document['links'] {
  const links = new Map<string, string>();
  const visit = (element: XmlElement): void => {
    const relationship = relationships.get(element.attributes.get('r:id') ?? '');
    if (element.name === 'w:hyperlink' && relationship?.isExternal === true && !links.has(relationship.target)) {
      links.set(relationship.target, flowed(textBelow(element)));
    }
    for (const child of element.children) visit(child);
  };
  visit(root);
  return [...links].map(([href, text]) => ({ href, text }));
}

function textBelow(element: XmlElement): string {
  return element.name === 'w:t' ? element.text : element.children.map(textBelow).join('');
}
