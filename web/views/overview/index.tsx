import type { Overview as OverviewAnswer } from '../../../schemas/service/index.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Answered } from '../../components/answered.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { overviewWords } from '../../messages/overview.ts';
import { usePage } from '../../shell/page.ts';
import { useQuery } from '../../shell/query.ts';
import { Counts } from './counts.tsx';
import { Coverage } from './coverage.tsx';
import { FindingTypes } from './finding-types.tsx';
import { Largest } from './largest.tsx';
import './overview.css';
import { Shares } from './shares.tsx';

/** What there is, how much of it was read and judged, and where it contradicts itself. */
export function Overview() {
  const m = overviewWords();
  usePage(m.title);
  const asked = useAnswer<OverviewAnswer>('/api/overview');
  const [query, change] = useQuery();
  return (
    <div class="view overview">
      <Answered of={asked}>
        {(overview) =>
          overview.counts.documents === 0 ? (
            <EmptyState title={m.none} hint={m.noneHint}>
              <p>
                <code>{m.command}</code>
              </p>
            </EmptyState>
          ) : (
            <>
              <h1>{m.title}</h1>
              <Counts counts={overview.counts} />
              <Shares states={overview.states} checks={overview.checks} />
              <FindingTypes findings={overview.findings} query={query} onChange={change} />
              <Largest items={overview.largest} />
              <Coverage coverage={overview.coverage} query={query} onChange={change} />
            </>
          )
        }
      </Answered>
    </div>
  );
}
