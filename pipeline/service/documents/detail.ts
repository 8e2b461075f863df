import { basename } from 'node:path';
import { formOf } from '../../../extractors/tables/index.ts';
import type { Place, StatusReason } from '../../../schemas/index.ts';
import type { DocumentDetail, DocumentTables, DocumentVersion, TableSummary } from '../../../schemas/service/index.ts';
import { MESSAGES } from '../../cli/messages/index.ts';
import { reasonsOf } from '../../store/disclosure.ts';
import { sourcesOf } from '../../store/documents.ts';
import type { Store } from '../../store/open.ts';
import { documentId } from '../../store/rows.ts';
import { type CataloguedDocument, catalogueOf, documentNamed, headingOf, summaryOf } from '../catalogue.ts';
import type { Service } from '../service.ts';

/** GET /api/documents/:id */
export function documentAnswer(service: Service, id: string): DocumentDetail {
  const { store } = service;
  const catalogued = documentNamed(service, id);
  const { document } = service.readings.of(catalogued.artifact);
  return {
    ...summaryOf(catalogued),
    sha256: catalogued.artifact,
    publishedOn: publishedOn(store, id),
    pageSizes: (document?.pageSizes ?? []).map(({ width, height }) => ({ width, height })),
    blocks: document?.blocks.length ?? 0,
    hasOriginal: catalogued.hasOriginal === 1,
    reasons: reasonsOf(store, id).map(wordedReason),
    sections: sectionsOf(store, id),
    tables: tablesOf(store, id),
    sources: sourcesOf(store, id),
    together: togetherWith(service, catalogued).map(headingOf),
    versions: versionsOf(service, catalogued),
    metadata: document?.metadata ?? {},
  };
}

/** What is stored is in one language; the catalogues word each known cause in both, with the remedy. */
function wordedReason({ code, page, message }: StatusReason): DocumentDetail['reasons'][number] {
  const wording = (reasons: Readonly<Record<string, string>>) => reasons[code] ?? message;
  return { code, page: page ?? null, message: { zh: wording(MESSAGES.zh.reasons), en: wording(MESSAGES.en.reasons) } };
}

/** GET /api/documents/:id/tables */
export function tablesAnswer(service: Service, id: string): DocumentTables {
  documentNamed(service, id);
  const items = tablesOf(service.store, id);
  return { items, next: null, total: items.length };
}

/** The file's own name, as it is offered for saving. */
export function fileNameOf({ source, id }: CataloguedDocument): string {
  const path = URL.parse(source)?.pathname ?? source;
  const last = basename(path.split('!/').at(-1) ?? '');
  try {
    return decodeURIComponent(last) || id;
  } catch {
    return last || id;
  }
}

interface TableRow extends Omit<TableSummary, 'pages' | 'place' | 'financial' | 'formName'> {
  readonly pages: string;
  readonly place: string;
  readonly financial: number;
}

export function tablesOf(store: Store, id: string): TableSummary[] {
  return store.db
    .prepare<[string, string], TableRow>(
      `SELECT id, title, kind AS form, unit, pages, place, note, financial, section, coalesce(count, 0) AS facts
       FROM tables LEFT JOIN (SELECT table_id, count(*) AS count FROM facts WHERE document = ? GROUP BY table_id)
         ON table_id = tables.id
       WHERE document = ? ORDER BY n`,
    )
    .all(id, id)
    .map(({ pages, place, financial, form, ...row }) => ({
      id: row.id,
      title: row.title,
      form,
      formName: formOf(form)?.name ?? null,
      unit: row.unit,
      pages: JSON.parse(pages) as number[],
      place: JSON.parse(place) as Place,
      note: row.note,
      financial: financial === 1,
      section: row.section,
      facts: row.facts,
    }));
}

function sectionsOf(store: Store, id: string): DocumentDetail['sections'] {
  return store.db
    .prepare<[string], Omit<DocumentDetail['sections'][number], 'place'> & { readonly place: string }>(
      'SELECT id, level, number, title, place FROM sections WHERE document = ? ORDER BY n',
    )
    .all(id)
    .map((section) => ({ ...section, place: JSON.parse(section.place) as Place }));
}

function publishedOn(store: Store, id: string): string | null {
  return (
    store.db.prepare<[string], string | null>('SELECT published_on FROM documents WHERE id = ?').pluck().get(id) ?? null
  );
}

function togetherWith(service: Service, { id, dossier }: CataloguedDocument): CataloguedDocument[] {
  if (dossier === null) return [];
  const ids = service.store.db
    .prepare<[string, string], string>('SELECT id FROM documents WHERE dossier = ? AND id <> ? ORDER BY source')
    .pluck()
    .all(dossier, id);
  const { byId } = catalogueOf(service);
  return ids.flatMap((other) => byId.get(other) ?? []);
}

interface VersionRow {
  readonly address: string;
  readonly n: number;
  readonly seenAt: string;
  readonly artifact: string;
  readonly isCurrent: 0 | 1;
}

/** Everything that the addresses gave under which this was found. */
function versionsOf(service: Service, { artifact }: CataloguedDocument): DocumentVersion[] {
  const { byId } = catalogueOf(service);
  return service.store.db
    .prepare<[string], VersionRow>(
      `SELECT address, n, seen_at AS seenAt, document_versions.artifact,
         document_versions.artifact IS crawl_urls.artifact AS isCurrent
       FROM document_versions JOIN crawl_urls ON crawl_urls.id = document_versions.url
       WHERE document_versions.url IN (SELECT url FROM document_versions WHERE artifact = ?)
       ORDER BY address, n`,
    )
    .all(artifact)
    .map(({ isCurrent, artifact: other, ...version }) => {
      const document = byId.has(documentId(other)) ? documentId(other) : null;
      return { ...version, document, isThis: other === artifact, isCurrent: isCurrent === 1 };
    });
}
