import { contentOf, descendants } from './content.ts';
import type { Fields } from './fields.ts';
import type { RunProperties, Styles } from './styles.ts';
import { childOf, type XmlElement } from './xml.ts';

/** One line of a paragraph as printed, and how much of it is set in which type. */
export interface Line {
  readonly text: string;
  /** Shown characters, and those among them in bold type and in a face that is for titles. */
  readonly shown: number;
  readonly bold: number;
  readonly titleFace: number;
  /** Shown characters by size in half points. */
  readonly sizes: ReadonlyMap<number, number>;
}

export interface ParagraphContent {
  /** Never empty: line breaks inside a paragraph part its lines. */
  readonly lines: readonly Line[];
  /** Contents of the text boxes that hang on it. */
  readonly boxes: readonly XmlElement[];
  readonly pictures: readonly XmlElement[];
  readonly objects: readonly XmlElement[];
}

/** Faces of Chinese official documents (GB/T 9704) that set titles and headings, never running text. */
const TITLE_FACE = /黑体|小标宋|SimHei|Heiti/i;

interface OpenLine {
  text: string;
  shown: number;
  bold: number;
  titleFace: number;
  readonly sizes: Map<number, number>;
}

const newLine = (): OpenLine => ({ text: '', shown: 0, bold: 0, titleFace: 0, sizes: new Map() });

/** What is drawn: pictures, shapes with text, embedded objects. */
const DRAWN: ReadonlySet<string> = new Set(['w:drawing', 'w:pict', 'w:object']);

/** The text of a paragraph: results of fields without their codes, no deleted and no hidden text. */
export function readParagraph(
  paragraph: XmlElement,
  style: string | undefined,
  styles: Styles,
  fields: Fields,
): ParagraphContent {
  const lines = [newLine()];
  const boxes: XmlElement[] = [];
  const pictures: XmlElement[] = [];
  const objects: XmlElement[] = [];

  const readRun = (run: XmlElement): void => {
    const look = styles.run(childOf(run, 'w:rPr'), style);
    for (const piece of contentOf(run)) {
      if (piece.name === 'w:fldChar') fields.mark(piece);
      if (look.isHidden || !fields.isResult()) continue;
      if (piece.name === 'w:br' || piece.name === 'w:cr') lines.push(newLine());
      else if (piece.name === 'w:object') objects.push(piece);
      if (DRAWN.has(piece.name)) {
        const found = [...descendants(piece, 'w:txbxContent')];
        boxes.push(...found);
        if (found.length === 0 && piece.name !== 'w:object') pictures.push(piece);
      } else addText(lines.at(-1), textOf(piece), look);
    }
  };

  for (const child of contentOf(paragraph)) {
    if (child.name === 'w:r') readRun(child);
    else if (child.name === 'm:oMath' || child.name === 'm:oMathPara') {
      const line = lines.at(-1);
      for (const text of descendants(child, 'm:t')) {
        if (line !== undefined) line.text += text.text;
      }
    }
  }
  return { lines, boxes, pictures, objects };
}

function addText(line: OpenLine | undefined, text: string, look: RunProperties): void {
  if (line === undefined || text === '') return;
  const shown = text.replace(/[\s\u3000]/g, '').length;
  line.text += text;
  line.shown += shown;
  if (look.isBold) line.bold += shown;
  if (TITLE_FACE.test(look.font)) line.titleFace += shown;
  line.sizes.set(look.size, (line.sizes.get(look.size) ?? 0) + shown);
}

function textOf(piece: XmlElement): string {
  switch (piece.name) {
    case 'w:t':
      return piece.text;
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:noBreakHyphen':
      return '-';
    case 'w:sym':
      return symbolOf(piece.attributes.get('char'));
    default:
      return '';
  }
}

/** A character of a symbol font. Those in the private area are ornaments that no text font has. */
function symbolOf(code: string | undefined): string {
  const point = /^[0-9A-Fa-f]{4}$/.test(code ?? '') ? Number.parseInt(code ?? '', 16) : 0;
  const isText = point >= 0x20 && point < 0xd800;
  return isText ? String.fromCharCode(point) : '';
}
