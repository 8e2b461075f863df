import type { ComponentChildren } from 'preact';
import { Badge } from '../../../components/badge.tsx';
import { OutcomeBadge } from '../../../components/badges.tsx';
import { DocumentName } from '../../../components/document-name.tsx';
import { documentLink } from '../../../components/place-link.tsx';
import { Printed } from '../../../components/printed.tsx';
import { commonWords } from '../../../messages/common.ts';
import { documentWords } from '../../../messages/document.ts';
import { said } from '../../../messages/language.ts';
import type { PanelProps } from './panel.tsx';

/** How far it was read, what that means, what belongs to it. Not checked is not passed, so this is said in full. */
export function StatusTab(props: PanelProps) {
  const m = documentWords();
  const common = commonWords();
  const { checks, reasons, together, versions, sources, metadata, sha256, publishedOn, pages } = props.document;
  return (
    <div class="status-tab">
      <Part title={m.checksCount}>
        <ul class="outcome-counts">
          {(['holds', 'rounding', 'broken', 'undetermined'] as const).map((outcome) => (
            <li key={outcome}>
              <OutcomeBadge outcome={outcome} /> <span class="amount">{checks[outcome]}</span>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={m.reasons}>
        {reasons.length === 0 ? (
          <p>{m.complete}</p>
        ) : (
          <ul>
            {reasons.map((reason, index) => (
              <li key={index}>
                {reason.page !== null && <span class="muted">{common.page(reason.page)} · </span>}
                {said(reason.message)}
              </li>
            ))}
          </ul>
        )}
      </Part>
      {together.length > 0 && (
        <Part title={m.together}>
          <ul>
            {together.map((one) => (
              <li key={one.id}>
                <a href={documentLink(one.id)}>
                  <DocumentName heading={one} />
                </a>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {versions.length > 0 && (
        <Part title={m.versions}>
          <ol>
            {versions.map((version) => (
              <li key={`${version.address}-${version.n}`}>
                {version.document && !version.isThis ? (
                  <a href={documentLink(version.document)}>{version.seenAt}</a>
                ) : (
                  version.seenAt
                )}{' '}
                {version.isThis && <Badge>{m.thisOne}</Badge>}{' '}
                {version.isCurrent && <Badge tone="good">{m.current}</Badge>}
              </li>
            ))}
          </ol>
        </Part>
      )}
      <Part title={m.sources}>
        <ul>
          {sources.map((source) => (
            <li key={source}>
              <Printed text={source} />
            </li>
          ))}
        </ul>
      </Part>
      <Part title={m.metadata}>
        <dl class="number-reading">
          {pages !== null && <Entry name={m.pages} value={String(pages)} />}
          {publishedOn !== null && <Entry name={m.publishedOn} value={publishedOn} />}
          {Object.entries(metadata).map(([name, value]) => (
            <Entry key={name} name={name} value={value} />
          ))}
          <Entry name={m.sha256} value={sha256} />
        </dl>
      </Part>
    </div>
  );
}

function Part(props: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section>
      <h2 class="part-title">{props.title}</h2>
      {props.children}
    </section>
  );
}

function Entry(props: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>
        <Printed text={props.name} />
      </dt>
      <dd>
        <Printed text={props.value} />
      </dd>
    </div>
  );
}
