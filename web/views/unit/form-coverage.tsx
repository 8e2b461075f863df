import type { UnitDetail } from '../../../schemas/service/index.ts';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { documentLink } from '../../components/place-link.tsx';
import { commonWords } from '../../messages/common.ts';
import { unitWords } from '../../messages/unit.ts';
import { type FormCell, type FormLine, formMatrices, yearsOf } from './form-matrix.ts';

/** Which forms are there in which year, and whether the document they are in was read in full. */
export function FormCoverage({ detail }: { readonly detail: UnitDetail }) {
  const m = unitWords();
  const common = commonWords();
  const columns: readonly Column<FormLine>[] = [
    { key: 'form', head: m.form, names: true, cell: ({ name }) => name },
    ...yearsOf(detail.documents).map((year, n) => ({
      key: String(year),
      head: year ?? common.noYear,
      cell: ({ cells }: FormLine) => {
        const cell = cells[n];
        return cell && <FormMark cell={cell} />;
      },
    })),
  ];
  const matrices = formMatrices(detail);
  if (matrices.length === 0) return null;
  return (
    <section class="unit-coverage">
      <h2>{m.coverage}</h2>
      <p class="unit-hint">
        <Mark isFull /> {m.full} <Mark isFull={false} /> {m.partial} {m.coverageHint}
      </p>
      {matrices.map(({ kind, lines }) => {
        const name = common.kinds[kind] ?? kind;
        return (
          <div key={kind}>
            <h3>{name}</h3>
            <DataTable
              caption={`${m.coverage}：${name}`}
              class="form-matrix"
              columns={columns}
              rows={lines}
              rowKey={({ form }) => form}
            />
          </div>
        );
      })}
    </section>
  );
}

function FormMark({ cell }: { readonly cell: FormCell }) {
  const m = unitWords();
  if (cell.isMissing) {
    return (
      <span class="form-missing" title={m.missingLong}>
        {m.missing}
      </span>
    );
  }
  return (
    <>
      {cell.has.map(({ document, readInFull, tables }) => {
        const words = `${readInFull ? m.full : m.partial}, ${m.tablesIn(tables)}`;
        return (
          <a key={document} class="form-mark" href={documentLink(document, { tab: 'tables' })} title={words}>
            <Mark isFull={readInFull} />
            <span class="visually-hidden">{words}</span>
          </a>
        );
      })}
    </>
  );
}

/** A full disc, or a half one: the shape says it, the colour repeats it. */
function Mark({ isFull }: { readonly isFull: boolean }) {
  return (
    <svg class={isFull ? 'mark-full' : 'mark-half'} width={12} height={12} viewBox="-6 -6 12 12" aria-hidden="true">
      <circle r={5} />
      <path d={isFull ? 'M0 -5A5 5 0 1 1 0 5A5 5 0 1 1 0 -5Z' : 'M0 -5A5 5 0 0 0 0 5Z'} />
    </svg>
  );
}
