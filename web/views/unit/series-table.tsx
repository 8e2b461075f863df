import type { SeriesValue, ServedSeries } from '../../../schemas/service/index.ts';
import type { Phase } from '../../charts/line-layout.ts';
import { Swatch } from '../../charts/marker.tsx';
import { Amount } from '../../components/amount.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { PlaceLink } from '../../components/place-link.tsx';
import { unitWords } from '../../messages/unit.ts';
import type { SeriesChart } from './series-charts.ts';
import { RowName } from './series-panel.tsx';

interface Line {
  readonly series: ServedSeries;
  readonly which: number;
  readonly phase: Phase;
  readonly values: ReadonlyMap<number, SeriesValue>;
}

/** The numbers of the charts as they are printed, each leading to its place: whoever cannot see the charts misses nothing. */
export function SeriesTable({ charts }: { readonly charts: readonly SeriesChart[] }) {
  const m = unitWords();
  const lines = charts.flatMap(linesOf);
  const years = [...new Set(lines.flatMap(({ values }) => [...values.keys()]))].toSorted((a, b) => a - b);
  const columns: readonly Column<Line>[] = [
    {
      key: 'row',
      head: m.row,
      names: true,
      cell: ({ series: { name, code, quantity }, which, phase }) => (
        <span class="series-row">
          <Swatch series={which} phase={phase} />
          <RowName name={name} code={code} quantity={quantity} />
        </span>
      ),
    },
    { key: 'phase', head: m.phase, cell: ({ phase }) => m.phases[phase] ?? phase },
    ...years.map((year) => ({
      key: String(year),
      head: year,
      numeric: true,
      cell: ({ values }: Line) => {
        const value = values.get(year);
        return (
          value && (
            <PlaceLink document={value.document} place={value.place}>
              <Amount value={value.value} unit={value.unit} />
            </PlaceLink>
          )
        );
      },
    })),
  ];
  return (
    <section class="series-numbers">
      <h3>{m.table}</h3>
      <p class="unit-hint">{m.tableHint}</p>
      <DataTable
        caption={m.table}
        columns={columns}
        rows={lines}
        rowKey={({ series, phase }) => `${series.quantity} ${phase}`}
      />
    </section>
  );
}

function linesOf({ series, data }: SeriesChart): Line[] {
  return data.lines.flatMap(({ key, series: which, phase }) => {
    const own = series.find(({ quantity }) => key === `${quantity} ${phase}`);
    if (!own) return [];
    const values = own.points.flatMap((point): [number, SeriesValue][] => {
      const value = point[phase];
      return value ? [[point.year, value]] : [];
    });
    return [{ series: own, which, phase, values: new Map(values) }];
  });
}
