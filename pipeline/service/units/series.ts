import type {
  RowChoices,
  RowsQuery,
  SeriesQuery,
  SeriesValue,
  ServedSeries,
  UnitSeries,
} from '../../../schemas/service/index.ts';
import type { Value } from '../../series/line.ts';
import { type Series, seriesOf, seriesOfQuantity } from '../../series/series.ts';
import type { Statement } from '../../series/statements.ts';
import { yuanOf } from '../../store/tidy.ts';
import { statementsOfUnit } from '../../store/unit-statements.ts';
import { catalogueOf } from '../catalogue.ts';
import { ServiceProblem } from '../problems.ts';
import type { Service } from '../service.ts';
import { containsWords, wordsOf } from '../words.ts';

/** What is shown of a unit where nothing is asked for. */
const USUAL_ROW = '三公';

/** GET /api/units/:unit/series */
export function seriesAnswer(service: Service, unit: string, { row, quantity }: SeriesQuery): UnitSeries {
  const statements = statementsOf(service, unit);
  const rows = row.length === 0 && quantity.length === 0 ? [USUAL_ROW] : row;
  const series = [
    ...quantity.flatMap((one) => seriesOfQuantity(statements, one)),
    ...rows.flatMap((one) => seriesOf(statements, one)),
  ];
  const once = new Map(series.map((one) => [one.quantity, one]));
  return { unit, series: [...once.values()].map(servedSeries) };
}

/** GET /api/rows */
export function rowsAnswer(service: Service, { unit, q, limit }: RowsQuery): RowChoices {
  const words = wordsOf(q);
  const choices = choicesOf(service, unit).filter(
    ({ name, code }) => words.length === 0 || containsWords(`${code} ${name}`, words),
  );
  return { items: choices.slice(0, limit), total: choices.length };
}

/** Quantities with the years there are of them, those with most years first; of equals the one more often printed. */
function choicesOf(service: Service, unit: string): RowChoices['items'] {
  return service.remembered.of(`rows ${unit}`, () => {
    const quantities = [...Map.groupBy(statementsOf(service, unit), ({ quantity }) => quantity)];
    return quantities
      .map(([quantity, stated]) => {
        const years = [...new Set(stated.map(({ year }) => year))].toSorted((a, b) => a - b);
        const { name, code } = stated.findLast(isOfTable) ?? stated.at(-1) ?? { name: '', code: '' };
        return { choice: { quantity, name, code, years }, printed: stated.length };
      })
      .toSorted(
        (a, b) =>
          b.choice.years.length - a.choice.years.length ||
          b.printed - a.printed ||
          (a.choice.quantity < b.choice.quantity ? -1 : 1),
      )
      .map(({ choice }) => choice);
  });
}

/** Ends the request where there is no such unit. */
function statementsOf(service: Service, unit: string): readonly Statement[] {
  if (!catalogueOf(service).documents.some((document) => document.unit === unit))
    throw new ServiceProblem('not-found', unit);
  return service.remembered.of(`statements ${unit}`, () => statementsOfUnit(service.store, unit));
}

/** A sentence calls its number 支出决算, whatever it was spent for; a table has a name beside each code. */
function isOfTable({ code }: { readonly code: string }): boolean {
  return code !== '';
}

function servedSeries({ quantity, name, code, points, breaks }: Series): ServedSeries {
  const values = points.flatMap(({ budget, final }) => [budget, final].filter((value) => value !== null));
  const named = code === '' ? values.findLast(isOfTable) : undefined;
  return {
    quantity,
    name: named?.name ?? name,
    code: named?.code ?? code,
    points: points.map(({ year, budget, final }) => ({ year, budget: servedValue(budget), final: servedValue(final) })),
    breaks: breaks.map((one) => ({ ...one })),
  };
}

function servedValue(value: Value | null): SeriesValue | null {
  return value === null ? null : { ...value, valueYuan: yuanOf(value.value, value.unit) };
}
