import { LineChart } from '../../charts/line-chart.tsx';
import type { PlacedPoint } from '../../charts/line-layout.ts';
import { Swatch } from '../../charts/marker.tsx';
import { Printed } from '../../components/printed.tsx';
import { unitWords } from '../../messages/unit.ts';
import { BreakList } from './break-list.tsx';
import { scopeText } from './scope.ts';
import type { SeriesChart } from './series-charts.ts';

/** A chart with what it is called, its legend, and its breaks in words. */
export function SeriesPanel({ chart }: { readonly chart: SeriesChart }) {
  const m = unitWords();
  const { series, data, breaks, firstYear, lastYear } = chart;
  const [only] = series;
  const isOne = series.length === 1;
  const name =
    isOne && only ? [only.name, scopeText(only.quantity, only.code)].filter(Boolean).join(', ') : m.severalRows;
  const nameOf = ({ name: row, line }: PlacedPoint): string => [row, scopeText(line)].filter(Boolean).join(', ');
  const say = (point: PlacedPoint): readonly string[] => [
    ...(isOne ? [] : [nameOf(point)]),
    `${point.year} ${m.phases[point.phase] ?? point.phase}`,
    point.printed,
  ];
  return (
    <figure class="series-panel">
      <figcaption>
        {isOne && only ? <RowName name={only.name} code={only.code} quantity={only.quantity} /> : m.severalRows}
      </figcaption>
      <ul class="chart-legend">
        {data.lines.map(({ key, name: rowName, series: which, phase }) => (
          <li key={key}>
            <Swatch series={which} phase={phase} />
            <span>
              {!isOne && <Printed text={`${rowName} ${scopeText(key.split(' ')[0] ?? '')} `} />}
              {m.phases[phase] ?? phase}
            </span>
          </li>
        ))}
      </ul>
      <LineChart
        title={name}
        description={m.describe(name, firstYear, lastYear, breaks.length)}
        pointsLabel={m.pointsOf(name)}
        data={data}
        say={say}
      />
      <BreakList breaks={breaks} series={series} />
    </figure>
  );
}

export function RowName(props: { readonly name: string; readonly code: string; readonly quantity: string }) {
  return (
    <span class="row-name">
      <Printed text={props.name || props.code} />
      {props.code && props.name && <span class="row-code">{props.code}</span>}
      <span class="row-scope">{scopeText(props.quantity, props.code)}</span>
    </span>
  );
}
