import { useState } from 'preact/hooks';
import { documentPath } from '../../../api/paths.ts';
import { documentWords } from '../../../messages/document.ts';
import { type PageSize, Pages } from './pages.tsx';
import type { OriginalProps } from './surface.ts';

/** A picture as the only page: as large as it was read, or as it is where that is not known. */
export function ImageOriginal(props: OriginalProps) {
  const { id, pageSizes } = props.document;
  const [natural, setNatural] = useState<readonly PageSize[]>();
  const picture = (page: number) => (
    <img
      src={documentPath(id, 'original')}
      alt={documentWords().picture(page)}
      onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
        natural ?? setNatural([{ width: naturalWidth, height: naturalHeight }])
      }
    />
  );
  const sizes = pageSizes.length > 0 ? pageSizes : natural;
  if (!sizes) return <div class="original-pane">{picture(1)}</div>;
  return (
    <Pages {...props} sizes={sizes}>
      {picture}
    </Pages>
  );
}
