import type { SourceStatus } from '../../../schemas/service/index.ts';
import { Printed } from '../../components/printed.tsx';
import { said } from '../../messages/language.ts';
import { sourcesWords } from '../../messages/sources.ts';
import { When } from './when.tsx';

type Failure = SourceStatus['failed'][number];

export function Failures({ items }: { readonly items: readonly SourceStatus[] }) {
  const m = sourcesWords();
  const failing = items.filter(({ failed }) => failed.length > 0);
  return (
    <section class="source-failures">
      <h2>{m.failures}</h2>
      {failing.length === 0 && <p class="muted">{m.noFailures}</p>}
      {failing.map(({ source, failed }) => (
        <section key={source}>
          <h3>
            <Printed text={source} />
          </h3>
          {failed
            .toSorted((a, b) => b.count - a.count)
            .map((failure) => (
              <Cause key={failure.cause} failure={failure} />
            ))}
        </section>
      ))}
    </section>
  );
}

function Cause({ failure }: { readonly failure: Failure }) {
  const m = sourcesWords();
  const { cause, message, count, examples } = failure;
  return (
    <details class="source-cause">
      <summary>
        <span>{said(message)}</span>
        <code>{cause}</code>
        <span class="numeric">{m.times(count)}</span>
      </summary>
      <p class="muted">{m.examples}</p>
      <ul>
        {examples.map(({ url, text, lastSeen }) => (
          <li key={`${url} ${text}`}>
            {isWebAddress(url) ? (
              <a href={url} rel="noreferrer" target="_blank">
                <Printed text={text || url} />
              </a>
            ) : (
              <Printed text={text} />
            )}
            {url !== null && text !== '' && text !== url && <Printed class="source-address" text={url} />}
            <span class="source-seen">
              {m.lastSeen} <When iso={lastSeen} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Only what leads to the web becomes a link, whatever a page had in its address. */
function isWebAddress(url: string | null): url is string {
  return url !== null && /^https?:\/\//i.test(url);
}
