import { useEffect, useRef } from 'preact/hooks';
import type { CoverageCell } from '../../../schemas/service/index.ts';
import { Bar } from '../../charts/bar.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { commonWords } from '../../messages/common.ts';
import { overviewWords } from '../../messages/overview.ts';
import { announce } from '../../shell/announce.tsx';
import { withQuery } from '../../shell/query.ts';

type Form = CoverageCell['forms'][number];

/** The forms that documents of one kind and year have, and how many of them have each. */
export function CoverageForms(props: { readonly cell: CoverageCell; readonly isJustChosen: boolean }) {
  const { cell, isJustChosen } = props;
  const m = overviewWords();
  const { kinds } = commonWords();
  const { kind, year, documents, units, forms } = cell;
  const name = kinds[kind] ?? kind;
  const title = year === null ? m.formsOfUnknownYear(name) : m.formsOf(String(year), name);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Below the matrix where there is no room beside it; a link that names a cell opens at the top all the same.
    if (!isJustChosen) return;
    announce(title);
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, [title, isJustChosen]);
  const columns: readonly Column<Form>[] = [
    {
      key: 'form',
      head: m.form,
      names: true,
      cell: (form) => (
        <span class="barred">
          <span>{form.name}</span>
          <Bar parts={[{ key: 'has', count: form.documents, tone: 'pine', fill: 'solid' }]} of={documents} />
        </span>
      ),
    },
    {
      key: 'documents',
      head: m.has,
      numeric: true,
      cell: (form) => `${form.documents} / ${documents}`,
    },
  ];
  return (
    <div class="coverage-forms" ref={panel}>
      <header>
        <h3>{title}</h3>
        <span class="muted">{m.unitsIn(units)}</span>
        <a href={withQuery('/', { kind, year: year ?? undefined })}>{m.seeFindings}</a>
      </header>
      {forms.length === 0 ? (
        <p class="muted">{m.noForms}</p>
      ) : (
        <DataTable caption={title} columns={columns} rows={forms} rowKey={({ form }) => form} />
      )}
    </div>
  );
}
