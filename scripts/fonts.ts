import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

/**
 * Cuts the font of the audit working paper (data/fonts) out of Noto Sans SC: the characters of GB 2312, in which names of
 * units and of budget items are written, with Latin letters and signs. Nine tenths of the font are characters that no
 * disclosure prints.
 */
const SOURCE = fileURLToPath(
  import.meta.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
);
const LICENSE = fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans-sc/LICENSE_FONT'));
const FOLDER = join(import.meta.dirname, '../data/fonts');

/** Latin with accents; punctuation, arrows and mathematical signs; numbers in circles; shapes. */
const RANGES = [
  [0x20, 0x17f],
  [0x2010, 0x2044],
  [0x2190, 0x22ff],
  [0x2460, 0x24ff],
  [0x25a0, 0x25ff],
] as const;

function wantedCharacters(): string {
  const gb2312 = new TextDecoder('gb18030');
  const [first, lastRow, last] = [0xa1, 0xf7, 0xfe];
  const wanted: string[] = [];
  for (const [from, to] of RANGES) for (let code = from; code <= to; code++) wanted.push(String.fromCodePoint(code));
  for (let row = first; row <= lastRow; row++) {
    for (let cell = first; cell <= last; cell++) wanted.push(gb2312.decode(Uint8Array.of(row, cell)));
  }
  return [...new Set(wanted)].filter((character) => !/\p{Private_Use}|\ufffd/u.test(character)).join('');
}

const cut = await subsetFont(readFileSync(SOURCE), wantedCharacters(), {
  targetFormat: 'truetype',
  noLayoutClosure: true,
  noHinting: true,
  dropTables: ['GSUB', 'GPOS', 'GDEF', 'BASE', 'STAT', 'vhea', 'vmtx', 'VORG'],
});
mkdirSync(FOLDER, { recursive: true });
writeFileSync(join(FOLDER, 'NotoSansSC-Regular.ttf'), cut);
copyFileSync(LICENSE, join(FOLDER, 'LICENSE'));
console.log(`${join(dirname(FOLDER), 'fonts')}: ${cut.length} bytes`);
