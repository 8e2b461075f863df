import { childOf, type XmlElement } from './xml.ts';

/** Wrappers that hold content of the kind they stand among: controls, tags, insertions, links, results of fields. */
const TRANSPARENT: ReadonlySet<string> = new Set(
  'w:sdtContent w:ins w:moveTo w:customXml w:smartTag w:dir w:bdo w:hyperlink w:fldSimple w:ruby w:rubyBase'.split(' '),
);
/** Deleted, moved away, or the small print beside a character. */
const LEFT_OUT: ReadonlySet<string> = new Set('w:del w:moveFrom w:rt w:sdtPr w:rubyPr'.split(' '));

/**
 * The content of an element as it is shown: deletions left out, insertions and what controls hold in their place, and
 * of alternatives the first (the others say the same for older programs).
 */
export function* contentOf(element: XmlElement): Generator<XmlElement> {
  for (const child of element.children) {
    if (LEFT_OUT.has(child.name)) continue;
    const inner = innerOf(child);
    if (inner === null) yield child;
    else if (inner !== undefined) yield* contentOf(inner);
  }
}

/** What to look into instead of the element: null where it stands for itself, undefined where there is nothing. */
function innerOf(element: XmlElement): XmlElement | null | undefined {
  if (TRANSPARENT.has(element.name)) return element;
  if (element.name === 'w:sdt') return childOf(element, 'w:sdtContent');
  if (element.name !== 'mc:AlternateContent') return null;
  return childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback');
}

/** Every element of that name below, outermost only, along what is shown. */
export function* descendants(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of contentOf(element)) {
    if (child.name === name) yield child;
    else yield* descendants(child, name);
  }
}
