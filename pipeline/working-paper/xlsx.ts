import type { Messages } from '../cli/messages/index.ts';
import type { Table } from '../exports/formats/table.ts';
import { workbook } from '../exports/formats/xlsx.ts';
import type { Cell } from '../exports/rows.ts';
import type { Excerpt } from './excerpts.ts';
import type { Entry, WorkingPaper } from './model.ts';
import { decisionLines, formulaOf, headingRows, kindOf, whereOf } from './words.ts';

/** The paper as a workbook: what it is about with fields to sign, its findings, and their numbers with the places. */
export function workingPaperXlsx(paper: WorkingPaper, messages: Messages): AsyncGenerator<Uint8Array> {
  return workbook([indexSheet(paper, messages), findingsSheet(paper, messages), operandsSheet(paper, messages)]);
}

function indexSheet(paper: WorkingPaper, messages: Messages): Table {
  const { columns, sheets, preparedBy, reviewedBy, date, title } = messages.workingPaper;
  const signatures: Cell[][] = [preparedBy, date, reviewedBy, date].map((name) => [name, null]);
  return {
    name: sheets.index,
    columns: [text(columns.item), text(columns.content)],
    widths: [16, 90],
    rows: [[title, null], ...headingRows(paper, messages), [null, null], ...signatures],
  };
}

function findingsSheet({ entries }: WorkingPaper, messages: Messages): Table {
  const { columns, sheets } = messages.workingPaper;
  return {
    name: sheets.findings,
    columns: [
      text(columns.number),
      text(columns.type),
      text(columns.severity),
      text(columns.message),
      text(columns.formula),
      amount(columns.expected),
      amount(columns.actual),
      amount(columns.difference),
      text(columns.unit),
      text(columns.place),
      text(columns.relation),
      text(columns.basis),
      text(columns.state),
      text(columns.id),
    ],
    widths: [6, 14, 8, 70, 34, 14, 14, 12, 8, 24, 40, 30, 24, 16],
    rows: entries.map((entry) => findingRow(entry, messages)),
  };
}

function findingRow(entry: Entry, messages: Messages): Cell[] {
  const { finding, number, operands } = entry;
  return [
    number,
    kindOf(entry, messages),
    messages.severity[finding.severity],
    finding.message,
    formulaOf(entry),
    finding.expected,
    finding.actual,
    finding.difference,
    finding.unit,
    [...new Set(operands.map((operand) => whereOf(operand, messages)))].join(', '),
    entry.relation,
    entry.basis,
    decisionLines(entry, messages).join('\n'),
    finding.id,
  ];
}

function operandsSheet({ entries, document }: WorkingPaper, messages: Messages): Table {
  const { columns, sheets, yes } = messages.workingPaper;
  return {
    name: sheets.operands,
    columns: [
      text(columns.number),
      text(columns.label),
      amount(columns.value),
      text(columns.printed),
      text(columns.unit),
      text(columns.suspect),
      text(columns.place),
      { name: columns.page, type: 'integer' },
      text(columns.source),
      text(columns.excerpt),
    ],
    widths: [8, 50, 14, 16, 8, 6, 20, 6, 40, 70],
    rows: entries.flatMap(({ operands, excerpts }) =>
      operands.map((operand): Cell[] => {
        const page = operand.places.flatMap((place) => ('page' in place ? [place.page] : []))[0] ?? null;
        return [
          operand.mark,
          operand.label,
          operand.value,
          operand.value,
          operand.unit,
          operand.isSuspect ? yes : null,
          whereOf(operand, messages),
          page,
          operand.source ?? document.source,
          excerptText(excerpts, operand.mark),
        ];
      }),
    ),
  };
}

/** The sentence that a number stands in; a number of a table has its title. */
function excerptText(excerpts: readonly Excerpt[], wanted: string): Cell {
  const isMarked = ({ marks }: { readonly marks: readonly { readonly mark: string }[] }) =>
    marks.some(({ mark }) => mark === wanted);
  for (const excerpt of excerpts) {
    if (excerpt.kind === 'text' && excerpt.pieces.some(isMarked))
      return excerpt.pieces.map((piece) => piece.text).join('');
    if (excerpt.kind === 'table' && excerpt.rows.flat().some(isMarked)) return excerpt.title;
  }
  return null;
}

function text(name: string): Table['columns'][number] {
  return { name, type: 'text' };
}

function amount(name: string): Table['columns'][number] {
  return { name, type: 'amount' };
}
