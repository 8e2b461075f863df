import { basename } from 'node:path';
import type { Session } from '../../schemas/service/index.ts';
import { versionOf } from '../version.ts';
import { type Catalogue, catalogueOf } from './catalogue.ts';
import type { Service } from './service.ts';

const VERSION = versionOf();

/** GET /api/session */
export function sessionAnswer(service: Service): Session {
  return {
    program: { name: 'gouji', version: VERSION },
    database: basename(service.store.path),
    canWrite: service.canWrite,
    language: service.language,
    counts: countsOf(service),
  };
}

export function countsOf(service: Service): Session['counts'] {
  return service.remembered.of('counts', () => countsIn(catalogueOf(service)));
}

function countsIn({ inForce: documents }: Catalogue): Session['counts'] {
  const sum = (of: 'tables' | 'facts' | 'figures' | 'findings') =>
    documents.reduce((total, document) => total + document[of], 0);
  const units = new Set(documents.flatMap(({ unit, isArchive }) => (isArchive === 1 || unit === '' ? [] : [unit])));
  return {
    documents: documents.length,
    units: units.size,
    tables: sum('tables'),
    facts: sum('facts'),
    figures: sum('figures'),
    findings: sum('findings'),
  };
}
