import { descendants } from './content.ts';
import type { XmlElement } from './xml.ts';

/** Where reading stands in fields (page numbers, contents, formulas): code first, then the result that is printed. */
export interface Fields {
  readonly mark: (character: XmlElement) => void;
  /** True outside of fields and in the result of all that are open. */
  readonly isResult: () => boolean;
}

/** Fields run over paragraphs (a table of contents is one). One that never ends would hide the rest: none is followed then. */
export function trackFields(root: XmlElement): Fields {
  const marks = [...descendants(root, 'w:fldChar')];
  const count = (type: string): number => marks.filter((mark) => typeOf(mark) === type).length;
  if (count('begin') !== count('end')) return { mark: () => undefined, isResult: () => true };
  const open: Array<{ inResult: boolean }> = [];
  let inCode = 0;
  return {
    mark: (character) => {
      const type = typeOf(character);
      const innermost = open.at(-1);
      if (type === 'begin') {
        open.push({ inResult: false });
        inCode += 1;
      } else if (type === 'separate' && innermost !== undefined && !innermost.inResult) {
        innermost.inResult = true;
        inCode -= 1;
      } else if (type === 'end' && open.pop()?.inResult === false) inCode -= 1;
    },
    isResult: () => inCode === 0,
  };
}

function typeOf(mark: XmlElement): string | undefined {
  return mark.attributes.get('fldCharType');
}
