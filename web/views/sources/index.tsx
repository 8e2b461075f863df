import type { SourceList } from '../../../schemas/service/index.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Answered } from '../../components/answered.tsx';
import { sourcesWords } from '../../messages/sources.ts';
import { usePage } from '../../shell/page.ts';
import { Failures } from './failures.tsx';
import { HowToBegin } from './how-to-begin.tsx';
import { RunTable } from './run-table.tsx';
import './sources.css';

/** What the last crawl of each source came to, what failed and why, and when the next one is due. */
export function Sources() {
  const m = sourcesWords();
  usePage(m.title);
  const asked = useAnswer<SourceList>('/api/sources');
  return (
    <div class="view sources">
      <Answered of={asked}>
        {(list) =>
          list.items.length === 0 && list.notYet.length === 0 ? (
            <HowToBegin />
          ) : (
            <>
              <h1>{m.title}</h1>
              {!list.isScheduled && <p class="sources-notice">{m.noFile}</p>}
              <RunTable list={list} />
              {list.items.length > 0 && <Failures items={list.items} />}
            </>
          )
        }
      </Answered>
    </div>
  );
}
