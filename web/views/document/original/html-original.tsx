import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { documentPath } from '../../../api/paths.ts';
import { Loading } from '../../../components/loading.tsx';
import { ScrollBox } from '../../../components/scroll-box.tsx';
import { documentWords } from '../../../messages/document.ts';
import { FlowSurface } from './flow-surface.tsx';
import { enlarged } from './geometry.ts';
import { locateBlocks } from './locate-blocks.ts';
import type { Locate, OriginalProps } from './surface.ts';
import { useBlocks } from './use-blocks.ts';
import { useNumbers } from './use-numbers.ts';
import { useSize } from './use-size.ts';

/**
 * The sanitised page in a frame whose sandbox runs nothing; same origin only so that we can measure where its text stands.
 * The frame is as high as its page, so that boxes laid over it scroll with it.
 */
export function HtmlOriginal(props: OriginalProps) {
  const { id, blocks: count } = props.document;
  const { zoom } = props;
  const pane = useRef<HTMLElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const size = useSize(pane);
  const blocks = useBlocks(id);
  const numbers = useNumbers(id, count > 0 ? { from: 0, to: count - 1 } : null);
  const [extent, setExtent] = useState<{ readonly width: number; readonly height: number }>();
  const [loads, setLoads] = useState(0);

  useEffect(() => {
    const shown = frame.current?.contentDocument?.documentElement;
    if (!frame.current || !shown || loads === 0 || size.width === 0) return;
    // A page is never measured smaller than its frame, so the frame is first as narrow as the pane is now.
    Object.assign(frame.current.style, { width: `${size.width}px`, height: '0px' });
    const width = Math.max(size.width, shown.scrollWidth);
    Object.assign(frame.current.style, { width: `${width}px` });
    const measured = { width, height: shown.scrollHeight };
    Object.assign(frame.current.style, sized(measured, 1));
    setExtent(measured);
  }, [loads, size.width]);

  const locate = useMemo<Locate | null>(() => {
    const body = frame.current?.contentDocument?.body;
    if (!body || !extent || typeof blocks === 'string') return null;
    const located = locateBlocks(body, blocks, () => ({ left: 0, top: 0 }));
    // Inside the frame everything is measured as if it were not zoomed.
    return (place, ref) => located(place, ref).map((rect) => enlarged(rect, zoom));
  }, [blocks, extent, zoom]);

  const before = useRef(zoom);
  useLayoutEffect(() => {
    if (pane.current) pane.current.scrollTop *= zoom / before.current;
    before.current = zoom;
  }, [zoom]);

  const m = documentWords();
  if (blocks === 'failed') return <p class="original-problem">{m.notDrawn}</p>;
  return (
    <ScrollBox class="original-pane original-html" boxRef={pane} label={props.label}>
      {loads === 0 && <Loading />}
      <div class="flow" style={extent ? sized(extent, zoom) : {}}>
        <FlowSurface {...props} pane={pane} locate={locate} numbers={numbers}>
          <iframe
            ref={frame}
            title={props.label}
            sandbox="allow-same-origin"
            src={documentPath(id, 'html')}
            style={extent ? { ...sized(extent, 1), transform: `scale(${zoom})` } : {}}
            onLoad={() => setLoads((n) => n + 1)}
          />
        </FlowSurface>
      </div>
    </ScrollBox>
  );
}

function sized(extent: { readonly width: number; readonly height: number }, by: number) {
  return { width: `${extent.width * by}px`, height: `${extent.height * by}px` };
}
