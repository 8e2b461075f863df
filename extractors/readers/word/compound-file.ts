/** Word 97–2003 files ([MS-CFB], [MS-DOC]): only whether they are encrypted is read here. */

const DIRECTORY_ENTRY = { start: 116, length: 128 };
const SECTOR_SHIFT_AT = 30;
/** Of the file information block, where the document begins: its mark, and the flags with the one for encryption. */
const WORD_MARK = 0xa5ec;
const FLAGS_AT = 10;
const ENCRYPTED = 0x0100;

/** Is the document's text encrypted? False for what is no such file. */
export function isEncryptedWordFile(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entry = file.indexOf(Buffer.from('WordDocument\0', 'utf16le'));
  if (entry < 0 || entry + DIRECTORY_ENTRY.length > file.length) return false;
  const sectorShift = file.readUInt16LE(SECTOR_SHIFT_AT);
  if (sectorShift !== 9 && sectorShift !== 12) return false;
  const at = (file.readUInt32LE(entry + DIRECTORY_ENTRY.start) + 1) * 2 ** sectorShift;
  if (at + FLAGS_AT + 2 > file.length || file.readUInt16LE(at) !== WORD_MARK) return false;
  return (file.readUInt16LE(at + FLAGS_AT) & ENCRYPTED) !== 0;
}
