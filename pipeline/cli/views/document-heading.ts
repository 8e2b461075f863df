import type { DocumentSummary } from '../../store/documents.ts';
import type { Messages } from '../messages/index.ts';
import { printable, tone } from '../terminal.ts';
import { shortId } from './documents.ts';

/** Two lines that name a document above its findings. */
export function documentHeading(document: DocumentSummary, messages: Messages): string {
  const year = document.fiscalYear === null ? '' : ` ${document.fiscalYear}`;
  const unit = document.issuer === '' ? document.title : document.issuer;
  const name = `${printable(unit === '' ? messages.show.unnamed : unit)}${year} ${messages.kind[document.kind]}`;
  const parts = [
    printable(document.source),
    shortId(document.id),
    ...(document.pages === null ? [] : [`${document.pages} ${messages.documents.columns.pages}`]),
    messages.status[document.state],
  ];
  return `${tone('strong', name)}\n${tone('dim', parts.join(' · '))}`;
}
