import type { Document, Extraction, Status } from '../schemas/index.ts';
import { asBlankTemplate } from './blank-template.ts';
import { identify } from './identity/index.ts';
import { readNarrative } from './narrative/index.ts';
import { withConfidences } from './recognized.ts';
import { findSections } from './sections/index.ts';
import { readTables } from './tables/index.ts';

export interface DocumentSource {
  readonly sha256: string;
  /** Path or URL as given. */
  readonly source: string;
}

/** Names things: who disclosed what for which year, sections, tables with their facts, quantities in prose. */
export function extract(document: Document, origin: DocumentSource): Extraction {
  const sections = findSections(document);
  const { identity, region, remarks } = identify(document, origin);
  const { tables, facts, claimedBlocks } = readTables(document, { identity, sections });
  const narrative = readNarrative(document, { identity, sections, claimedBlocks });
  const numbers = withConfidences({ facts, figures: narrative.figures }, document);
  return asBlankTemplate({
    document: identity,
    status: statusOf(document),
    region,
    sections: sections.list,
    tables,
    ...numbers,
    links: narrative.links,
    remarks: [...remarks, ...narrative.remarks],
  });
}

function statusOf(document: Document): Status {
  if (document.reasons.length === 0) return { state: 'complete', reasons: [] };
  const hasContent = document.blocks.some((block) => block.kind === 'table' || block.text.trim() !== '');
  return { state: hasContent ? 'partial' : 'unreadable', reasons: document.reasons };
}
