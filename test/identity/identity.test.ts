import { describe, expect, test } from 'vitest';
import { readDate } from '../../extractors/identity/dates.ts';
import { editDistance } from '../../extractors/identity/edit-distance.ts';
import { identify } from '../../extractors/identity/index.ts';
import { regionOf } from '../../extractors/identity/region.ts';
import { readTitle } from '../../extractors/identity/title-parts.ts';
import type { Block, Document, TableBlock } from '../../schemas/index.ts';

interface Given {
  readonly lines: readonly (string | readonly (readonly string[])[])[];
  readonly metadata?: Record<string, string>;
  readonly mediaType?: string;
  readonly source?: string;
}

function identityOf({ lines, metadata = {}, mediaType = 'application/pdf', source = 'a.pdf' }: Given) {
  const blocks = lines.map(
    (line, index): Block =>
      typeof line === 'string' ? { kind: 'paragraph', index, page: 1, text: line, spans: [] } : tableOf(line, index),
  );
  const document: Document = {
    mediaType,
    pages: 1,
    pageSizes: [],
    blocks,
    asides: [],
    metadata,
    links: [],
    reasons: [],
  };
  return identify(document, { sha256: '0'.repeat(64), source });
}

function tableOf(rows: readonly (readonly string[])[], index: number): TableBlock {
  const cells = rows.flatMap((row, r) => row.map((text, c) => ({ r, c, rs: 1, cs: 1, text, place: null })));
  return {
    kind: 'table',
    index,
    page: 1,
    pages: [1],
    rows: rows.length,
    columns: rows[0]?.length ?? 0,
    cells,
    pageBreaks: [],
    place: [],
  };
}

const PROSE = '本单位认真落实预算管理要求，严格控制支出，保障机关正常运转。';

describe('titles', () => {
  test.each([
    ['2023年度云溪市档案中心部门决算', '云溪市档案中心', 2023, 'final_accounts'],
    ['云溪市财政局（汇总）2026年部门预算公开说明', '云溪市财政局（汇总）', 2026, 'budget'],
    ['中共云溪市委宣传部 2021 年部门综合预算', '中共云溪市委宣传部', 2021, 'budget'],
    ['云溪市人民政府办公室机关2026年预算公开', '云溪市人民政府办公室机关', 2026, 'budget'],
    ['关于云溪市水务局2024年度部门决算的情况说明', '云溪市水务局', 2024, 'final_accounts'],
    ['云溪市审计局2022年度部门整体支出绩效自评报告', '云溪市审计局', 2022, 'performance_report'],
    ['云溪市某区2024年区级部门预算', null, 2024, 'budget'],
    ['部门整体绩效目标申报表', null, null, 'performance_report'],
    ['云溪市统计局2025年单位预算.pdf', '云溪市统计局', 2025, 'budget'],
  ])('%s', (title, name, year, kind) => {
    const parts = readTitle(title);
    expect({ ...parts, name: parts.name?.normalize('NFKC') ?? null }).toEqual({
      name: name?.normalize('NFKC') ?? null,
      year,
      kind,
    });
  });
});

describe('sources in order of trust', () => {
  test('the cover, its lines joined', () => {
    const { identity, region } = identityOf({
      lines: ['江东省云溪市审计局', '2023年度', '部门决算', '2024年9月18日', '目 录', '一、概况', PROSE],
      metadata: { title: '2019年旧文件' },
      source: '2020年预算.pdf',
    });
    expect(identity).toMatchObject({
      title: '江东省云溪市审计局2023年度部门决算',
      issuer: '江东省云溪市审计局',
      kind: 'final_accounts',
      fiscalYear: 2023,
      publishedOn: '2024-09-18',
    });
    expect(region).toBe('江东省云溪市');
  });

  test('a cover without the unit names it behind a label', () => {
    const { identity } = identityOf({
      lines: ['云溪市临河区2024年区级部门预算', '预算主管部门：云溪市临河区教育局', '目 录', PROSE],
    });
    expect(identity.issuer).toBe('云溪市临河区教育局');
  });

  test('the metadata of a page before its text', () => {
    const { identity } = identityOf({
      mediaType: 'text/html',
      metadata: {
        articletitle: '云溪市统计局2025年部门预算',
        pubdate: '2025-02-11 09:30',
        title: '云溪市统计局2025年部门预算-云溪市人民政府网',
      },
      lines: ['统计局预算', PROSE],
    });
    expect(identity).toMatchObject({ issuer: '云溪市统计局', fiscalYear: 2025, publishedOn: '2025-02-11' });
  });

  test('tables only: the line at their head, the titles that name a year', () => {
    const { identity } = identityOf({
      lines: [
        '收支预算总表',
        '部门：云溪市档案中心    单位：万元',
        [
          ['收入', '金额'],
          ['合计', '1.00'],
        ],
        '2019年政府采购预算表',
        '部门：云溪市档案中心    单位：万元',
      ],
    });
    expect(identity).toMatchObject({ issuer: '云溪市档案中心', fiscalYear: 2019, kind: 'budget' });
  });

  test('a form: the cell beside 部门（单位）名称, the year on a line of its own', () => {
    const { identity } = identityOf({
      lines: [
        '部门整体绩效自评表',
        '（2024年度）',
        [
          ['部门（单位）名称', '云溪市水利局'],
          ['得分', '98'],
        ],
      ],
    });
    expect(identity).toMatchObject({ issuer: '云溪市水利局', fiscalYear: 2024, kind: 'performance_report' });
  });

  test('the file name when nothing else says it, also as the hexadecimal name a printer leaves', () => {
    const hex = '<D4C6CFAACAD0CDB3BCC6BED632303139C4EAB2BFC3C5D4A4CBE3';
    const { identity } = identityOf({ lines: ['收支总表', PROSE], metadata: { title: hex } });
    expect(identity).toMatchObject({ issuer: '云溪市统计局', fiscalYear: 2019 });
    expect(
      identityOf({
        lines: [PROSE],
        source: '/d/%E4%BA%91%E6%BA%AA%E5%B8%82%E7%BB%9F%E8%AE%A1%E5%B1%802020%E5%B9%B4%E9%A2%84%E7%AE%97.pdf',
      }).identity.fiscalYear,
    ).toBe(2020);
  });

  test('the way to a page is not its title', () => {
    const { identity } = identityOf({
      lines: [
        '首页 >> 政务公开 >> 预决算公开 >> 正文',
        '2023年度云溪市统计局决算',
        '2024-09-28 统计局',
        '目 录',
        PROSE,
      ],
    });
    expect(identity).toMatchObject({ title: '2023年度云溪市统计局决算', issuer: '云溪市统计局', fiscalYear: 2023 });
  });

  test('a text without any title names its unit where it first shortens the name', () => {
    const { identity } = identityOf({ lines: ['云溪市信息中心（以下简称“中心”）为市政府管理的事业单位。', PROSE] });
    expect(identity.issuer).toBe('云溪市信息中心');
  });

  test('nothing said is nothing claimed', () => {
    expect(identityOf({ lines: [PROSE] }).identity).toMatchObject({
      issuer: '',
      kind: 'unknown',
      fiscalYear: null,
      publishedOn: null,
    });
  });
});

describe('disagreements are remarks', () => {
  const cover = ['云溪市临河区财政局', '2024年度部门决算', '目 录'];
  const sections = [
    '第二部分 2024年度部门决算表',
    PROSE,
    '一、2024年度收入决算情况说明',
    PROSE,
    '二、2024年度支出决算情况说明',
    PROSE,
  ];
  const rules = (...lines: string[]): string[] =>
    identityOf({ lines: [...cover, ...sections, ...lines] }).remarks.map(({ rule, words }) => `${rule} ${words.text}`);

  test('a heading of another year', () => {
    expect(rules('第三部分 云溪市临河区财政局2023年度部门决算情况说明')).toEqual(['year-of-heading 2023']);
  });

  test('a title on the page with another year than its metadata', () => {
    const { remarks } = identityOf({
      mediaType: 'text/html',
      metadata: { articletitle: '云溪市统计局2025年部门预算' },
      lines: ['云溪市统计局2024年部门预算', '目 录', PROSE],
    });
    expect(remarks).toMatchObject([{ type: 'year', expected: '2025', actual: '2024' }]);
  });

  test('a year with a digit missing', () => {
    expect(rules('三、202 年度财政拨款支出决算情况说明')).toEqual(['year-broken 202 年度']);
  });

  test('the name misspelt in the head of a table', () => {
    expect(rules('编制单位：云溪市临河区财证局')).toEqual(['name-misspelt 云溪市临河区财证局']);
  });

  test.each([
    '与2023年度决算相比增加20.00万元。',
    '四、2023年度绩效评价结果',
    '202 4年度财政拨款支出决算情况说明',
    '部门：云溪市临河区财政局（本级）',
    '部门：临河区财政局',
    '编制单位：云溪市临河区教育局',
    '共有2000年度以前的设备',
  ])('no remark on %s', (line) => {
    expect(rules(line)).toEqual([]);
  });
});

test.each([
  ['2024-09-18', '2024-09-18'],
  ['2024年9月8日', '2024-09-08'],
  ['二〇二四年十一月二十三日', '2024-11-23'],
  ['20240918', '2024-09-18'],
  ['2024年9月', null],
  ['2024-13-40', null],
])('date %s', (text, date) => {
  expect(readDate(text)).toBe(date);
});

test.each([
  ['江东省云溪市临河县教育局', '江东省云溪市临河县'],
  ['中共云溪市委办公室', '云溪市'],
  ['云溪市市场监督管理局', '云溪市'],
  ['云溪市民政局（本级）', '云溪市'],
  ['国家某署', ''],
])('region of %s', (name, region) => {
  expect(regionOf(name)).toBe(region);
});

test('edit distance stops above what is asked', () => {
  expect(editDistance('财政局', '财证局', 2)).toBe(1);
  expect(editDistance('财政局', '教育委员会', 2)).toBe(3);
});

test.each(['部门：', '2024年', '预算', '2 0 2 4 年 度', '：'])(
  '100 kB of %s takes bounded time',
  (piece) => {
    expect(identityOf({ lines: [piece.repeat(100_000 / piece.length)] }).identity.issuer).toBe('');
  },
  2_000,
);
