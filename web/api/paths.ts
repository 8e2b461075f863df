import { withQuery } from '../shell/query.ts';

type Values = Readonly<Record<string, string | number | undefined>>;

/** Where the service keeps what belongs to a document: /api/documents/:id/…; each part is encoded by itself. */
export function documentPath(document: string, ...rest: readonly string[]): string {
  return ['/api/documents', ...[document, ...rest].map(encodeURIComponent)].join('/');
}

export function apiPath(resource: string, query: Values = {}): string {
  return withQuery(`/api/${resource}`, query);
}
