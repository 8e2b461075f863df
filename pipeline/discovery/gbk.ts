/**
 * Text as the bytes of GBK, percent-encoded: browsers send what stands behind "?" in the charset of the page that holds
 * the link, and older servers know no other. The platform only decodes GBK, so its table is turned round once.
 */
export function percentEncodeGbk(text: string): string {
  let encoded = '';
  for (const character of text) {
    if (character < '\u0080') encoded += character;
    else encoded += table().get(character) ?? encodeURIComponent(character.toWellFormed());
  }
  return encoded;
}

let known: ReadonlyMap<string, string> | null = null;

function table(): ReadonlyMap<string, string> {
  known ??= buildTable();
  return known;
}

/** Every pair of a lead byte (81–FE) and a trail byte (40–FE without 7F). */
function buildTable(): ReadonlyMap<string, string> {
  const decoder = new TextDecoder('gb18030');
  const built = new Map<string, string>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && character !== '\ufffd' && !built.has(character)) {
        built.set(character, `%${hex(lead)}%${hex(trail)}`);
      }
    }
  }
  return built;
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase();
}
