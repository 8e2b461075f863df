import type { Check, DocumentDetail, DocumentFindings, ServedFinding } from '../../../../schemas/service/index.ts';
import type { AskedPages } from '../../../api/use-pages.ts';
import { Tabs } from '../../../components/tabs.tsx';
import { documentWords } from '../../../messages/document.ts';
import type { Reviewing } from '../../../review/use-review.tsx';
import type { Query } from '../../../shell/query.ts';
import { ChecksTab } from './checks-tab.tsx';
import { FactsTab } from './facts-tab.tsx';
import { FiguresTab } from './figures-tab.tsx';
import { FindingsTab } from './findings-tab.tsx';
import { NumberCard } from './number-card.tsx';
import { StatusTab } from './status-tab.tsx';
import { TablesTab } from './tables-tab.tsx';

export interface PanelProps {
  readonly document: DocumentDetail;
  readonly findings: AskedPages<ServedFinding, DocumentFindings>;
  readonly finding: ServedFinding | undefined;
  readonly check: Check | undefined;
  readonly query: Query;
  readonly change: (changed: Query) => void;
  readonly reviewing: Reviewing;
  readonly onFinding: (finding: ServedFinding) => void;
  readonly onCheck: (check: Check | undefined) => void;
  /** Brings the box of an operand into view. */
  readonly onOperand: (key: string) => void;
  readonly onHelp: () => void;
}

/** The right side: what was found and what was read, and the number that was clicked above it. */
export function Panel(props: PanelProps) {
  const m = documentWords();
  const { document: shown, query, change } = props;
  const { counts, checks } = shown;
  const tabs = [
    { key: 'findings', name: m.tabs.findings, count: counts.findings, draw: () => <FindingsTab {...props} /> },
    { key: 'tables', name: m.tabs.tables, count: counts.tables, draw: () => <TablesTab {...props} /> },
    { key: 'figures', name: m.tabs.figures, count: counts.figures, draw: () => <FiguresTab {...props} /> },
    { key: 'facts', name: m.tabs.facts, count: counts.facts, draw: () => <FactsTab {...props} /> },
    {
      key: 'checks',
      name: m.tabs.checks,
      count: checks.holds + checks.rounding + checks.broken + checks.undetermined,
      draw: () => <ChecksTab {...props} />,
    },
    { key: 'status', name: m.tabs.status, draw: () => <StatusTab {...props} /> },
  ];
  return (
    <aside class="panel" aria-label={m.panel}>
      {query.number && <NumberCard key={query.number} {...props} number={query.number} />}
      <Tabs label={m.tabList} tabs={tabs} chosen={query.tab || 'findings'} onChoose={(tab) => change({ tab })} />
    </aside>
  );
}
