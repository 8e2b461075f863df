import type { SearchHit } from '../../../schemas/service/index.ts';
import { CopyLink } from '../../components/copy-link.tsx';
import { DocumentName } from '../../components/document-name.tsx';
import { Printed } from '../../components/printed.tsx';
import { commonWords } from '../../messages/common.ts';
import { searchWords } from '../../messages/search.ts';
import { withQuery } from '../../shell/query.ts';
import { pieces } from './marked.ts';

/** One passage: the words around what was found, and the way to its place in the original. */
export function Hit({ hit }: { readonly hit: SearchHit }) {
  const m = searchWords();
  const common = commonWords();
  const place = withQuery(`/documents/${encodeURIComponent(hit.heading.id)}`, { place: hit.ref });
  return (
    <li class="search-hit">
      <a class="search-passage" href={place}>
        <bdi class="printed">
          {pieces(hit.text, hit.marks).map((piece, n) =>
            piece.isMarked ? <mark key={n}>{piece.text}</mark> : piece.text,
          )}
        </bdi>
      </a>
      <p class="search-where">
        <DocumentName heading={hit.heading} />
        {hit.page !== null && <span>{common.page(hit.page)}</span>}
        <span>{hit.kind === 'paragraph' ? m.inProse : m.inTable}</span>
        {hit.tableTitle && <Printed text={hit.tableTitle} />}
        <CopyLink path={place} />
      </p>
    </li>
  );
}
