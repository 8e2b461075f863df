import { useCallback, useState } from 'preact/hooks';
import type {
  Check,
  DocumentDetail,
  DocumentFindings,
  ServedFinding,
  TableGrid,
} from '../../../schemas/service/index.ts';
import { documentPath } from '../../api/paths.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { usePages } from '../../api/use-pages.ts';
import { fileName } from '../../components/document-name.tsx';
import { KeyHelp } from '../../components/key-help.tsx';
import { documentWords } from '../../messages/document.ts';
import { useReview } from '../../review/use-review.tsx';
import { useKeys } from '../../shell/keys.ts';
import { usePage } from '../../shell/page.ts';
import { useQuery } from '../../shell/query.ts';
import { DocumentHeader } from './heading.tsx';
import { checkName, useOpenCheck } from './open-check.ts';
import { Panel } from './panel/panel.tsx';
import { Stage } from './stage.tsx';
import { Toolbar } from './toolbar.tsx';
import { useShown } from './use-shown.ts';
import { nextZoom } from './zoom.ts';

/** The original at the left, the panel at the right, and the keys that work on both. What is open stands in the URL. */
export function DocumentDesk(props: { readonly document: DocumentDetail }) {
  const { document: shownDocument } = props;
  const { id } = shownDocument;
  const m = documentWords();
  usePage(shownDocument.unit || shownDocument.title || fileName(shownDocument.source));
  const [query, change] = useQuery();
  const findings = usePages<ServedFinding, DocumentFindings>(`${documentPath(id, 'findings')}?include=rounding`);
  const all = findings.pages.value.items;
  const finding = all.find((one) => one.id === query.finding);
  const [check, keepCheck] = useOpenCheck(id, query.check ?? '');
  const openCheck = (one: Check | undefined): void => {
    if (one) keepCheck(one);
    change({ check: one ? checkName(id, one) : '' });
  };
  const shown = useShown(id, finding, check, query.place ?? '');
  const grid = useGrid(id, query.table ?? '');
  const [zoom, setZoom] = useState(1);
  const [showsOutcomes, setOutcomes] = useState(false);
  const [isHelping, setHelping] = useState(false);

  const open = (one: ServedFinding | undefined): void => {
    if (!one) return;
    change({ finding: one.id, check: '', place: '', number: '', tab: '' });
  };
  const listed = all.filter(
    (one) => query.show === 'rounding' || one.status !== 'rounding' || one.id === query.finding,
  );
  const step = (by: 1 | -1): void => {
    const at = listed.findIndex((one) => one.id === query.finding);
    open(listed[at < 0 ? 0 : Math.min(listed.length - 1, Math.max(0, at + by))]);
  };
  const choose = useCallback((number: string) => change({ number }), [change]);
  const reviewing = useReview({ undone: ({ id: undone }) => open(all.find((one) => one.id === undone)) });
  const onFinding = (act: (one: ServedFinding) => void) => (): boolean => {
    if (finding) act(finding);
    return finding !== undefined;
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    c: onFinding(reviewing.confirm),
    d: onFinding(reviewing.dismiss),
    n: onFinding(reviewing.note),
    u: reviewing.undo,
    s: () => shown.canSplit && shown.toggleSplit(),
    '+': () => setZoom((now) => nextZoom(now, 1)),
    '=': () => setZoom((now) => nextZoom(now, 1)),
    '-': () => setZoom((now) => nextZoom(now, -1)),
    Escape: () => (query.number ? change({ number: '' }) : false),
    '?': () => setHelping(true),
  });

  return (
    <div class="desk">
      <DocumentHeader document={shownDocument} />
      <div class="desk-original">
        <Toolbar
          shown={shown}
          zoom={zoom}
          onZoom={(by) => setZoom((now) => nextZoom(now, by))}
          showsOutcomes={showsOutcomes}
          onOutcomes={() => setOutcomes((now) => !now)}
          grid={grid}
          onGridOff={() => change({ table: '' })}
        />
        <Stage
          document={shownDocument}
          shown={shown}
          zoom={zoom}
          grid={grid}
          chosen={query.number}
          showsOutcomes={showsOutcomes}
          onChoose={choose}
        />
      </div>
      <Panel
        document={shownDocument}
        findings={findings}
        finding={finding}
        check={check}
        query={query}
        change={change}
        reviewing={reviewing}
        onFinding={open}
        onCheck={openCheck}
        onOperand={shown.goTo}
        onHelp={() => setHelping(true)}
      />
      {reviewing.dialog}
      {isHelping && <KeyHelp title={m.keys} keys={m.keyList} onClose={() => setHelping(false)} />}
    </div>
  );
}

function useGrid(document: string, table: string): TableGrid | undefined {
  const asked = useAnswer<TableGrid>(table ? documentPath(document, 'tables', table, 'grid') : null);
  const answer = asked.answer.value;
  return table && answer.state === 'ready' && answer.value.table.id === table ? answer.value : undefined;
}
