import type { Disclosure, Table } from '../../../schemas/index.ts';
import type { Excerpt } from '../../store/excerpts.ts';
import type { JudgedFinding } from '../../store/judged-findings.ts';
import type { CliContext } from '../program.ts';
import { padEnd, printable, tone, widthOf } from '../terminal.ts';
import { placeText } from './place.ts';
import { reasonText } from './reason.ts';
import { reviewedFindingLines } from './reviewed-finding.ts';
import { tableLines } from './table.ts';

/** A document as `gouji show` presents it: identity, status, sections, tables with their forms, findings. */
export function disclosureLines(
  { disclosure, id, findings, related }: DisclosureView,
  excerptOf: (ref: string) => Excerpt | null,
  context: CliContext,
): string[] {
  const { show } = context.messages;
  const findingLines = findings.flatMap((reviewed) => [
    '',
    ...reviewedFindingLines(reviewed, id, excerptOf, context.messages),
  ]);
  return [
    ...identityLines(disclosure, related, context),
    ...titled(show.sections, sectionLines(disclosure)),
    ...titled(show.tables, tablesLines(disclosure, context)),
    ...titled(show.findings, findingLines.slice(1)),
  ];
}

interface DisclosureView {
  readonly disclosure: Disclosure;
  readonly id: string;
  readonly findings: readonly JudgedFinding[];
  readonly related: Related;
}

/** Paths that a document is known by, and those of the files it belongs with. */
export interface Related {
  readonly sources: readonly string[];
  /** Archives that it lies in. */
  readonly archives: readonly string[];
  /** Files in it, where it is an archive. */
  readonly members: readonly string[];
  /** The other documents of the same disclosure. */
  readonly together: readonly string[];
  /** Newer versions, where the document is not in force any more. */
  readonly replacedBy: readonly string[];
}

function named(title: string, paths: readonly string[]): (readonly [string, string])[] {
  return paths.map((path) => [title, path]);
}

function titled(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', tone('strong', title), ...lines];
}

function identityLines({ document, status, checks }: Disclosure, related: Related, context: CliContext): string[] {
  const { messages } = context;
  const { show } = messages;
  const reasons = status.reasons.length === 0 ? '' : ` · ${reasonText(status.reasons, context)}`;
  const entries: readonly (readonly [string, string])[] = [
    [show.title, document.title],
    [show.issuer, document.issuer],
    [show.kind, messages.kind[document.kind]],
    [show.year, document.fiscalYear === null ? '' : String(document.fiscalYear)],
    [show.published, document.publishedOn ?? ''],
    [show.medium, document.mediaType],
    [show.pages, document.pages === null ? '' : String(document.pages)],
    [show.status, messages.status[status.state] + reasons],
    [show.checksLabel, show.checks(checks)],
    ...named(show.sources, related.sources),
    ...named(show.archive, related.archives),
    ...named(show.members, related.members),
    ...named(show.together, related.together),
    ...named(show.replacedBy, related.replacedBy),
    [show.sha256, document.sha256],
  ];
  const told = entries.filter(([, value]) => value !== '');
  const width = Math.max(...told.map(([name]) => widthOf(name)));
  return told.map(([name, value]) => `${tone('dim', padEnd(name, width))}  ${printable(value)}`);
}

function sectionLines({ sections }: Disclosure): string[] {
  return sections.map(({ level, number, title }) => printable(`${'  '.repeat(level)}${number} ${title}`).trimEnd());
}

function tablesLines({ tables, facts }: Disclosure, { messages }: CliContext): string[] {
  if (tables.length === 0) return [];
  const { show } = messages;
  const rows = tables.map((table) => [
    printable(table.title === '' ? show.unnamed : table.title),
    printable(table.kind ?? show.noForm),
    printable(table.unit),
    show.tableSize(...sizeOf(table)),
    show.factCount(facts.filter((fact) => fact.table === table.id).length),
    placeText(table.place, messages),
  ]);
  return tableLines(
    [
      { title: show.title, align: 'start', flexible: true },
      { title: show.kind, align: 'start' },
      { title: '', align: 'start' },
      { title: '', align: 'end' },
      { title: '', align: 'end' },
      { title: '', align: 'start' },
    ],
    rows,
  ).map((line) => `  ${line}`);
}

function sizeOf({ cells }: Table): [number, number] {
  const rows = Math.max(0, ...cells.map(({ r, rs }) => r + rs));
  const columns = Math.max(0, ...cells.map(({ c, cs }) => c + cs));
  return [rows, columns];
}
