import type { Document, Identity, Remark } from '../../schemas/index.ts';
import type { DocumentSource } from '../extract.ts';

export interface Identification {
  readonly identity: Identity;
  /** Region as stated ("上海市普陀区"), "" where not. */
  readonly region: string;
  readonly remarks: readonly Remark[];
}

export function identify(document: Document, origin: DocumentSource): Identification {
  const identity: Identity = {
    sha256: origin.sha256,
    mediaType: document.mediaType,
    source: origin.source,
    title: '',
    issuer: '',
    kind: 'unknown',
    fiscalYear: null,
    publishedOn: null,
    pages: document.pages,
  };
  return { identity, region: '', remarks: [] };
}
