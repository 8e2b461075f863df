/** A small disclosure, said once, that every reader must read alike whatever medium it is written in. */
export interface SpecCell {
  readonly text: string;
  /** Columns and rows it spans. */
  readonly columns?: number;
  readonly rows?: number;
}

export type SpecBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly SpecCell[])[] };

export interface DocumentSpec {
  readonly blocks: readonly SpecBlock[];
}

const heading = (text: string): SpecBlock => ({ kind: 'heading', text });
const paragraph = (text: string): SpecBlock => ({ kind: 'paragraph', text });
const table = (...rows: readonly (readonly (string | SpecCell)[])[]): SpecBlock => ({
  kind: 'table',
  rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? { text: cell } : cell))),
});

const INCOME = paragraph(
  '2023年度本年收入合计2,870.29万元，其中：财政拨款收入2,855.85万元，占99.50%；其他收入14.44万元，占0.50%。',
);

/** What a reader may skip, with the reason, by these names. */
export const SPECS = {
  'headings and paragraphs in order': {
    blocks: [
      heading('第一部分 云溪市档案中心概况'),
      heading('一、主要职能'),
      paragraph('负责全市档案的收集、整理和利用工作。'),
      heading('二、机构设置'),
      paragraph('内设科室3个，编制20人。'),
    ],
  },
  'a number in prose': { blocks: [heading('一、收入决算情况说明'), INCOME] },
  'a coded table between paragraphs': {
    blocks: [
      paragraph('本年支出按功能分类列示如下。'),
      table(
        ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
        ['201', '一般公共服务支出', '2,730.28', '539.92', '2,190.36'],
        ['20126', '档案事务', '2,730.28', '539.92', '2,190.36'],
        ['2012601', '行政运行', '539.92', '539.92', '0.00'],
        ['2012604', '档案馆', '2,190.36', '0.00', '2,190.36'],
      ),
      paragraph('上述支出均为财政拨款安排。'),
    ],
  },
  'blank cells stay': {
    blocks: [
      table(
        ['项目', '预算数', '决算数'],
        ['因公出国（境）费', '', '0.00'],
        ['公务接待费', '1.20', ''],
        ['合计', '1.20', '0.00'],
      ),
    ],
  },
  'a two-lane table with merged header': {
    blocks: [
      table(
        [
          { text: '收入', columns: 2 },
          { text: '支出', columns: 2 },
        ],
        ['项目', '决算数', '项目', '决算数'],
        ['一、财政拨款收入', '2,855.85', '一、一般公共服务支出', '2,730.28'],
        ['二、其他收入', '14.44', '二、住房保障支出', '140.01'],
        ['本年收入合计', '2,870.29', '本年支出合计', '2,870.29'],
      ),
    ],
  },
} satisfies Record<string, DocumentSpec>;

export type SpecName = keyof typeof SPECS;
