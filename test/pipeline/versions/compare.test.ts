import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compareDisclosures } from '../../../pipeline/versions/compare.ts';
import type { Disclosure } from '../../../schemas/index.ts';
import { gouji } from '../cli/run-cli.ts';
import { disclosurePage, temporaryFolder, writePage } from '../made-pages.ts';

function disclosureOf(html: string): Disclosure {
  return JSON.parse(gouji(['extract', writePage(temporaryFolder(), '决算.html', html)]).stdout);
}

test('the cells, figures and findings that differ are named with both values', () => {
  const before = disclosureOf(disclosurePage());
  const after = disclosureOf(disclosurePage({ total: '212.85' }));
  const { cells, figures, findings } = compareDisclosures(before, after);
  expect(cells).toEqual([{ at: '支出决算表 › 合计 › 本年支出合计', before: '212.94', after: '212.85' }]);
  expect(figures).toMatchObject([{ before: '212.94万元', after: '212.85万元' }]);
  expect(findings.length).toBeGreaterThan(0);
  expect(findings.every((finding) => finding.after === null)).toBe(true);
});

test('a row that was put in moves no other, and the same version has no differences', () => {
  const page = disclosurePage();
  const before = disclosureOf(page);
  const after = disclosureOf(
    page.replace('<tr><td>合计', '<tr><td>教育支出</td><td>1.00</td><td>1.00</td><td>0.00</td></tr><tr><td>合计'),
  );
  const { cells } = compareDisclosures(before, after);
  expect(cells.map(({ before: was, after: is }) => [was, is])).toEqual([
    [null, '1.00'],
    [null, '1.00'],
    [null, '0.00'],
  ]);
  expect(compareDisclosures(before, before)).toEqual({ cells: [], figures: [], findings: [] });
});

test('gouji diff compares a file with what stood at the same path before', () => {
  const folder = temporaryFolder();
  const db = ['--db', join(folder, 'a.sqlite')];
  const path = writePage(folder, '决算.html', disclosurePage());
  gouji(['ingest', path, ...db]);
  expect(gouji(['diff', path, ...db]).stderr).toContain('there is only this version');
  writePage(folder, '决算.html', disclosurePage({ total: '212.85' }));
  gouji(['ingest', path, ...db]);
  const listed = JSON.parse(gouji(['documents', '--json', ...db]).stdout) as { id: string; findings: number }[];
  const newer = listed.find(({ findings }) => findings === 0)?.id ?? '';
  const { stdout, status } = gouji(['diff', newer, ...db]);
  expect(stdout).toContain('212.94 → 212.85');
  expect(status).toBe(0);
});
