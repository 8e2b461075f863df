import { useState } from 'preact/hooks';
import type { CoverageCell, Overview } from '../../../schemas/service/index.ts';
import { Bar } from '../../charts/bar.tsx';
import { grouped } from '../../components/amounts.ts';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { commonWords } from '../../messages/common.ts';
import { overviewWords } from '../../messages/overview.ts';
import type { Query } from '../../shell/query.ts';
import { CoverageForms } from './coverage-forms.tsx';
import { type CoverageRow, cellKey, coverageMatrix, shadeOf } from './coverage-matrix.ts';

/** Kind by year; a chosen cell opens into the forms of its documents. */
export function Coverage(props: {
  readonly coverage: Overview['coverage'];
  readonly query: Query;
  readonly onChange: (changed: Query) => void;
}) {
  const { coverage, query, onChange } = props;
  const m = overviewWords();
  const { kinds: names } = commonWords();
  const { kinds, rows } = coverageMatrix(coverage);
  const [isJustChosen, setJustChosen] = useState(false);
  const chosen = coverage.find((cell) => cellKey(cell) === query.cell);
  const columns: readonly Column<CoverageRow>[] = [
    { key: 'year', head: m.year, names: true, cell: ({ year }) => year ?? m.noYear },
    ...kinds.map((kind, n) => ({
      key: kind,
      head: names[kind] ?? kind,
      cell: ({ cells }: CoverageRow) => {
        const cell = cells[n];
        return (
          <Cell
            cell={cell}
            isChosen={cell !== undefined && cell === chosen}
            onChoose={(key) => {
              setJustChosen(true);
              onChange({ cell: key });
            }}
          />
        );
      },
    })),
  ];
  return (
    <section class="overview-coverage">
      <h2>{m.coverage}</h2>
      <p class="overview-hint">{m.coverageHint}</p>
      <div class="coverage-panes">
        <DataTable
          caption={m.coverage}
          class="coverage-matrix"
          columns={columns}
          rows={rows}
          rowKey={({ year }) => year ?? ''}
        />
        {chosen && <CoverageForms cell={chosen} isJustChosen={isJustChosen} />}
      </div>
    </section>
  );
}

function Cell(props: {
  readonly cell: CoverageCell | undefined;
  readonly isChosen: boolean;
  readonly onChoose: (key: string) => void;
}) {
  const { cell, isChosen, onChoose } = props;
  const m = overviewWords();
  if (!cell) return <span class="visually-hidden">{m.nothing}</span>;
  const { documents, readInFull } = cell;
  return (
    <button
      type="button"
      class={`coverage-cell shade-${shadeOf(documents)}`}
      aria-pressed={isChosen}
      aria-label={m.cell(documents, readInFull)}
      onClick={() => onChoose(isChosen ? '' : cellKey(cell))}
    >
      <span class="numeric">{grouped(String(documents))}</span>
      {readInFull < documents && (
        <span class="numeric coverage-unread">−{grouped(String(documents - readInFull))}</span>
      )}
      <Bar
        parts={[
          { key: 'full', count: readInFull, tone: 'pine', fill: 'solid' },
          { key: 'not', count: documents - readInFull, tone: 'ochre', fill: 'striped' },
        ]}
        of={documents}
      />
    </button>
  );
}
