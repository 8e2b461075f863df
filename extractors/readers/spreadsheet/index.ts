import type { WorkBook } from '@e965/xlsx';
import type { Artifact, Block, Document, StatusReason } from '../../../schemas/index.ts';
import { UnreadableError } from '../../errors.ts';
import type { ReadingAids } from '../aids.ts';
import { renumbered } from '../renumber.ts';
import { joinTornParagraphs } from '../torn-paragraphs.ts';
import { flowed } from '../whitespace.ts';
import { isPackage, openWorkbook } from './open-workbook.ts';
import { hiddenSheetReason } from './reasons.ts';
import { sheetBlocks } from './sheet-blocks.ts';
import { shownSheet } from './shown-cells.ts';

/** Names that programs give to sheets, and those of covers, say nothing. */
const SAYS_NOTHING = /^(?:(?:sheet|工作表|表|table)\s?\d{0,4}|封面|封皮|首页)$/i;

/**
 * A workbook as blocks, sheet by sheet: what each shows, as it is displayed. Where there are several sheets their names
 * are headings. Throws UnreadableError for workbooks that cannot be opened.
 */
export async function readSpreadsheet(artifact: Artifact, { converter }: ReadingAids): Promise<Document> {
  if (!isOpenDocument(artifact.bytes)) return readWorkbook(artifact.bytes);
  if (converter === null) {
    throw new UnreadableError('needs-converter', `${artifact.source}: an OpenDocument spreadsheet`, {
      remedy: 'Install LibreOffice, or save it as xlsx and give that file.',
    });
  }
  const converted = await converter(artifact.bytes, 'xlsx');
  return { ...readWorkbook(converted), mediaType: OPEN_DOCUMENT, aids: ['converter'] };
}

const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument.spreadsheet';

/** By its parts: not all programs write the type uncompressed at the beginning, as the standard wants it. */
function isOpenDocument(bytes: Uint8Array): boolean {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return isPackage(bytes) && zip.includes('content.xml') && !zip.includes('xl/workbook.');
}

function readWorkbook(bytes: Uint8Array): Document {
  const workbook = openWorkbook(bytes);
  const blocks: Block[] = [];
  const reasons: StatusReason[] = [];
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const isOnly = workbook.SheetNames.length === 1;
  for (const [i, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name];
    if (sheet === undefined) continue;
    const shown = shownSheet(name, sheet, date1904);
    if ((workbook.Workbook?.Sheets?.[i]?.Hidden ?? 0) > 0) {
      if (shown.rows.length > 0) reasons.push(hiddenSheetReason(name));
      continue;
    }
    const heading = isOnly || SAYS_NOTHING.test(name.trim()) ? '' : flowed(name);
    const read = sheetBlocks(shown.rows, { sheet: name, heading, firstIndex: blocks.length });
    for (const block of read.blocks) blocks.push(block);
    reasons.push(...shown.reasons, ...read.reasons);
  }
  const empty = blocks.length === 0 ? [{ code: 'no-text', message: 'the workbook shows no text' }] : [];
  return {
    mediaType: mediaTypeOf(bytes),
    pages: null,
    pageSizes: [],
    blocks: renumbered(joinTornParagraphs(blocks)),
    asides: [],
    metadata: metadataOf(workbook),
    links: [],
    reasons: [...reasons, ...empty],
  };
}

function mediaTypeOf(bytes: Uint8Array): string {
  return isPackage(bytes)
    ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    : 'application/vnd.ms-excel';
}

function metadataOf({ Props: said = {} }: WorkBook): Record<string, string> {
  const entries = [
    ['title', said.Title],
    ['author', said.Author],
  ] as const;
  return Object.fromEntries(entries.filter((entry): entry is [(typeof entry)[0], string] => !!entry[1]));
}
