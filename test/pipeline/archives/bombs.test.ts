import { expect, test } from 'vitest';
import { openDirectory } from '../../../pipeline/archives/directory.ts';
import { ARCHIVE_LIMITS } from '../../../pipeline/archives/limits.ts';
import { unpackMember } from '../../../pipeline/archives/unpack.ts';
import { ENCRYPTED, LINK_MODE, type MadeMember, makeZip } from './made-zip.ts';

const MB = 2 ** 20;
const limits = { ...ARCHIVE_LIMITS, memberBytes: 100 * MB };

const openZip = (members: readonly MadeMember[]) => openDirectory(makeZip(members), limits);

/** What becomes of the first member. */
async function firstOf(members: readonly MadeMember[]): Promise<string> {
  const directory = await openZip(members);
  if (typeof directory === 'string') return directory;
  const [first] = directory.members;
  if (first === undefined) return 'no members';
  const bytes = first.problem ?? (await unpackMember(directory.zip, first.entry));
  return typeof bytes === 'string' ? bytes : `unpacked: ${Buffer.from(bytes)}`;
}

test('an honest member is unpacked, packed or stored', async () => {
  expect(await firstOf([{ name: 'a.txt', content: '一、收入' }])).toBe('unpacked: 一、收入');
  expect(await firstOf([{ name: 'a.txt', content: '一、收入', stored: true }])).toBe('unpacked: 一、收入');
  expect(await firstOf([{ name: 'a.txt' }])).toBe('unpacked: ');
});

test('a flat bomb is refused by its ratio, before anything is unpacked', async () => {
  expect(await openZip([{ name: 'a.txt', content: Buffer.alloc(40 * MB) }])).toBe('archive-bomb');
});

test('a small file that packs well is none', async () => {
  expect(await firstOf([{ name: 'a.txt', content: ' '.repeat(MB) }])).toBe(`unpacked: ${' '.repeat(MB)}`);
});

test('more than the total is refused, whatever it packs to', async () => {
  const noise = Buffer.from(Array.from({ length: 12 * MB }, (_, index) => (index * index * 31 + (index >> 3)) & 255));
  const members = [{ name: 'a', content: noise, stored: true }];
  expect(await openDirectory(makeZip(members), { ...limits, totalBytes: 10 * MB })).toBe('archive-too-large');
});

test('members that share their bytes are a bomb, however they are declared', async () => {
  const kernel = { name: '0.txt', content: Buffer.alloc(MB, 'x') };
  const echoes = Array.from({ length: 5 }, (_, n) => ({ ...kernel, name: `${n + 1}.txt`, sameDataAs: 0 }));
  expect(await openZip([kernel, ...echoes])).toBe('archive-overlapping');
});

test('too many members are refused', async () => {
  const members = Array.from({ length: ARCHIVE_LIMITS.members + 1 }, (_, n) => ({ name: `${n}.txt` }));
  expect(await openZip(members)).toBe('archive-too-many-members');
});

test('a member that unpacks to more or less than declared is damaged, and more is not unpacked', async () => {
  const content = '收入'.repeat(5000);
  expect(await firstOf([{ name: 'a.txt', content, declaredSize: 10 }])).toBe('member-damaged');
  expect(await firstOf([{ name: 'a.txt', content, declaredSize: 40_000 }])).toBe('member-damaged');
});

test('a wrong checksum and data that are none are damage', async () => {
  expect(await firstOf([{ name: 'a.txt', content: 'x', checksum: 1 }])).toBe('member-damaged');
  expect(await firstOf([{ name: 'a.txt', content: '\xff\xff\xff', stored: true, method: 8 }])).toBe('member-damaged');
});

test('directory and local header that name two files are not believed', async () => {
  expect(await firstOf([{ name: 'a.txt', localName: 'b.txt', content: 'x' }])).toBe('member-headers-disagree');
});

test('links, encrypted members and unknown methods are left packed', async () => {
  const plain = { name: 'b.txt', content: 'x' };
  expect(await firstOf([{ name: 'a', content: '/etc/passwd', mode: LINK_MODE }, plain])).toBe('member-link');
  expect(await firstOf([{ name: 'a', content: 'x', flags: ENCRYPTED }, plain])).toBe('member-encrypted');
  expect(await firstOf([{ name: 'a', content: 'x', method: 14 }, plain])).toBe('member-compression');
  const large = await openDirectory(makeZip([{ name: 'a', content: 'xx' }]), { ...limits, memberBytes: 1 });
  expect(large).toMatchObject({ members: [{ problem: 'member-too-large' }] });
  expect(await openZip([{ name: 'a', content: 'x', flags: ENCRYPTED }])).toBe('archive-encrypted');
});

test('what is no zip file any more is damaged', async () => {
  const zip = makeZip([{ name: 'a.txt', content: '一、收入' }]);
  for (const length of [4, zip.length - 30, zip.length - 1])
    expect(await openDirectory(zip.subarray(0, length), limits)).toBe('archive-damaged');
  expect(await openDirectory(makeZip([]), limits)).toMatchObject({ members: [] });
});
