import { allForms } from '../../../extractors/tables/index.ts';
import type { UnitDetail } from '../../../schemas/service/index.ts';
import { type CataloguedDocument, catalogueOf, summaryOf } from '../catalogue.ts';
import { ServiceProblem } from '../problems.ts';
import type { Service } from '../service.ts';

/** GET /api/units/:unit */
export function unitAnswer(service: Service, unit: string): UnitDetail {
  const documents = documentsOfUnit(service, unit);
  if (documents.length === 0) throw new ServiceProblem('not-found', unit);
  const inForce = new Set(catalogueOf(service).inForce);
  return {
    unit,
    regions: [...new Set(documents.map(({ region }) => region))].filter((region) => region !== '').toSorted(),
    documents: documents.map(summaryOf),
    coverage: coverageOf(
      service,
      documents.filter((document) => inForce.has(document)),
    ),
  };
}

function documentsOfUnit(service: Service, unit: string): CataloguedDocument[] {
  return catalogueOf(service).documents.filter((document) => document.unit === unit && document.isArchive === 0);
}

/** One line per kind and form, in the order of the standard sets. */
function coverageOf({ store }: Service, documents: readonly CataloguedDocument[]): UnitDetail['coverage'] {
  const formsIn = store.db.prepare<[string], { form: string; tables: number }>(
    'SELECT kind AS form, count(*) AS tables FROM tables WHERE document = ? AND kind IS NOT NULL GROUP BY kind',
  );
  const forms = allForms();
  const order = new Map([...forms.keys()].map((form, at) => [form, at]));
  const cells = documents.flatMap((document) =>
    formsIn.all(document.id).map(({ form, tables }) => ({ document, form, tables })),
  );
  return [...Map.groupBy(cells, ({ document, form }) => `${document.kind} ${form}`).values()]
    .flatMap((line) => {
      const [first] = line;
      if (first === undefined) return [];
      const years = line.map(({ document, tables }) => {
        return { year: document.year, document: document.id, tables, readInFull: document.state === 'complete' };
      });
      return [{ kind: first.document.kind, form: first.form, name: forms.get(first.form)?.name ?? first.form, years }];
    })
    .toSorted(
      (a, b) =>
        (a.kind < b.kind ? -1 : Number(a.kind > b.kind)) ||
        (order.get(a.form) ?? order.size) - (order.get(b.form) ?? order.size) ||
        (a.form < b.form ? -1 : 1),
    );
}
