import { type AnyNode, type Element, isTag, isText, type Text } from '../../../extractors/readers/html/dom.ts';
import { isBlockLevel, isShown } from '../../../extractors/readers/html/element.ts';
import { escapeHtml } from '../../escape-html.ts';

/**
 * A page as its text and tables alone. What may stay is listed; what is not is left out, so that an element nobody thought of
 * is harmless. Nothing is taken over as it was written: every tag and attribute is written anew.
 */

/** Elements that are shown as they are. */
const KEPT = new Set(
  (
    'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl ' +
    'dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i ins kbd li main mark nav ol p pre q rp rt ruby s ' +
    'samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr'
  ).split(' '),
);

/** Elements that go with all that is in them; of others that are not kept the text stays. */
const DROPPED = new Set(
  (
    'script style template noscript noembed noframes iframe frame frameset object embed applet svg math canvas audio video ' +
    'picture source track img map area input button select textarea datalist plaintext xmp listing title head ' +
    'base link meta param portal'
  ).split(' '),
);

const EMPTY = new Set(['br', 'col', 'hr', 'wbr']);

/**
 * Attributes that say how a table is built and how text runs; none takes an address or a style. A map, because a page may call
 * an attribute "constructor".
 */
const ATTRIBUTES: ReadonlyMap<string, RegExp> = new Map([
  ['colspan', /^\d{1,4}$/],
  ['rowspan', /^\d{1,5}$/],
  ['span', /^\d{1,4}$/],
  ['align', /^(?:left|right|center|justify)$/i],
  ['valign', /^(?:top|middle|bottom|baseline)$/i],
  ['dir', /^(?:ltr|rtl|auto)$/i],
  ['lang', /^[A-Za-z0-9-]{1,20}$/],
  ['start', /^-?\d{1,6}$/],
  ['hidden', /^(?:hidden)?$/i],
]);

export interface Marks {
  /** Attributes that lead from an element to its block. */
  readonly ofElement: (element: Element) => Readonly<Record<string, string | number>> | null;
  /** The same for a stretch of text. */
  readonly ofText: (text: Text) => Readonly<Record<string, string | number>> | null;
}

type Step = { readonly node: AnyNode } | { readonly closing: string };

/** The inside of a page's body, with a stack of its own: pages nested deep must not overflow the call stack. */
export function sanitised(body: Element, { ofElement, ofText }: Marks): string {
  const written: string[] = [];
  const stack: Step[] = body.children.toReversed().map((node) => ({ node }));
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    if ('closing' in step) {
      written.push(step.closing);
      continue;
    }
    const { node } = step;
    if (isText(node)) {
      const marks = ofText(node);
      const text = escapeHtml(node.data);
      written.push(marks === null ? text : `<span${attributes(marks)}>${text}</span>`);
    } else if (isTag(node) && !DROPPED.has(node.name)) {
      const tag = tagOf(node, ofElement(node) ?? {});
      written.push(tag.opening);
      stack.push({ closing: tag.closing });
      for (const child of node.children.toReversed()) stack.push({ node: child });
    }
  }
  return written.join('');
}

function tagOf(
  element: Element,
  marks: Readonly<Record<string, string | number>>,
): { readonly opening: string; readonly closing: string } {
  const { attribs } = element;
  // The text of an unknown element stays; as a block it must not run into its neighbours.
  const name = KEPT.has(element.name) ? element.name : isBlockLevel(element) ? 'div' : 'span';
  const allowed = Object.fromEntries(
    Object.entries(attribs).filter(([attribute, value]) => ATTRIBUTES.get(attribute)?.test(value) === true),
  );
  // Styles go, but what was not shown must not come to light.
  const hidden = isShown(element) ? {} : { hidden: '' };
  const opening = `<${name}${attributes({ ...allowed, ...hidden, ...marks })}>`;
  return { opening, closing: EMPTY.has(name) ? '' : `</${name}>` };
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
    .join('');
}
