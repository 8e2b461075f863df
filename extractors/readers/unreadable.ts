import { UnreadableError } from '../errors.ts';
import type { Medium } from './medium.ts';

interface Refusal {
  readonly code: string;
  readonly what: string;
  readonly remedy: string;
}

const AS_PDF = 'Save it as PDF and give that file.';

const REFUSALS: Partial<Record<Medium, Refusal>> = {
  empty: { code: 'empty', what: 'the file is empty', remedy: 'Download it again.' },
  image: {
    code: 'needs-ocr',
    what: 'an image, without text',
    remedy:
      'Install Tesseract with simplified Chinese (`gouji doctor` tells whether it is found), or run a text recognition of your own over it and give the resulting PDF.',
  },
  'legacy-office': { code: 'needs-converter', what: 'an old Office or WPS file', remedy: AS_PDF },
  'encrypted-office': {
    code: 'encrypted',
    what: 'an Office document that is encrypted and opens only with a password',
    remedy: 'Save a copy without password and give that one.',
  },
  presentation: { code: 'unsupported-medium', what: 'a presentation', remedy: AS_PDF },
  ofd: { code: 'unsupported-medium', what: 'an OFD document (GB/T 33190)', remedy: AS_PDF },
  zip: {
    code: 'archive',
    what: 'an archive of several files',
    remedy: 'Run gouji ingest on it, which reads each file inside.',
  },
  archive: {
    code: 'unsupported-archive',
    what: 'an archive in another format than zip',
    remedy: 'Unpack it and give the folder, or pack it anew as zip.',
  },
  'web-archive': {
    code: 'unsupported-medium',
    what: 'a web archive (MHTML)',
    remedy: 'Save the page as HTML and give that file.',
  },
  markup: { code: 'unsupported-medium', what: 'an XML file that is not HTML', remedy: AS_PDF },
};

const UNKNOWN: Refusal = {
  code: 'unknown-medium',
  what: 'no reader knows these bytes',
  remedy: 'Give a PDF, HTML, spreadsheet or text file; a damaged file must be downloaded again.',
};

/** The error for a medium without a reader: a stable code, what the file is, and what to do about it. */
export function unreadable(medium: Medium, source: string): UnreadableError {
  const { code, what, remedy } = REFUSALS[medium] ?? UNKNOWN;
  return new UnreadableError(code, `${source}: ${what}`, { remedy });
}
