import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Loading } from '../../../components/loading.tsx';
import { ScrollBox } from '../../../components/scroll-box.tsx';
import { documentWords } from '../../../messages/document.ts';
import { BlockText } from './block-text.tsx';
import { FlowSurface } from './flow-surface.tsx';
import { locateBlocks } from './locate-blocks.ts';
import type { Locate, OriginalProps } from './surface.ts';
import { useBlocks } from './use-blocks.ts';
import { useNumbers } from './use-numbers.ts';
import { useSize } from './use-size.ts';

/** Text, Word and sheets: what was read of them, as paragraphs and tables. */
export function BlocksOriginal(props: OriginalProps) {
  const { id, blocks: count } = props.document;
  const pane = useRef<HTMLElement>(null);
  const flow = useRef<HTMLDivElement>(null);
  const size = useSize(pane);
  const blocks = useBlocks(id);
  const numbers = useNumbers(id, count > 0 ? { from: 0, to: count - 1 } : null);
  const [locate, setLocate] = useState<Locate | null>(null);

  useLayoutEffect(() => {
    const root = flow.current;
    if (!root || typeof blocks === 'string' || size.width === 0) return;
    const found = locateBlocks(root, blocks, () => root.getBoundingClientRect());
    setLocate(() => found);
  }, [blocks, size.width, props.zoom]);

  // Made once: a workbook has thousands of cells, and choosing or zooming changes none of them.
  const text = useMemo(
    () => typeof blocks !== 'string' && blocks.map((block) => <BlockText key={block.index} block={block} />),
    [blocks],
  );

  if (blocks === 'failed') return <p class="original-problem">{documentWords().notDrawn}</p>;
  return (
    <ScrollBox class="original-pane original-blocks" boxRef={pane} label={props.label}>
      {blocks === 'loading' && <Loading />}
      <div class="flow" ref={flow} style={{ fontSize: `${props.zoom}em` }}>
        <FlowSurface {...props} pane={pane} locate={locate} numbers={numbers}>
          {text}
        </FlowSurface>
      </div>
    </ScrollBox>
  );
}
