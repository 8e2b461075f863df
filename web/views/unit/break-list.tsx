import type { ServedSeries } from '../../../schemas/service/index.ts';
import { fileName } from '../../components/document-name.tsx';
import { Printed } from '../../components/printed.tsx';
import { unitWords } from '../../messages/unit.ts';
import { scopeText } from './scope.ts';
import type { NumberedBreak } from './series-charts.ts';
import { statedIn } from './stated-in.ts';

/** What the numbers in a chart say: why a series may not be read on there without thought. */
export function BreakList(props: {
  readonly breaks: readonly NumberedBreak[];
  readonly series: readonly ServedSeries[];
}) {
  const { breaks, series } = props;
  const m = unitWords();
  if (breaks.length === 0) return null;
  return (
    <ol class="break-list" aria-label={m.breaks}>
      {breaks.map((one) => {
        const { number, kind, year, quantity } = one;
        const row = series.length > 1 ? series.find((member) => member.quantity === quantity) : undefined;
        return (
          <li key={number}>
            <span class="break-number">{number}</span>
            <span>
              <strong>
                {year} {m.breakKinds[kind] ?? kind}
              </strong>{' '}
              {row && <Printed text={row.name} />}{' '}
              <span class="break-values">
                <BreakSide kind={kind} text={one.from} /> → <BreakSide kind={kind} text={one.to} />
              </span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** One side of a break: a quantity in words, an amount with the file that states it, or a name or code as printed. */
function BreakSide(props: { readonly kind: NumberedBreak['kind']; readonly text: string }) {
  const { kind, text } = props;
  if (kind === 'scope') return <Printed text={scopeText(text) || '—'} />;
  const stated = statedIn(text);
  if (!stated) return <Printed text={text || '—'} />;
  return (
    <>
      <Printed text={stated.amount} />{' '}
      <Printed class="break-source" text={fileName(stated.source)} title={stated.source} />
    </>
  );
}
