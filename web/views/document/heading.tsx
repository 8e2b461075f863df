import type { DocumentDetail } from '../../../schemas/service/index.ts';
import { documentPath } from '../../api/paths.ts';
import { ReadBadge } from '../../components/badges.tsx';
import { fileName } from '../../components/document-name.tsx';
import { Printed } from '../../components/printed.tsx';
import { commonWords } from '../../messages/common.ts';
import { documentWords } from '../../messages/document.ts';

/** Who disclosed what; where it came from; how far it was read. */
export function DocumentHeader(props: { readonly document: DocumentDetail }) {
  const common = commonWords();
  const m = documentWords();
  const { id, unit, title, year, kind, state, source, url, hasOriginal, sha256, publishedOn } = props.document;
  return (
    <header class="document-header">
      <h1>
        {unit ? (
          <a href={`/units/${encodeURIComponent(unit)}`}>
            <Printed text={unit} />
          </a>
        ) : (
          <Printed text={title || fileName(source)} />
        )}{' '}
        <span class="document-what">
          {year ?? common.noYear} {common.kinds[kind] ?? kind}
        </span>
      </h1>
      <p class="document-facts">
        <ReadBadge state={state} />
        {title && title !== unit && <Printed class="document-title" text={title} title={title} />}
        {url ? (
          <a href={url} rel="noreferrer noopener" target="_blank">
            {m.source}
          </a>
        ) : (
          <Printed class="document-source" text={fileName(source)} title={source} />
        )}
        {hasOriginal && (
          <a class="download" href={documentPath(id, 'original')} download>
            {m.download}
          </a>
        )}
      </p>
      <p class="print-only">
        {m.source}: <Printed text={url ?? source} /> · {publishedOn && `${m.publishedOn} ${publishedOn} · `}
        {m.sha256} {sha256}
      </p>
    </header>
  );
}
