import type { DocumentHeading } from '../../schemas/service/index.ts';
import { commonWords } from '../messages/common.ts';
import { ReadBadge } from './badges.tsx';
import { Printed } from './printed.tsx';

/** Who disclosed what for which year; a document that was not read in full says so wherever it is named. */
export function DocumentName(props: { readonly heading: DocumentHeading }) {
  const m = commonWords();
  const { unit, year, kind, title, source, state } = props.heading;
  const name = unit || title || fileName(source);
  return (
    <span class="document-name">
      <Printed class="document-unit" text={name} />{' '}
      <span class="document-what">
        {year ?? m.noYear} {m.kinds[kind] ?? kind}
      </span>{' '}
      {state !== 'complete' && <ReadBadge state={state} />}
    </span>
  );
}

export function fileName(source: string): string {
  const parts = source.split(/[/\\!]/);
  return parts.findLast((part) => part !== '') ?? source;
}
