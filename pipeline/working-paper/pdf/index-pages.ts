import type { Messages } from '../../cli/messages/index.ts';
import type { Excerpt } from '../excerpts.ts';
import type { Entry, MarkedOperand, WorkingPaper } from '../model.ts';
import { MARK_COLORS } from '../page-marks.ts';
import { decisionLines, difference, formulaOf, headingRows, kindOf, printedValue, whereOf } from '../words.ts';
import { A4, type IndexPage, pageFlow } from './page-flow.ts';
import type { Typesetting } from './typesetting.ts';

const INK = '#1a1a1a';
const DIM = '#5c6370';
const SIZE = { title: 17, subtitle: 12, heading: 11, body: 9.5, small: 8.5 } as const;
const NAME_COLUMN = 66;
const MARK_COLUMN = 30;
const PLACE_COLUMN = 74;

/** What the pages before the original say. `note`: why the original's own pages are not marked; null where they are. */
export function indexPages(
  paper: WorkingPaper,
  note: string | null,
  type: Typesetting,
  messages: Messages,
): IndexPage[] {
  const flow = pageFlow(type);
  const words = messages.workingPaper;
  const { document, entries } = paper;
  flow.line([{ text: words.title, size: SIZE.title, align: 'middle' }]);
  const subject = [document.issuer || document.title, document.fiscalYear, messages.kind[document.kind]];
  const named = subject.filter((part) => part !== null && part !== '').join(' ');
  flow.line([{ text: named, size: SIZE.body, color: DIM, align: 'middle' }]);
  flow.space(8);
  for (const [name, content] of headingRows(paper, messages)) {
    content.split('\n').forEach((line, n) => {
      flow.paragraph(line, { size: SIZE.body, indent: NAME_COLUMN, label: n === 0 ? name : '', labelColor: DIM });
    });
  }
  flow.space(10);
  const quarter = A4.textWidth / 4;
  flow.line(
    [words.preparedBy, words.date, words.reviewedBy, words.date].map((text, n) => ({
      text,
      size: SIZE.body,
      x: n * quarter,
      underlined: quarter - 10,
    })),
  );
  flow.space(8);
  if (entries.length > 0) {
    flow.line([{ text: words.index, size: SIZE.subtitle }]);
    flow.paragraph(note ?? words.legend, { size: SIZE.small, color: note === null ? DIM : MARK_COLORS.suspect });
  }
  for (const entry of entries) entryLines(flow, entry, note !== null, messages);
  return flow.pages((number, count) => ({ text: words.pageOf(number, count), size: SIZE.small, color: DIM }));
}

type Flow = ReturnType<typeof pageFlow>;

function entryLines(flow: Flow, entry: Entry, withExcerpts: boolean, messages: Messages): void {
  const { finding, number, operands } = entry;
  const columns = messages.workingPaper.columns;
  flow.space(5);
  flow.rule();
  flow.space(4);
  flow.keep(60);
  flow.anchor(`entry ${number}`);
  flow.line([
    { text: `${number}`, size: SIZE.heading },
    { text: kindOf(entry, messages), size: SIZE.heading, x: MARK_COLUMN },
    { text: difference(entry, messages), size: SIZE.body, x: MARK_COLUMN + 90, color: MARK_COLORS.suspect },
    { text: finding.id, size: SIZE.small, color: DIM, align: 'end' },
  ]);
  flow.paragraph(finding.message, { size: SIZE.body, indent: MARK_COLUMN });
  const formula = formulaOf(entry);
  if (formula !== '') flow.paragraph(formula, { size: SIZE.body, indent: MARK_COLUMN, color: MARK_COLORS.other });
  flow.space(2);
  for (const operand of operands) operandLine(flow, operand, messages);
  if (withExcerpts) {
    for (const excerpt of entry.excerpts) {
      const text = excerptText(excerpt);
      const label = columns.excerpt;
      if (text !== '')
        flow.paragraph(text, { size: SIZE.small, indent: NAME_COLUMN, label, labelColor: DIM, color: DIM });
    }
  }
  const basis = [entry.relation, entry.basis].filter((part) => part !== '').join(' · ');
  if (basis !== '')
    flow.paragraph(basis, { size: SIZE.small, indent: NAME_COLUMN, label: columns.basis, labelColor: DIM, color: DIM });
  decisionLines(entry, messages).forEach((line, n) => {
    flow.paragraph(line, {
      size: SIZE.small,
      indent: NAME_COLUMN,
      label: n === 0 ? columns.state : '',
      labelColor: DIM,
    });
  });
}

function operandLine(flow: Flow, operand: MarkedOperand, messages: Messages): void {
  const color = operand.isSuspect ? MARK_COLORS.suspect : INK;
  const where = whereOf(operand, messages);
  flow.row({
    link: `mark ${operand.mark}`,
    size: SIZE.body,
    cells: [
      { text: operand.mark, x: 0, color: operand.isSuspect ? MARK_COLORS.suspect : MARK_COLORS.other },
      { text: operand.label, x: MARK_COLUMN, color, isWide: true },
      { text: printedValue(operand), x: A4.textWidth - PLACE_COLUMN - 10, color, isEnd: true },
      { text: where, x: A4.textWidth - PLACE_COLUMN, color },
    ],
  });
  if (operand.source !== undefined)
    flow.paragraph(operand.source, { size: SIZE.small, indent: MARK_COLUMN, color: DIM });
}

/** A sentence with its numbers marked; of a table, the names and numbers of its rows. */
function excerptText(excerpt: Excerpt): string {
  if (excerpt.kind === 'text')
    return excerpt.pieces
      .map(({ text, marks }) => (marks.length === 0 ? text : `${text}【${marks.map(({ mark }) => mark).join(' ')}】`))
      .join('');
  const rows = excerpt.rows.slice(excerpt.headerRows).map((cells) =>
    cells
      .filter(({ text }) => text !== '')
      .map(({ text, marks }) => (marks.length === 0 ? text : `${text}【${marks.map(({ mark }) => mark).join(' ')}】`))
      .join(' '),
  );
  return [excerpt.title, ...rows].filter((part) => part !== '').join('；');
}
