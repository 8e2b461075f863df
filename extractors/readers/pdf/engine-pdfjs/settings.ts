import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';

const pdfjsFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/**
 * Nothing of a document may run, nothing is fetched, no font of the system changes what is read, no image is decoded
 * (`maxImageSize`): where an image stands is known without its pixels.
 */
export const SETTINGS = {
  isEvalSupported: false,
  enableXfa: false,
  disableFontFace: true,
  useSystemFonts: false,
  stopAtErrors: false,
  fontExtraProperties: true,
  maxImageSize: 1,
  verbosity: 0,
  cMapUrl: join(pdfjsFolder, 'cmaps') + sep,
  cMapPacked: true,
  standardFontDataUrl: join(pdfjsFolder, 'standard_fonts') + sep,
  wasmUrl: join(pdfjsFolder, 'wasm') + sep,
};
