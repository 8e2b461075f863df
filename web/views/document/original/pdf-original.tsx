import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useState } from 'preact/hooks';
import { documentPath } from '../../../api/paths.ts';
import { Loading } from '../../../components/loading.tsx';
import { documentWords } from '../../../messages/document.ts';
import { type PageSize, Pages } from './pages.tsx';
import { openPdf, pageSizesOf } from './pdf.ts';
import { PdfPage } from './pdf-page.tsx';
import type { OriginalProps } from './surface.ts';

interface Opened {
  readonly pdf: PDFDocumentProxy;
  readonly sizes: readonly PageSize[];
}

export function PdfOriginal(props: OriginalProps) {
  const { id, pageSizes } = props.document;
  const [opened, setOpened] = useState<Opened>();
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    let isGone = false;
    const open = async (): Promise<void> => {
      const pdf = await openPdf(documentPath(id, 'original'));
      // Sizes are known from reading it; only where that was not kept must each page be asked.
      const sizes = pageSizes.length > 0 ? pageSizes : await pageSizesOf(pdf);
      if (!isGone) setOpened({ pdf, sizes });
    };
    setOpened(undefined);
    open().catch(() => {
      if (!isGone) setBroken(true);
    });
    return () => {
      isGone = true;
    };
  }, [id, pageSizes]);
  if (isBroken) return <p class="original-problem">{documentWords().notDrawn}</p>;
  if (!opened) return <Loading />;
  return (
    <Pages {...props} sizes={opened.sizes}>
      {(page, scale, isInView) => <PdfPage pdf={opened.pdf} page={page} scale={scale} isInView={isInView} />}
    </Pages>
  );
}
