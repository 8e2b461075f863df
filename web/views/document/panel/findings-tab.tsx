import { useEffect } from 'preact/hooks';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { Loading } from '../../../components/loading.tsx';
import { documentWords } from '../../../messages/document.ts';
import { FindingCard } from './finding-card.tsx';
import type { PanelProps } from './panel.tsx';

export function FindingsTab(props: PanelProps) {
  const m = documentWords();
  const { document: shown, finding: open, findings, query, change } = props;
  const { items, state, error } = findings.pages.value;
  const showsRounding = query.show === 'rounding';
  const listed = items.filter((one) => showsRounding || one.status !== 'rounding' || one.id === open?.id);
  const hasRounding = items.some(({ status }) => status === 'rounding');

  useEffect(() => {
    if (open) document.getElementById(`card-${open.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [open]);

  if (error) return <ErrorNotice error={error} again={findings.again} />;
  if (state === 'loading' && items.length === 0) return <Loading />;
  return (
    <>
      {shown.state !== 'complete' && <p class="not-clean">{m.notClean}</p>}
      {listed.length === 0 && <p class="muted nothing">{m.noFindings}</p>}
      <ul class="finding-cards">
        {listed.map((one) => (
          <FindingCard
            key={one.id}
            finding={one}
            isOpen={one.id === open?.id}
            reviewing={props.reviewing}
            onOpen={() => props.onFinding(one)}
            onOperand={props.onOperand}
          />
        ))}
      </ul>
      {hasRounding && (
        <label class="switch">
          <input
            type="checkbox"
            checked={showsRounding}
            onChange={() => change({ show: showsRounding ? '' : 'rounding' })}
          />
          {m.rounding}
        </label>
      )}
    </>
  );
}
