import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeFileWhole } from '../../../pipeline/exports/destination.ts';
import { temporaryFolder } from '../made-pages.ts';

const pieces = [Buffer.from('one '), Buffer.from('two')];

test('a file gets its name with all its pieces, in place of an earlier one', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a.csv');
  writeFileSync(path, 'a longer text from before');
  await writeFileWhole(path, pieces);
  expect(readFileSync(path, 'utf8')).toBe('one two');
  expect(readdirSync(folder)).toEqual(['a.csv']);
});

test('what breaks off leaves the earlier file as it was, and nothing beside it', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a.csv');
  writeFileSync(path, 'before');
  async function* breaking() {
    yield Buffer.from('half');
    throw new Error('broken off');
  }
  await expect(writeFileWhole(path, breaking())).rejects.toThrow('broken off');
  expect(readFileSync(path, 'utf8')).toBe('before');
  expect(readdirSync(folder)).toEqual(['a.csv']);
});

test('the new name is not there before the file is whole', async () => {
  const path = join(temporaryFolder(), 'a.csv');
  async function* watching() {
    yield Buffer.from('half');
    expect(existsSync(path)).toBe(false);
  }
  await writeFileWhole(path, watching());
  expect(existsSync(path)).toBe(true);
});

test('a link stays a link, and the file it leads to is written', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'real.csv'), '');
  symlinkSync('real.csv', join(folder, 'link.csv'));
  await writeFileWhole(join(folder, 'link.csv'), pieces);
  expect(lstatSync(join(folder, 'link.csv')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, 'real.csv'), 'utf8')).toBe('one two');
});

test('a folder and a place in no folder are refused by what they are', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'sub'));
  await expect(writeFileWhole(join(folder, 'sub'), pieces)).rejects.toMatchObject({ problem: 'isFolder' });
  await expect(writeFileWhole(join(folder, 'none/a.csv'), pieces)).rejects.toMatchObject({ problem: 'noFolder' });
});

test.runIf(existsSync('/dev/full'))('a full disk is named, and a device is not replaced by a file', async () => {
  await expect(writeFileWhole('/dev/full', pieces)).rejects.toMatchObject({ problem: 'full', path: '/dev/full' });
  expect(lstatSync('/dev/full').isFile()).toBe(false);
});
