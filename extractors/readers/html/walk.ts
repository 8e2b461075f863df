import { type AnyNode, type Element, isTag, isText, type Text } from './dom.ts';
import { isShown } from './element.ts';

/**
 * A depth-first walk over what is shown, with a stack of its own: pages nested 100,000 deep must not overflow the
 * call stack. `enter` may answer "skip" to leave out an element's children (its `leave` is not called then).
 */
export interface Visitor {
  readonly enter?: (element: Element) => 'skip' | undefined;
  readonly leave?: (element: Element) => void;
  readonly text?: (text: Text) => void;
}

export function walkShown(root: AnyNode, visitor: Visitor): void {
  const stack: Array<{ readonly node: AnyNode; readonly leaving: boolean }> = [{ node: root, leaving: false }];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { node, leaving } = step;
    if (leaving) {
      if (isTag(node)) visitor.leave?.(node);
    } else if (isText(node)) {
      visitor.text?.(node);
    } else if (isTag(node) && isShown(node) && visitor.enter?.(node) !== 'skip') {
      stack.push({ node, leaving: true });
      for (let index = node.children.length - 1; index >= 0; index -= 1) {
        const child = node.children[index];
        if (child !== undefined) stack.push({ node: child, leaving: false });
      }
    }
  }
}

/** The shown text below a node, as written. */
export function shownText(root: AnyNode): string {
  const parts: string[] = [];
  walkShown(root, { text: ({ data }) => void parts.push(data) });
  return parts.join('');
}
