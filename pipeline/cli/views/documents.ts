import type { Standing } from '../../store/crawl/versions.ts';
import type { DocumentSummary } from '../../store/documents.ts';
import type { Messages } from '../messages/index.ts';
import { printable } from '../terminal.ts';
import { tableLines } from './table.ts';

/** As much of an id as people see and type. */
const SHOWN_ID_LENGTH = 8;

export function shortId(id: string): string {
  return id.slice(0, SHOWN_ID_LENGTH);
}

/** One line per document, in columns. */
export function documentLines(
  documents: readonly (DocumentSummary & { readonly standing?: Standing })[],
  messages: Messages,
): string[] {
  const { columns } = messages.documents;
  // Which files are one disclosure is shown where any are: they have the same mark.
  const inDossier = Map.groupBy(documents, ({ dossier }) => dossier);
  const isShared = ({ dossier }: DocumentSummary) => dossier !== null && (inDossier.get(dossier)?.length ?? 0) > 1;
  const hasShared = documents.some(isShared);
  const hasPast = documents.some(({ standing = 'current' }) => standing !== 'current');
  return tableLines(
    [
      { title: columns.id, align: 'start' },
      { title: columns.state, align: 'start' },
      ...(hasPast ? [{ title: columns.standing, align: 'start' } as const] : []),
      { title: columns.year, align: 'end' },
      { title: columns.kind, align: 'start' },
      { title: columns.issuer, align: 'start', flexible: true },
      { title: columns.pages, align: 'end' },
      { title: columns.tables, align: 'end' },
      { title: columns.facts, align: 'end' },
      { title: columns.figures, align: 'end' },
      { title: columns.findings, align: 'end' },
      ...(hasShared ? [{ title: columns.dossier, align: 'start' } as const] : []),
      { title: columns.source, align: 'start', flexible: true },
    ],
    documents.map((document) => [
      shortId(document.id),
      messages.status[document.state],
      ...(hasPast ? [messages.documents.standing[document.standing ?? 'current']] : []),
      document.fiscalYear === null ? '' : String(document.fiscalYear),
      messages.kind[document.kind],
      printable(document.issuer === '' ? document.title : document.issuer),
      document.pages === null ? '' : String(document.pages),
      String(document.tables),
      String(document.facts),
      String(document.figures),
      String(document.findings),
      ...(hasShared ? [isShared(document) ? shortId(document.dossier ?? '') : ''] : []),
      printable(document.source),
    ]),
  );
}
