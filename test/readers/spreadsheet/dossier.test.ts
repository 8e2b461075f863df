import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { reconcileDossiers } from '../../../pipeline/dossiers/index.ts';
import { type IngestOptions, ingestFiles } from '../../../pipeline/ingest.ts';
import { openStore } from '../../../pipeline/store/open.ts';
import { NO_TOOLS } from '../../../pipeline/tools/tools.ts';
import { DEFAULT_LIMITS } from '../../../pipeline/workers/limits.ts';
import { temporaryFolder } from '../../pipeline/made-pages.ts';
import { bookFrom, bytesOf, sheetFrom, type Value } from './make-workbook.ts';

interface FoundBetween {
  readonly message: string;
  readonly sources: readonly string[];
}

/** Findings between a page and the workbook it links to: an operand of the other file has its source. */
async function foundBetween(page: Uint8Array | string, workbook: Uint8Array): Promise<readonly FoundBetween[]> {
  const folder = temporaryFolder();
  const [pagePath, bookPath] = [join(folder, '决算.html'), join(folder, '附表.xls')];
  writeFileSync(pagePath, page);
  writeFileSync(bookPath, workbook);
  const options: IngestOptions = {
    limits: { ...DEFAULT_LIMITS, concurrency: 1 },
    tools: NO_TOOLS,
    retry: false,
    signal: new AbortController().signal,
    now: () => '2026-01-01T00:00:00Z',
    onReport: () => undefined,
  };
  const store = openStore(join(folder, 'a.sqlite'));
  try {
    await ingestFiles(store, [pagePath, bookPath], options);
    await reconcileDossiers(store, options);
    const sources = store.db
      .prepare<[string, number], string | null>(
        'SELECT source FROM finding_operands WHERE document = ? AND finding = ? ORDER BY n',
      )
      .pluck();
    return store.db
      .prepare<[], { document: string; n: number; message: string }>('SELECT document, n, message FROM findings')
      .all()
      .map(({ document, n, message }) => ({ message, sources: sources.all(document, n).map((path) => path ?? '') }))
      .filter((finding) => finding.sources.some((source) => source !== ''));
  } finally {
    store.close();
  }
}

function expenditureForm(unit: string, rows: readonly (readonly Value[])[]): Uint8Array {
  const sheet = sheetFrom([
    ['支出决算表'],
    [`部门：${unit}`, null, null, null, '金额单位：万元'],
    ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'],
    ...rows,
  ]);
  for (const [name, cell] of Object.entries(sheet)) if (/^[C-E]/.test(name) && cell.t === 'n') cell.z = '#,##0.00';
  return bytesOf(bookFrom({ 支出决算表: sheet }), 'biff8');
}

describe('a page and the .xls of its tables are one disclosure', () => {
  const page = `<!doctype html><html><head><meta charset="utf-8"><title>清河市档案馆2023年度部门决算</title></head>
<body><h1>清河市档案馆2023年度部门决算</h1><h2>一、支出决算情况说明</h2>
<p>清河市档案馆2023年度本年支出合计212.85万元，其中：基本支出180.44万元，占84.77%；项目支出32.41万元，占15.23%。</p>
<p><a href="%E9%99%84%E8%A1%A8.xls">附表</a></p></body></html>`;
  const form = (project: number) =>
    expenditureForm('清河市档案馆', [
      [null, '合计', 212.85, 180.44, project],
      ['2012601', '行政运行', 180.44, 180.44, 0],
      ['2012604', '档案馆', 32.41, 0, 32.41],
    ]);

  test('numbers that agree raise nothing', async () => {
    expect(await foundBetween(page, form(32.41))).toEqual([]);
  });

  test('a changed cell is found', async () => {
    const found = await foundBetween(page, form(32.14));
    expect(found.map(({ message }) => message).join('\n')).toContain('32.14');
  });
});

const MEISHAN = fileURLToPath(new URL('../../../../shared/corpus/seeds/meishan-2021.html', import.meta.url));

describe.skipIf(!existsSync(MEISHAN))('a published page and an .xls with the figures of its narrative', () => {
  const page = () => {
    const html = readFileSync(MEISHAN).toString('latin1');
    // as a page links to its attachment
    return Buffer.from(html.replace(/<\/body>/i, '<a href="%E9%99%84%E8%A1%A8.xls">xls</a></body>'), 'latin1');
  };
  const form = (project: number) =>
    expenditureForm('眉山市政府信息技术中心', [[null, '合计', 461.19, 212.94, project]]);

  test('its narrative is checked against the sheet', async () => {
    expect(await foundBetween(page(), form(248.24))).toEqual([]);
    const found = await foundBetween(page(), form(284.24));
    expect(found.map(({ message }) => message).join('\n')).toContain('284.24');
  });
});
