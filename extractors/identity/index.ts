import type { Document, Identity, Remark } from '../../schemas/index.ts';
import type { DocumentSource } from '../extract.ts';
import { coverLines } from './cover.ts';
import { readDate } from './dates.ts';
import { collectEvidence } from './evidence.ts';
import { regionOf } from './region.ts';
import { identityRemarks } from './remarks.ts';

export interface Identification {
  readonly identity: Identity;
  /** Region as stated ("上海市普陀区"), "" where not. */
  readonly region: string;
  readonly remarks: readonly Remark[];
}

/** Names of <meta> in which sites give the day of publication, the most exact first. */
const PUBLICATION_KEYS = [
  'pubdate',
  'publishdate',
  'publish_date',
  'article:published_time',
  'publicationdate',
  'date',
];

/**
 * Who disclosed what for which year. Trusted in this order: page metadata, cover, headings, lines at the heads of
 * tables, file name. What the sources disagree on are remarks of type `year` and `name`.
 */
export function identify(document: Document, origin: DocumentSource): Identification {
  const evidence = collectEvidence(document, origin.source);
  const identity: Identity = {
    sha256: origin.sha256,
    mediaType: document.mediaType,
    source: origin.source,
    title: titleOf(document, evidence.titles.find(({ from }) => from !== 'file name')?.value),
    issuer: evidence.names[0]?.value ?? '',
    kind: evidence.kinds[0]?.value ?? 'unknown',
    fiscalYear: evidence.years[0]?.value ?? null,
    publishedOn: publicationDate(document),
    pages: document.pages,
  };
  return { identity, region: regionOf(identity.issuer), remarks: identityRemarks(document, identity) };
}

/** Without a title that names its kind: the first heading, else the first line. */
function titleOf(document: Document, stated: string | undefined): string {
  if (stated !== undefined) return stated;
  const heading = document.blocks.find((block) => block.kind === 'heading');
  const first = heading ?? coverLines(document).find((line) => /\p{Script=Han}/u.test(line.text));
  return first?.text.trim() ?? '';
}

function publicationDate(document: Document): string | null {
  for (const key of PUBLICATION_KEYS) {
    const date = readDate(document.metadata[key] ?? '');
    if (date !== null) return date;
  }
  for (const line of coverLines(document)) {
    const date = readDate(line.text);
    if (date !== null) return date;
  }
  return null;
}
