import type { DocumentKind } from '../../schemas/index.ts';
import type { DocumentHeading, DocumentState, DocumentView, ServedDocument } from '../../schemas/service/index.ts';
import { supersededDocuments } from '../store/crawl/versions.ts';
import { ServiceProblem } from './problems.ts';
import type { Service } from './service.ts';

/** Every document in a few words, in the order of unit, year, kind and source: lists, filters and counts are made from it. */
export interface Catalogue {
  readonly documents: readonly CataloguedDocument[];
  /** Those that nothing newer has replaced: findings and counts are about them, since both versions would count twice. */
  readonly inForce: readonly CataloguedDocument[];
  readonly byId: ReadonlyMap<string, CataloguedDocument>;
}

export interface CataloguedDocument {
  readonly id: string;
  readonly artifact: string;
  readonly title: string;
  readonly unit: string;
  readonly region: string;
  readonly kind: DocumentKind;
  readonly year: number | null;
  readonly mediaType: string;
  readonly pages: number | null;
  readonly state: DocumentState;
  readonly source: string;
  readonly dossier: string | null;
  readonly tables: number;
  readonly facts: number;
  readonly figures: number;
  readonly findings: number;
  readonly holds: number;
  readonly rounding: number;
  readonly broken: number;
  readonly undetermined: number;
  /** http(s) address it was seen under; null where there is none. */
  readonly address: string | null;
  readonly hasOriginal: 0 | 1;
  /** An archive holds documents and is none of a unit. */
  readonly isArchive: 0 | 1;
}

const ROWS = `
  SELECT id, artifact, title, issuer AS unit, region, kind, fiscal_year AS year, media_type AS mediaType, pages, state, source,
    dossier, tables, facts, figures, holds, rounding, broken, undetermined,
    coalesce(found.count, 0) AS findings,
    (SELECT min(sources.source) FROM sources
     WHERE sources.artifact = documents.artifact
       AND (sources.source GLOB 'http://*' OR sources.source GLOB 'https://*')) AS address,
    EXISTS (SELECT 1 FROM artifacts WHERE sha256 = documents.artifact AND encoding <> 'not-kept') AS hasOriginal,
    EXISTS (SELECT 1 FROM archive_members WHERE archive = documents.artifact) AS isArchive
  FROM documents
  LEFT JOIN (SELECT document, count(*) AS count FROM findings WHERE status <> 'rounding' GROUP BY document) AS found
    ON found.document = documents.id
  ORDER BY issuer, fiscal_year, kind, source, id`;

export function catalogueOf({ store, remembered }: Service): Catalogue {
  return remembered.of('catalogue', () => {
    const documents = store.db.prepare<[], CataloguedDocument>(ROWS).all();
    const superseded = supersededDocuments(store);
    const inForce = documents.filter(({ id }) => !superseded.has(id));
    return { documents, inForce, byId: new Map(documents.map((document) => [document.id, document])) };
  });
}

/** Ends the request where there is no such document. */
export function documentNamed(service: Service, id: string): CataloguedDocument {
  const document = catalogueOf(service).byId.get(id);
  if (document === undefined) throw new ServiceProblem('not-found', id);
  return document;
}

export function headingOf(document: CataloguedDocument): DocumentHeading {
  const { id, title, unit, region, kind, year, mediaType, pages, state, source, address } = document;
  const heading = { id, title, unit, region, kind, year, mediaType, view: viewOf(document), pages, state, source };
  return { ...heading, url: webAddressOf(address) };
}

export function summaryOf(document: CataloguedDocument): ServedDocument {
  const { tables, facts, figures, findings, holds, rounding, broken, undetermined } = document;
  return {
    ...headingOf(document),
    counts: { tables, facts, figures, findings },
    checks: { holds, rounding, broken, undetermined },
  };
}

function viewOf({ mediaType, hasOriginal, isArchive, state }: CataloguedDocument): DocumentView {
  if (isArchive === 1) return 'none';
  if (hasOriginal === 1 && mediaType === 'application/pdf') return 'pdf';
  if (hasOriginal === 1 && mediaType === 'text/html') return 'html';
  if (hasOriginal === 1 && mediaType.startsWith('image/')) return 'image';
  return state === 'unreadable' ? 'none' : 'blocks';
}

/** Text of a document is never a link unless it is an address of the web: no javascript:, no data:, no file:. */
export function webAddressOf(text: string | null): string | null {
  const url = text === null ? null : URL.parse(text);
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : null;
}
