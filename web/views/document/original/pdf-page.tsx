import PQueue from 'p-queue';
import { type PDFDocumentProxy, type RenderTask, TextLayer } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'preact/hooks';
import { documentWords } from '../../../messages/document.ts';

/** More than this per point costs memory and shows nothing more. */
const MOST_PIXELS_PER_POINT = 4;

/** One page after the other, what is in view before its neighbours: all at once, each would be seen as late as the last. */
const drawing = new PQueue({ concurrency: 1 });

/** One page drawn by pdf.js, under a layer of its text that can be selected, copied and read aloud. */
export function PdfPage(props: {
  readonly pdf: PDFDocumentProxy;
  readonly page: number;
  readonly scale: number;
  readonly isInView: boolean;
}) {
  const { pdf, page: n, scale, isInView } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [isBroken, setBroken] = useState(false);

  useEffect(() => {
    let isGone = false;
    let task: RenderTask | undefined;
    let layer: TextLayer | undefined;
    const draw = async (): Promise<void> => {
      if (isGone) return;
      const page = await pdf.getPage(n);
      const target = canvas.current;
      const container = text.current;
      if (isGone || !target || !container) return;
      const viewport = page.getViewport({ scale });
      const drawn = page.getViewport({ scale: Math.min(MOST_PIXELS_PER_POINT, scale * devicePixelRatio) });
      target.width = Math.floor(drawn.width);
      target.height = Math.floor(drawn.height);
      task = page.render({ canvas: target, viewport: drawn });
      await task.promise;
      if (isGone) return;
      container.replaceChildren();
      container.style.setProperty('--total-scale-factor', String(scale));
      layer = new TextLayer({ textContentSource: page.streamTextContent(), container, viewport });
      await layer.render();
      container.dataset.ready = 'true';
    };
    const begin = (): void => {
      drawing.add(draw, { priority: isInView ? 1 : 0 }).catch(() => {
        if (!isGone) setBroken(true);
      });
    };
    // Pages that came into the DOM together ask together: a neighbour does so when those in view have.
    if (isInView) begin();
    else queueMicrotask(begin);
    return () => {
      isGone = true;
      task?.cancel();
      layer?.cancel();
    };
    // A neighbour that comes into view later is drawn already, or next.
  }, [pdf, n, scale]);

  return (
    <>
      <canvas ref={canvas} />
      <div ref={text} class="text-layer" />
      {isBroken && <p class="page-problem">{documentWords().pageNotDrawn}</p>}
    </>
  );
}
