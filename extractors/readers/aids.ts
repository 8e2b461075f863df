/**
 * What programs of other makers do for the readers, where they are installed. A reader asks for an aid when a document
 * needs it; it never starts a program itself. Without the aid the document says what it would have needed.
 */
export interface ReadingAids {
  readonly converter: Converter | null;
  readonly recognizer: Recognizer | null;
}

export type Aid = keyof ReadingAids;

/** Turns an old office document into one of today's. Throws when the program fails or gives nothing. */
export type Converter = (bytes: Uint8Array, to: 'docx' | 'xlsx') => Promise<Uint8Array>;

/** Recognises the text of an upright page, given as PNG or another bitmap that the program reads. */
export type Recognizer = (image: Uint8Array, request: RecognitionRequest) => Promise<RecognizedPage>;

export interface RecognitionRequest {
  /** `text`: all words of the page; `orientation`: only how far it is turned. */
  readonly task: 'text' | 'orientation';
  /** Resolution of the image, in dots per inch. */
  readonly dpi: number;
}

export interface RecognizedPage {
  /** In the order the program reads them. */
  readonly words: readonly RecognizedWord[];
  /** Degrees clockwise by which the image has to be turned to stand upright; null where it was not asked or not found. */
  readonly turn: 0 | 90 | 180 | 270 | null;
}

export interface RecognizedWord {
  readonly text: string;
  /** Pixels, origin at the top left of the image. */
  readonly bbox: readonly [x0: number, y0: number, x1: number, y1: number];
  /** 0…1, as the program says. */
  readonly confidence: number;
  /** Words of one line share its number; numbers ascend in reading order. */
  readonly line: number;
}

export const NO_AIDS: ReadingAids = { converter: null, recognizer: null };
