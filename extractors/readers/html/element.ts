import { type AnyNode, type Element, isTag, isText } from './dom.ts';

/** Reading single elements of the parsed page: what is shown, what flows as a block, where a selector leads. */

const NEVER_SHOWN = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'title',
  'iframe',
  'object',
  'embed',
  'svg',
  'canvas',
  'audio',
  'video',
  'select',
  'textarea',
  'button',
  'input',
  'datalist',
  'map',
]);

const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite code del dfn em font i img ins kbd label mark nobr q rb rp rt ruby s samp small ' +
    'span strike strong sub sup time tt u var wbr o:p st1:chsdate st1:personname'
  ).split(' '),
);

const HIDING_STYLE = /(?:^|[;\s])(?:display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}(?:hidden|collapse))/i;

/** False for what a browser does not show: scripts, comments, `hidden`, display:none, visibility:hidden. */
export function isShown(node: AnyNode): boolean {
  if (isText(node)) return true;
  if (!isTag(node) || NEVER_SHOWN.has(node.name)) return false;
  return node.attribs.hidden === undefined && !HIDING_STYLE.test(node.attribs.style ?? '');
}

/** Block-level elements end the paragraph before them. Unknown elements with a namespace (Word's o:p) flow inline. */
export function isBlockLevel(element: Element): boolean {
  if (INLINE.has(element.name) || element.name.includes(':')) return false;
  return true;
}

const BOLD_STYLE = /font-weight\s{0,4}:\s{0,4}(?:bold|bolder|[6-9]00)/i;
const BOLD = new Set(['b', 'strong']);

export function isBold(element: Element): boolean {
  return BOLD.has(element.name) || BOLD_STYLE.test(element.attribs.style ?? '');
}

const positions = new WeakMap<Element, number>();

/**
 * A CSS selector that leads to the element: from the nearest ancestor with a plain id (or the root) down by position.
 * Positions of siblings are counted once per parent, so that a parent of 100,000 children costs one pass.
 */
export function selectorOf(element: Element): string {
  const steps: string[] = [];
  let current: Element | null = element;
  while (current !== null) {
    const id = current.attribs.id;
    if (id !== undefined && /^[A-Za-z][\w-]{0,60}$/.test(id)) {
      steps.push(`#${id}`);
      break;
    }
    steps.push(current.name === 'html' || current.name === 'body' ? current.name : stepOf(current));
    current = current.parent !== null && isTag(current.parent) ? current.parent : null;
  }
  return steps.reverse().join(' > ');
}

function stepOf(element: Element): string {
  return `${element.name.replaceAll(':', '\\:')}:nth-child(${positionOf(element)})`;
}

function positionOf(element: Element): number {
  const known = positions.get(element);
  if (known !== undefined) return known;
  let position = 0;
  for (const sibling of element.parent?.children ?? []) {
    if (!isTag(sibling)) continue;
    position += 1;
    positions.set(sibling, position);
  }
  return positions.get(element) ?? 1;
}
