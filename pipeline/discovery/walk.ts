import { type AnyNode, type Element, isTag, isText } from '../../extractors/readers/html/dom.ts';
import { flowed } from '../../extractors/readers/whitespace.ts';

/**
 * Walks over all elements of a page, hidden ones too: lists often stand in tabs that a script shows. With a stack of
 * their own, since pages may be nested very deep.
 */
export function* elementsOf(root: Element): Generator<Element> {
  const stack: Element[] = [root];
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    yield element;
    for (let index = element.children.length - 1; index >= 0; index -= 1) {
      const child = element.children[index];
      if (child !== undefined && isTag(child)) stack.push(child);
    }
  }
}

/** The beginning of the text below an element: links have short texts, and what has a long one is no link. */
export function textOf(root: AnyNode, most: number): string {
  let text = '';
  const stack: AnyNode[] = [root];
  for (let node = stack.pop(); node !== undefined && text.length <= most; node = stack.pop()) {
    if (isText(node)) text += node.data.slice(0, most);
    if (!isTag(node) || isScript(node) || node.name === 'style') continue;
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index];
      if (child !== undefined) stack.push(child);
    }
  }
  return flowed(text).slice(0, most);
}

export function isScript(element: Element): boolean {
  return element.name === 'script';
}

export function scriptText(element: Element): string {
  return element.children.map((child) => (child.type === 'text' ? child.data : '')).join('');
}
