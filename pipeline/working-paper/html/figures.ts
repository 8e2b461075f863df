import type { Messages } from '../../cli/messages/index.ts';
import type { Excerpt, Mark } from '../excerpts.ts';
import type { MarkedOperand } from '../model.ts';
import type { Picture } from '../pictures.ts';
import type { ExcerptCell } from '../table-excerpt.ts';
import { printedValue } from '../words.ts';
import { html, type Markup } from './markup.ts';

/** A piece of a page; what is marked on it is told in words too, for those who cannot see it. */
export function pictureFigure(picture: Picture, operands: readonly MarkedOperand[], messages: Messages): Markup {
  const marked = operands.filter(({ mark }) => picture.marks.includes(mark));
  const told = marked.map((operand) => `${operand.mark} ${operand.label} ${printedValue(operand)}`).join('; ');
  const where = messages.place.page(picture.page);
  const caption = picture.source === null ? where : `${where} · ${picture.source}`;
  const data = Buffer.from(picture.png).toString('base64');
  return html`<figure><figcaption>${caption}</figcaption><div class="picture"><img src="data:image/png;base64,${data}" alt="${messages.workingPaper.pagePicture(picture.page, told)}" style="width:${picture.width.toFixed(1)}pt"></div></figure>
`;
}

export function excerptFigure(excerpt: Excerpt, messages: Messages): Markup {
  const title = excerpt.kind === 'table' ? messages.place.table(excerpt.title || messages.show.unnamed) : '';
  const unit = excerpt.kind === 'table' ? excerpt.unit : '';
  const caption = [messages.workingPaper.columns.excerpt, title, unit, excerpt.source ?? ''].filter(
    (part) => part !== '',
  );
  const body =
    excerpt.kind === 'text'
      ? html`<blockquote>${excerpt.pieces.map(({ text, marks }) => (marks.length === 0 ? text : marked(text, marks)))}</blockquote>`
      : html`<div class="picture"><table><tbody>${excerpt.rows.map((row, n) => tableRow(row, n < excerpt.headerRows))}</tbody></table></div>`;
  return html`<figure><figcaption>${caption.join(' · ')}</figcaption>${body}</figure>
`;
}

function marked(text: string, marks: readonly Mark[]): Markup {
  return html`<mark class="${classOf(marks)}">${text}<sup>${labels(marks)}</sup></mark>`;
}

function tableRow(cells: readonly ExcerptCell[], isHeader: boolean): Markup {
  return html`<tr>${cells.map((cell) => tableCell(cell, isHeader))}</tr>`;
}

function tableCell({ text, rowSpan, columnSpan, isNumber, marks }: ExcerptCell, isHeader: boolean): Markup {
  const spans = html` rowspan="${rowSpan}" colspan="${columnSpan}"`;
  if (isHeader) return html`<th${spans}>${text}</th>`;
  const name = `${isNumber ? 'number' : ''}${marks.length === 0 ? '' : ` marked ${classOf(marks)}`}`;
  return html`<td class="${name}"${spans}>${text}${marks.length === 0 ? null : html`<sup>${labels(marks)}</sup>`}</td>`;
}

function classOf(marks: readonly Mark[]): string {
  return marks.some(({ isSuspect }) => isSuspect) ? 'suspect' : '';
}

function labels(marks: readonly Mark[]): string {
  return marks.map(({ mark }) => mark).join(' ');
}
