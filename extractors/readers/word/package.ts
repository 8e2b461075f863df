import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { UnreadableError } from '../../errors.ts';
import { damaged, tooLarge } from './failures.ts';
import { parseXml, TooManyElementsError, type XmlPart } from './xml.ts';

/** The parts of an OOXML package (ECMA-376, part 2). Nothing outside the package is fetched. */
export interface OfficePackage {
  /** The part of that name, null where there is none. Throws UnreadableError for one that cannot be read. */
  readonly part: (name: string) => Promise<XmlPart | null>;
  /** The bytes of a part that is a file of its own, null where there is none or it cannot be unpacked. */
  readonly bytes: (name: string) => Promise<Uint8Array | null>;
  /** Relationships of a part by their id; "" for those of the package itself. */
  readonly relationships: (part: string) => Promise<ReadonlyMap<string, Relationship>>;
}

export interface Relationship {
  /** Last word of the type's address: "styles", "numbering", "hyperlink". */
  readonly type: string;
  /** Name of the part, or the address outside the package. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** Unpacked size of all parts that are read. A province's budget has some 60 MB of XML. */
const MAX_UNPACKED = 128 * 1024 * 1024;
/** A disclosure has some dozens of parts; a thousand pictures are still a document. */
const MAX_ENTRIES = 20_000;

export async function openPackage(bytes: Uint8Array, source: string): Promise<OfficePackage> {
  const { zip, entries } = await listEntries(bytes, source);
  let unpacked = 0;
  const count = (entry: Entry): void => {
    unpacked += entry.uncompressedSize;
    if (unpacked > MAX_UNPACKED) throw tooLarge(source, `unpacked it has more than ${MAX_UNPACKED} bytes of text`);
  };
  const bytesOf = async (name: string): Promise<Uint8Array | null> => {
    const entry = entries.get(name.toLowerCase());
    if (entry === undefined || entry.isEncrypted()) return null;
    count(entry);
    return unpack(zip, entry).catch(() => null);
  };
  const part = async (name: string): Promise<XmlPart | null> => {
    const entry = entries.get(name.toLowerCase());
    if (entry === undefined) return null;
    if (entry.isEncrypted()) throw damaged(source, `its part ${name} is encrypted`);
    count(entry);
    try {
      return parseXml(await unpack(zip, entry));
    } catch (cause) {
      if (cause instanceof UnreadableError) throw cause;
      if (cause instanceof TooManyElementsError) throw tooLarge(source, cause.message);
      throw damaged(source, `its part ${name} cannot be read`, cause);
    }
  };
  return {
    part,
    bytes: bytesOf,
    relationships: async (name) => readRelationships(name, await part(relationshipsOf(name))),
  };
}

async function listEntries(
  bytes: Uint8Array,
  source: string,
): Promise<{ zip: ZipFile; entries: ReadonlyMap<string, Entry> }> {
  const entries = new Map<string, Entry>();
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (zip.entryCount > MAX_ENTRIES) throw tooLarge(source, `it has ${zip.entryCount} parts`);
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.toLowerCase();
      if (!entries.has(name)) entries.set(name, entry);
    }
    return { zip, entries };
  } catch (cause) {
    if (cause instanceof UnreadableError) throw cause;
    throw damaged(source, 'its zip container cannot be read', cause);
  }
}

/** The stream fails as soon as it gives more than the size that was declared, and counted, before. */
async function unpack(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function relationshipsOf(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function readRelationships(part: string, found: XmlPart | null): ReadonlyMap<string, Relationship> {
  const relationships = new Map<string, Relationship>();
  for (const { attributes } of found?.root.children ?? []) {
    const isExternal = attributes.get('TargetMode') === 'External';
    const target = attributes.get('Target') ?? '';
    relationships.set(attributes.get('Id') ?? '', {
      type: (attributes.get('Type') ?? '').split('/').at(-1) ?? '',
      target: isExternal ? target : resolved(part, target),
      isExternal,
    });
  }
  return relationships;
}

/** Targets are relative to the folder of the part, or begin with "/" at the package. Names never leave the package. */
function resolved(part: string, target: string): string {
  const steps = target.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
