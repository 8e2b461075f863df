import { crc32, deflateRawSync } from 'node:zlib';

/** A file of a zip archive, with whatever its headers are to say wrongly. */
export interface MadeMember {
  /** Bytes where the name is not UTF-8. */
  readonly name: string | Uint8Array;
  readonly content?: string | Uint8Array;
  /** The name in the header before the data, where it is another one. */
  readonly localName?: string;
  readonly flags?: number;
  readonly stored?: boolean;
  readonly method?: number;
  /** Unix file mode. */
  readonly mode?: number;
  readonly declaredSize?: number;
  readonly checksum?: number;
  /** Lies where the member of this index does. */
  readonly sameDataAs?: number;
}

/** Bit 11 of the flags: the name is UTF-8. */
export const UTF8 = 0x800;
export const ENCRYPTED = 1;
export const LINK_MODE = 0o120777;

export function makeZip(members: readonly MadeMember[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const member of members) {
    const content = Buffer.from(member.content ?? '');
    const data = member.stored ? content : deflateRawSync(content);
    const name = Buffer.from(member.name);
    const localName = Buffer.from(member.localName ?? name);
    const shared = Buffer.alloc(26); // from "version needed" to the length of the extra field, the same in both headers
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(member.flags ?? 0, 2);
    shared.writeUInt16LE(member.method ?? (member.stored ? 0 : 8), 4);
    shared.writeUInt32LE(member.checksum ?? crc32(content), 10);
    shared.writeUInt32LE(data.length, 14);
    shared.writeUInt32LE(member.declaredSize ?? content.length, 18);
    const header = (signature: number, own: Buffer) => {
      const fields = Buffer.from(shared);
      fields.writeUInt16LE(own.length, 22);
      return { start: uint32(signature), fields, own };
    };
    const offset = member.sameDataAs === undefined ? at : (offsets[member.sameDataAs] ?? 0);
    offsets.push(offset);
    if (member.sameDataAs === undefined) {
      const { start, fields, own } = header(0x04034b50, localName);
      local.push(start, fields, own, data);
      at += 30 + localName.length + data.length;
    }
    const { start, fields, own } = header(0x02014b50, name);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(((member.mode ?? 0) << 16) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    central.push(start, Buffer.from([20, member.mode === undefined ? 0 : 3]), fields, rest, own);
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, directory, end]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value, 0);
  return bytes;
}
