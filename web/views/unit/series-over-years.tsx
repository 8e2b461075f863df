import { useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { RowChoices, UnitSeries } from '../../../schemas/service/index.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Answered } from '../../components/answered.tsx';
import { unitWords } from '../../messages/unit.ts';
import { withQuery } from '../../shell/query.ts';
import { type Chosen, chosenIn, seriesPath, withChosen } from './chosen.ts';
import { RowPicker } from './row-picker.tsx';
import { seriesCharts } from './series-charts.ts';
import { SeriesPanel } from './series-panel.tsx';
import { SeriesTable } from './series-table.tsx';

/** Rows shown where none are chosen: those with the most years. */
const USUAL = 3;

export function SeriesOverYears({ unit }: { readonly unit: string }) {
  const m = unitWords();
  const { url, route } = useLocation();
  const chosen = chosenIn(url);
  const isDefault = chosen.quantities.length === 0;
  const usual = useAnswer<RowChoices>(isDefault ? withQuery('/api/rows', { unit, limit: USUAL }) : null);
  const answer = usual.answer.value;
  const choices = answer.state === 'failed' ? undefined : answer.value?.items;
  const quantities = isDefault ? choices?.map(({ quantity }) => quantity) : chosen.quantities;
  const change = (changed: Partial<Chosen>): void => route(withChosen(url, { ...chosen, ...changed }), true);
  return (
    <section class="unit-series">
      <header>
        <h2>{m.series}</h2>
        <label class="check">
          <input
            type="checkbox"
            checked={chosen.isTogether}
            onChange={(event) => change({ isTogether: event.currentTarget.checked })}
          />
          {m.together}
        </label>
      </header>
      <RowPicker
        unit={unit}
        chosen={quantities ?? []}
        isDefault={isDefault}
        onChoose={(picked) => change({ quantities: picked })}
      />
      {quantities === undefined ? (
        <Answered of={usual}>{() => null}</Answered>
      ) : quantities.length === 0 ? (
        <p class="muted">{m.noSeries}</p>
      ) : (
        <Charts path={seriesPath(unit, quantities)} isTogether={chosen.isTogether} />
      )}
    </section>
  );
}

function Charts(props: { readonly path: string; readonly isTogether: boolean }) {
  const asked = useAnswer<UnitSeries>(props.path);
  return (
    <Answered of={asked}>
      {(answer, refreshing) => <DrawnSeries answer={answer} isTogether={props.isTogether} isRefreshing={refreshing} />}
    </Answered>
  );
}

function DrawnSeries(props: {
  readonly answer: UnitSeries;
  readonly isTogether: boolean;
  readonly isRefreshing: boolean;
}) {
  const { answer, isTogether, isRefreshing } = props;
  const m = unitWords();
  const charts = useMemo(() => seriesCharts(answer.series, isTogether), [answer, isTogether]);
  if (charts.length === 0) return <p class="muted">{m.noSeries}</p>;
  return (
    <div aria-busy={isRefreshing}>
      <div class={charts.length === 1 ? 'series-panels single' : 'series-panels'}>
        {charts.map((chart) => (
          <SeriesPanel key={chart.key} chart={chart} />
        ))}
      </div>
      <SeriesTable charts={charts} />
    </div>
  );
}
