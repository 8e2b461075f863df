import { EmptyState } from '../../components/empty-state.tsx';
import { sourcesWords } from '../../messages/sources.ts';

export function HowToBegin() {
  const m = sourcesWords();
  return (
    <EmptyState title={m.none} hint={m.noneHint}>
      <pre class="source-sample">
        <code>{`sources:\n  - name: ${m.sample}\n    start: [https://czj.example.gov.cn/zwgk/yjsgk/]`}</code>
      </pre>
      <dl class="source-steps">
        {m.steps.map(([command, what]) => (
          <div key={command}>
            <dt>
              <code>{command}</code>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </EmptyState>
  );
}
