import type { UnitList, UnitSummary, UnitsQuery } from '../../../schemas/service/index.ts';
import { type CataloguedDocument, catalogueOf } from '../catalogue.ts';
import { pageAfter } from '../paging.ts';
import type { Service } from '../service.ts';
import { containsWords, wordsOf } from '../words.ts';

/** GET /api/units */
export function unitsAnswer(service: Service, query: UnitsQuery): UnitList {
  const words = wordsOf(query.q);
  const matching = unitsOf(service).filter(
    ({ unit, region }) =>
      (words.length === 0 || containsWords(unit, words)) &&
      (query.region.length === 0 || query.region.includes(region)),
  );
  return pageAfter(matching, query, {
    keyOf: ({ unit, region }) => [unit, region],
    isAfter: ({ unit, region }, [lastUnit, lastRegion]) => {
      const last = String(lastUnit);
      return unit > last || (unit === last && region > String(lastRegion));
    },
  });
}

/** Units with their region, in the order of their names. */
function unitsOf(service: Service): readonly UnitSummary[] {
  return service.remembered.of('units', () => {
    const documents = catalogueOf(service).inForce.filter(({ unit, isArchive }) => unit !== '' && isArchive === 0);
    const groups = Map.groupBy(documents, ({ unit, region }) => `${unit}\n${region}`);
    return [...groups.values()]
      .map(summaryOf)
      .toSorted((a, b) => compare(a.unit, b.unit) || compare(a.region, b.region));
  });
}

function summaryOf(documents: readonly CataloguedDocument[]): UnitSummary {
  const years = documents.flatMap(({ year }) => year ?? []);
  const sum = (of: 'facts' | 'findings') => documents.reduce((total, document) => total + document[of], 0);
  return {
    unit: documents[0]?.unit ?? '',
    region: documents[0]?.region ?? '',
    firstYear: years.length === 0 ? null : Math.min(...years),
    lastYear: years.length === 0 ? null : Math.max(...years),
    documents: documents.length,
    readInFull: documents.filter(({ state }) => state === 'complete').length,
    facts: sum('facts'),
    findings: sum('findings'),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
