import type { Extraction, StatusReason } from '../schemas/index.ts';

/** The extraction of a document that no stage could finish: nothing but its name and the reason. */
export function unreadableExtraction(
  origin: { readonly sha256: string; readonly source: string },
  reason: StatusReason,
): Extraction {
  return {
    document: {
      sha256: origin.sha256,
      mediaType: 'application/octet-stream',
      source: origin.source,
      title: '',
      issuer: '',
      kind: 'unknown',
      fiscalYear: null,
      publishedOn: null,
      pages: null,
    },
    status: { state: 'unreadable', reasons: [reason] },
    region: '',
    sections: [],
    tables: [],
    facts: [],
    figures: [],
    links: [],
    remarks: [],
  };
}
