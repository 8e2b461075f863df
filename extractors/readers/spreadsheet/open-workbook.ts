import { CFB, read, set_cptable, type WorkBook } from '@e965/xlsx';
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs';
import { UnreadableError } from '../../errors.ts';
import { unpack } from './package-parts.ts';
import { showing } from './worksheet-xml.ts';

set_cptable(codePages);

/** GBK, for workbooks of Excel 5 and 95 that do not name their code page. */
const CODE_PAGE = 936;

/**
 * The workbook as it was saved: values as calculated then, number formats by code, hidden parts marked. Formulas are
 * kept as text and never calculated; macros, external links and DDE are not touched.
 * Throws UnreadableError `encrypted`, `damaged` or `too-large`.
 */
export function openWorkbook(bytes: Uint8Array): WorkBook {
  const workbook = isPackage(bytes) ? repacked(bytes) : bytes;
  // With styles the parser makes a cell of every position under a merged one. In workbooks written as XML it marks hidden
  // rows and columns without them; in the others merged cells are a list of their own.
  const cellStyles = !startsWithTag(bytes);
  try {
    return read(workbook, {
      type: 'array',
      dense: true,
      cellStyles,
      cellNF: true,
      cellFormula: true,
      cellText: false,
      cellHTML: false,
      codepage: CODE_PAGE,
    });
  } catch (cause) {
    throw isPasswordError(cause) ? encrypted(cause) : damaged(cause);
  }
}

function startsWithTag(bytes: Uint8Array): boolean {
  return /^[^<]{0,9}<[?!A-Za-z]/.test(Buffer.from(bytes.subarray(0, 64)).toString('latin1'));
}

export function isPackage(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** The package again, unpacked within limits, its sheets without cells that show nothing. */
function repacked(bytes: Uint8Array): Uint8Array {
  const container = CFB.utils.cfb_new({});
  for (const { name, content } of unpack(bytes)) {
    const isSheet = /worksheets\/[^/]{1,200}\.xml$/i.test(name);
    CFB.utils.cfb_add(
      container,
      `/${name.replace(/^\//, '')}`,
      isSheet ? Buffer.from(showing(textOf(content))) : content,
    );
  }
  return CFB.write(container, { fileType: 'zip', type: 'buffer' });
}

function textOf(content: Uint8Array): string {
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('utf8');
}

function isPasswordError(cause: unknown): boolean {
  return cause instanceof Error && /password|encrypt/i.test(cause.message);
}

function encrypted(cause: unknown): UnreadableError {
  return new UnreadableError('encrypted', 'the workbook is encrypted and needs a password', {
    remedy: 'Save a copy without a password and give that file.',
    cause,
  });
}

function damaged(cause: unknown): UnreadableError {
  return new UnreadableError('damaged', 'the workbook is damaged: it cannot be opened', {
    remedy: 'Download it again, or open it in a spreadsheet program and save it again.',
    cause,
  });
}
