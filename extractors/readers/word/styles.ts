import { childOf, childrenOf, isOn, valOf, wholeNumber, type XmlElement } from './xml.ts';

/** Properties of paragraphs and characters, looked up from the direct ones through the styles to the defaults. */

export interface Styles {
  readonly paragraph: (properties: XmlElement | undefined) => ParagraphProperties;
  readonly run: (properties: XmlElement | undefined, paragraphStyle: string | undefined) => RunProperties;
}

export interface ParagraphProperties {
  readonly style: string | undefined;
  /** Name of the style in lower case, as the program knows it ("heading 1", "toc 2"). */
  readonly styleName: string;
  /** 0 is the highest; undefined for body text. */
  readonly outlineLevel: number | undefined;
  readonly numbering: { readonly list: string; readonly level: number | undefined } | undefined;
  readonly isCentred: boolean;
  /** Indent of the first line in em. */
  readonly indent: number;
}

export interface RunProperties {
  readonly isHidden: boolean;
  readonly isBold: boolean;
  /** In half points. */
  readonly size: number;
  readonly font: string;
}

/** Word's own default where a document states none. */
const DEFAULT_SIZE = 20;
/** Outline levels 0 to 8 are headings, 9 is body text. */
const BODY_LEVEL = 9;
/** Styles are based on one another; chains are never this long unless they run in a circle. */
const LONGEST_CHAIN = 30;

export function readStyles(root: XmlElement | undefined): Styles {
  const byId = new Map(childrenOf(root, 'w:style').map((style) => [style.attributes.get('styleId') ?? '', style]));
  const defaults = childOf(root, 'w:docDefaults');
  const paragraphDefaults = childOf(childOf(defaults, 'w:pPrDefault'), 'w:pPr');
  const runDefaults = childOf(childOf(defaults, 'w:rPrDefault'), 'w:rPr');
  const defaultStyle = [...byId].find(
    ([, { attributes }]) =>
      attributes.get('type') === 'paragraph' && /^(?:1|true|on)$/.test(attributes.get('default') ?? ''),
  )?.[0];

  const chains = new Map<string, readonly XmlElement[]>();
  const chainOf = (id: string | undefined): readonly XmlElement[] => {
    if (id === undefined) return [];
    const known = chains.get(id);
    if (known !== undefined) return known;
    const chain: XmlElement[] = [];
    for (let style = byId.get(id); style !== undefined && chain.length < LONGEST_CHAIN; ) {
      chain.push(style);
      style = byId.get(valOf(childOf(style, 'w:basedOn')) ?? '');
    }
    chains.set(id, chain);
    return chain;
  };

  return {
    paragraph: (properties) => {
      const style = valOf(childOf(properties, 'w:pStyle')) ?? defaultStyle;
      const chain = chainOf(style);
      const sources = [properties, ...chain.map((each) => childOf(each, 'w:pPr')), paragraphDefaults];
      const size = sizeIn([childOf(properties, 'w:rPr'), ...chain.map((each) => childOf(each, 'w:rPr')), runDefaults]);
      const level = wholeNumber(valOf(first(sources, 'w:outlineLvl')));
      return {
        style,
        styleName: (valOf(childOf(chain[0], 'w:name')) ?? '').toLowerCase(),
        outlineLevel: level === undefined || level < 0 || level >= BODY_LEVEL ? undefined : level,
        numbering: numberingIn(sources),
        isCentred: valOf(first(sources, 'w:jc')) === 'center',
        indent: indentIn(sources, size),
      };
    },
    run: (properties, paragraphStyle) => {
      const characterStyle = valOf(childOf(properties, 'w:rStyle'));
      const styles = [...chainOf(characterStyle), ...chainOf(paragraphStyle ?? defaultStyle)];
      const sources = [properties, ...styles.map((each) => childOf(each, 'w:rPr')), runDefaults];
      const fonts = first(sources, 'w:rFonts')?.attributes;
      return {
        isHidden: isOn(first(sources, 'w:vanish')),
        isBold: isOn(first(sources, 'w:b')),
        size: sizeIn(sources),
        font: fonts?.get('eastAsia') ?? fonts?.get('ascii') ?? '',
      };
    },
  };
}

type Sources = ReadonlyArray<XmlElement | undefined>;

function first(sources: Sources, name: string): XmlElement | undefined {
  for (const source of sources) {
    const found = childOf(source, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function sizeIn(sources: Sources): number {
  return wholeNumber(valOf(first(sources, 'w:sz'))) || DEFAULT_SIZE;
}

/** The list and the level in it may come from different places; list 0 takes a paragraph out of its style's list. */
function numberingIn(sources: Sources): ParagraphProperties['numbering'] {
  let level: number | undefined;
  for (const source of sources) {
    const numbering = childOf(source, 'w:numPr');
    level ??= wholeNumber(valOf(childOf(numbering, 'w:ilvl')));
    const list = valOf(childOf(numbering, 'w:numId'));
    if (list !== undefined) return list === '0' ? undefined : { list, level };
  }
  return undefined;
}

/** Indents are stated in hundredths of a character, or in twentieths of a point. */
function indentIn(sources: Sources, size: number): number {
  const stated = (chars: string, twips: string): number => {
    for (const source of sources) {
      const attributes = childOf(source, 'w:ind')?.attributes;
      const inChars = wholeNumber(attributes?.get(chars));
      if (inChars !== undefined && inChars !== 0) return inChars / 100;
      const inTwips = wholeNumber(attributes?.get(twips));
      if (inTwips !== undefined) return inTwips / (size * 10);
    }
    return 0;
  };
  const left = stated('leftChars', 'left') || stated('startChars', 'start');
  const em = left + stated('firstLineChars', 'firstLine') - stated('hangingChars', 'hanging');
  return Math.round(em * 100) / 100;
}
