import { createHash } from 'node:crypto';
import type { Messages } from '../../cli/messages/index.ts';
import type { Entry, MarkedOperand, WorkingPaper } from '../model.ts';
import { type Picture, showsAll } from '../pictures.ts';
import { decisionLines, difference, formulaOf, headingRows, kindOf, printedValue, whereOf } from '../words.ts';
import { excerptFigure, pictureFigure } from './figures.ts';
import { html, type Markup } from './markup.ts';
import { STYLE } from './style.ts';

/**
 * The paper as one file that needs nothing else: pictures are in it, nothing runs and nothing is fetched, which its own
 * policy forbids as well. Pieces, so that the whole is never held.
 */
export function* workingPaperHtml(
  paper: WorkingPaper,
  pictures: ReadonlyMap<number, readonly Picture[]>,
  messages: Messages,
): Generator<Uint8Array> {
  yield bytes(opening(paper, messages));
  for (const entry of paper.entries) yield bytes(article(entry, pictures.get(entry.number) ?? [], messages));
  yield bytes(html`</main></body></html>\n`);
}

function bytes({ markup }: Markup): Uint8Array {
  return Buffer.from(markup);
}

function opening(paper: WorkingPaper, messages: Messages): Markup {
  const { workingPaper: words } = messages;
  const { document, entries, language, status } = paper;
  const subject = [document.issuer || document.title, document.fiscalYear, messages.kind[document.kind]];
  const named = subject.filter((part) => part !== null && part !== '').join(' ');
  const hash = createHash('sha256').update(STYLE).digest('base64');
  const policy = `default-src 'none'; img-src data:; style-src 'sha256-${hash}'; style-src-attr 'unsafe-inline'; base-uri 'none'; form-action 'none'`;
  const rows = headingRows(paper, messages).map(
    ([name, content]) => html`<tr><th scope="row">${name}</th><td>${lines(content)}</td></tr>`,
  );
  const warning = status.state === 'complete' ? null : html`<p class="warning">${words.notFullyRead}</p>`;
  const style = { markup: STYLE };
  return html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title} · ${named}</title>
<style>${style}</style></head>
<body><main>
<h1>${words.title}</h1>
<p class="subject">${named}</p>
<table class="heading"><tbody>${rows}</tbody></table>
${warning}
<div class="signatures">${[words.preparedBy, words.date, words.reviewedBy, words.date].map((name) => html`<span>${name}</span>`)}</div>
${entries.length === 0 ? null : index(entries, messages)}
`;
}

function lines(content: string): Markup[] {
  return content.split('\n').map((line, n) => (n === 0 ? html`${line}` : html`<br>${line}`));
}

function index(entries: readonly Entry[], messages: Messages): Markup {
  const { columns, index: title } = messages.workingPaper;
  const rows = entries.map((entry) => {
    const link = `#f${entry.number}`;
    return html`<tr><td class="number"><a href="${link}">${entry.number}</a></td><td class="nowrap"><a href="${link}">${kindOf(entry, messages)}</a></td><td class="nowrap">${messages.severity[entry.finding.severity]}</td><td class="wide">${labelOf(entry)}</td><td>${whereAll(entry, messages)}</td><td class="number">${entry.finding.difference === '' ? '' : `${entry.finding.difference.replace(/^-/, '')}${entry.finding.unit}`}</td><td class="nowrap">${messages.review.state[entry.state]}</td></tr>`;
  });
  return html`<h2>${title}</h2>
<table class="index"><thead><tr><th>${columns.number}</th><th>${columns.type}</th><th>${columns.severity}</th><th class="wide">${columns.label}</th><th>${columns.place}</th><th>${columns.difference}</th><th>${columns.state}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

/** What the finding is about: the number that is probably wrong, else the last. */
function labelOf({ operands }: Entry): string {
  return (operands.find(({ isSuspect }) => isSuspect) ?? operands.at(-1))?.label ?? '';
}

/** Places named in the index of findings; the rest are in the finding. */
const MOST_PLACES = 4;

function whereAll({ operands }: Entry, messages: Messages): string {
  const places = [...new Set(operands.map((operand) => whereOf(operand, messages)))];
  return places.slice(0, MOST_PLACES).join(', ') + (places.length > MOST_PLACES ? ' …' : '');
}

function article(entry: Entry, pictures: readonly Picture[], messages: Messages): Markup {
  const { finding, number, operands, state } = entry;
  const { columns } = messages.workingPaper;
  const off = difference(entry, messages);
  const formula = formulaOf(entry);
  const about: readonly (readonly [string, string])[] = [
    [columns.relation, entry.relation],
    [columns.basis, entry.basis],
    [columns.rule, finding.rule],
    [columns.state, decisionLines(entry, messages).join('\n')],
  ];
  const excerpts = showsAll(entry, pictures) ? [] : entry.excerpts;
  return html`<article id="f${number}" class="${state}">
<h2><b>${number}</b><span>${kindOf(entry, messages)}</span>${off === '' ? null : html`<span class="off">${off}</span>`}<span class="id">${finding.id}</span></h2>
<p class="message">${finding.message}</p>
${formula === '' ? null : html`<p class="formula">${formula}</p>`}
<div class="operands"><table><thead><tr><th>${columns.number}</th><th>${columns.label}</th><th class="number">${columns.value}</th><th>${columns.place}</th></tr></thead><tbody>${operands.map((operand) => operandRow(operand, messages))}</tbody></table></div>
${pictures.map((picture) => pictureFigure(picture, operands, messages))}
${excerpts.map((excerpt) => excerptFigure(excerpt, messages))}
<dl class="about">${about.map(([name, content]) => (content === '' ? null : html`<dt>${name}</dt><dd class="decision">${lines(content)}</dd>`))}</dl>
</article>
`;
}

function operandRow(operand: MarkedOperand, messages: Messages): Markup {
  const where = whereOf(operand, messages);
  const source = operand.source === undefined ? '' : ` · ${operand.source}`;
  return html`<tr class="${operand.isSuspect ? 'suspect' : ''}"><td class="mark">${operand.mark}</td><td>${operand.label}</td><td class="number">${printedValue(operand)}</td><td><span class="nowrap">${where}</span>${source}</td></tr>`;
}
