import { useState } from 'preact/hooks';
import type { Check, Outcome } from '../../../../schemas/service/index.ts';
import { documentPath } from '../../../api/paths.ts';
import { usePages } from '../../../api/use-pages.ts';
import { commonWords } from '../../../messages/common.ts';
import { documentWords } from '../../../messages/document.ts';
import { withQuery } from '../../../shell/query.ts';
import { CheckCard } from './check-card.tsx';
import { ListEnd } from './more.tsx';
import type { PanelProps } from './panel.tsx';

const OUTCOMES: readonly Outcome[] = ['broken', 'rounding', 'undetermined', 'holds'];

/** Every relation that was judged; what holds is shown too, so that one sees what was checked and what was not. */
export function ChecksTab(props: PanelProps) {
  const m = documentWords();
  const { document: shown, check, onCheck } = props;
  const [outcome, setOutcome] = useState('');
  const list = usePages<Check>(withQuery(documentPath(shown.id, 'checks'), { outcome }));
  const names = commonWords().relationStates;
  const { items } = list.pages.value;
  // What a link names may be far down the list.
  const isLinked = check?.document === shown.id && !items.some(({ n }) => n === check.n);
  return (
    <>
      <div class="tab-filters">
        <select
          aria-label={m.outcomeFilter}
          value={outcome}
          onChange={(event) => setOutcome(event.currentTarget.value)}
        >
          <option value="">{commonWords().all}</option>
          {OUTCOMES.map((one) => (
            <option key={one} value={one}>
              {`${names[one]} (${shown.checks[one]})`}
            </option>
          ))}
        </select>
      </div>
      <ul class="finding-cards">
        {(isLinked && check ? [check, ...items] : items).map((one) => (
          <CheckCard
            key={one.n}
            check={one}
            document={shown.id}
            isOpen={check?.n === one.n && check.document === one.document}
            onOpen={onCheck}
            onOperand={props.onOperand}
          />
        ))}
      </ul>
      <ListEnd list={list} />
    </>
  );
}
