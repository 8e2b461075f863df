import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findFiles, parsePathList } from '../../../pipeline/fetch/find-files.ts';
import { temporaryFolder, writePage } from '../made-pages.ts';

test('a folder gives the documents in it, by content or by name, and counts the rest', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, '下级'));
  const taken = [
    writePage(folder, 'download.jsp', '%PDF-1.7 …'),
    writePage(folder, 'damaged.pdf', 'garbage'),
    writePage(folder, '下级/page', '<!DOCTYPE html><p>'),
    writePage(folder, '下级/说明.txt', '一、收入'),
  ];
  const skipped = [
    writePage(folder, 'gold.json', '{}'),
    writePage(folder, 'index.tsv', 'a\tb'),
    writePage(folder, 'x.xml', '<?xml version="1.0"?>'),
  ];
  writePage(folder, '.hidden.pdf', '%PDF-1.7');
  const found = await findFiles([folder]);
  expect(found).toEqual({ files: taken.sort(), skipped: skipped.sort(), problems: [] });
});

test('a symbolic link back up does not lead in circles', async () => {
  const folder = temporaryFolder();
  const page = writePage(folder, 'a.html', '<html>');
  symlinkSync(folder, join(folder, 'up'));
  symlinkSync(join(folder, 'round'), join(folder, 'round'));
  const found = await findFiles([folder]);
  expect(found.files).toEqual([page]);
  expect(found.problems).toEqual([{ path: join(folder, 'round'), code: 'link-loop' }]);
});

test('a glob is expanded, but a file of that very name comes first', async () => {
  const folder = temporaryFolder();
  const [one, two] = [writePage(folder, 'a1.html', '<html>'), writePage(folder, 'a2.html', '<html>')];
  expect((await findFiles([join(folder, '*.html')])).files).toEqual([one, two]);
  const literal = writePage(folder, 'a[1].html', '<html>');
  expect((await findFiles([literal])).files).toEqual([literal]);
  expect((await findFiles([join(folder, '*.pdf')])).problems).toMatchObject([{ code: 'no-match' }]);
});

test('paths that lead nowhere are problems of their own', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'empty'));
  const { problems } = await findFiles([join(folder, 'missing.pdf'), join(folder, 'empty')]);
  expect(problems.map(({ code }) => code)).toEqual(['not-found', 'no-documents']);
});

test('a list of paths is split at line ends, or at NUL where there is one', () => {
  expect(parsePathList('a.pdf\r\nb c.pdf\n\n')).toEqual(['a.pdf', 'b c.pdf']);
  expect(parsePathList('a\nb.pdf\0c.pdf\0')).toEqual(['a\nb.pdf', 'c.pdf']);
});
