import {
  type Candidate,
  completeEachOther,
  type Dossier,
  isIdentified,
  isSameDisclosure,
  mayBelongTogether,
} from './candidate.ts';
import { linkName, linkTarget } from './linked.ts';

/**
 * Which documents are one disclosure: a page and the attachments it links to, unless they say they are of another unit,
 * year or kind; and files in one folder or archive of the same unit, year and kind that complete each other. Gives every
 * document exactly once, in an order that depends on nothing but the documents.
 */
export function groupDossiers(candidates: readonly Candidate[]): readonly Dossier[] {
  const ordered = candidates.toSorted((a, b) => compare(a.source, b.source) || compare(a.id, b.id));
  const groups = groupsOf(ordered);
  joinAttachments(ordered, groups);
  joinNeighbours(ordered, groups);
  return groups.all().map((members) => ({ id: members[0]?.id ?? '', members }));
}

function joinAttachments(candidates: readonly Candidate[], groups: Groups): void {
  const bySource = new Map<string, Candidate>();
  for (const candidate of candidates) for (const source of candidate.sources) bySource.set(linkName(source), candidate);
  for (const page of candidates) {
    if (page.mediaType !== 'text/html') continue;
    const attachments = new Set<Candidate>();
    for (const href of page.links) {
      for (const source of page.sources) {
        const target = bySource.get(linkTarget(href, source) ?? '');
        if (target && target !== page && isFile(target)) attachments.add(target);
      }
    }
    for (const attachment of ofOneDisclosure(page, [...attachments])) groups.join(page, attachment);
  }
}

/** A page that a page links to is another article, unless it goes by the name of a file: systems export HTML as "决算表.xls". */
function isFile({ mediaType, sources }: Candidate): boolean {
  return mediaType !== 'text/html' || sources.some((source) => NAMED_AS_FILE.test(source));
}

/** At the end of a path, or of a parameter that names the file. */
const NAMED_AS_FILE = /\.(?:xlsx?|docx?|et|wps|rtf|csv)(?:$|[?#&])/i;

/** A page that lists the files of several units is no disclosure of any of them. */
function ofOneDisclosure(page: Candidate, attachments: readonly Candidate[]): readonly Candidate[] {
  const own = attachments.filter((attachment) => mayBelongTogether(page, attachment));
  const agree = own.every((a) => own.every((b) => mayBelongTogether(a, b)));
  return agree ? own : own.filter((attachment) => isSameDisclosure(page, attachment));
}

function joinNeighbours(candidates: readonly Candidate[], groups: Groups): void {
  const neighbours = Map.groupBy(candidates.filter(isIdentified), ({ source, issuer, fiscalYear, kind }) =>
    [folderOf(source), issuer, fiscalYear, kind].join('\n'),
  );
  for (const files of neighbours.values()) {
    for (const [index, file] of files.entries()) {
      const before = files.slice(0, index).filter((earlier) => completeEachOther(earlier, file));
      const [partner] = before;
      if (partner && groups.of(partner).every((member) => completeEachOther(member, file))) groups.join(partner, file);
    }
  }
}

/** The folder a file lies in; for a member of an archive the archive, whatever folders it has inside. */
function folderOf(source: string): string {
  const archive = source.indexOf('!/');
  return archive >= 0 ? source.slice(0, archive) : source.replaceAll('\\', '/').replace(/[^/]*$/, '');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Groups of documents that are joined pair by pair. */
interface Groups {
  readonly of: (candidate: Candidate) => readonly Candidate[];
  readonly join: (a: Candidate, b: Candidate) => void;
  /** In the order of their first members, members in order. */
  readonly all: () => readonly (readonly Candidate[])[];
}

function groupsOf(ordered: readonly Candidate[]): Groups {
  const groups = new Map(ordered.map((candidate) => [candidate, [candidate]]));
  const position = new Map(ordered.map((candidate, index) => [candidate, index]));
  const inOrder = (a: Candidate, b: Candidate): number => (position.get(a) ?? 0) - (position.get(b) ?? 0);
  return {
    of: (candidate) => groups.get(candidate) ?? [candidate],
    join: (a, b) => {
      const [into, from] = [groups.get(a), groups.get(b)];
      if (!into || !from || into === from) return;
      into.push(...from);
      for (const member of from) groups.set(member, into);
    },
    all: () =>
      [...new Set(groups.values())].map((group) => group.toSorted(inOrder)).toSorted((a, b) => firstOf(a, b, inOrder)),
  };
}

function firstOf(
  a: readonly Candidate[],
  b: readonly Candidate[],
  inOrder: (a: Candidate, b: Candidate) => number,
): number {
  const [first, other] = [a[0], b[0]];
  return first && other ? inOrder(first, other) : 0;
}
