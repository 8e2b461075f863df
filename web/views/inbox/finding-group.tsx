import { DocumentName } from '../../components/document-name.tsx';
import { documentLink } from '../../components/place-link.tsx';
import { Printed } from '../../components/printed.tsx';
import { inboxWords } from '../../messages/inbox.ts';
import type { Reviewing } from '../../review/use-review.tsx';
import { FindingRow, rowId } from './finding-row.tsx';
import type { DocumentGroup } from './group.ts';

/** The findings of one document under its name. */
export function FindingGroup(props: {
  readonly group: DocumentGroup;
  readonly current: string | undefined;
  readonly reviewing: Reviewing;
  readonly onCurrent: (row: string) => void;
  readonly onOpen: (row: string) => void;
}) {
  const { heading, items } = props.group;
  return (
    <article class="finding-group">
      <header>
        <h2>
          <a href={documentLink(heading.id)}>
            <DocumentName heading={heading} />
          </a>
        </h2>
        {heading.title !== heading.unit && <Printed class="document-title" text={heading.title} />}
        <span class="count">{inboxWords().inDocuments(items.length)}</span>
      </header>
      <ul>
        {items.map((item) => (
          <FindingRow
            key={item.id}
            item={item}
            isCurrent={props.current === rowId(item)}
            reviewing={props.reviewing}
            onFocus={() => props.onCurrent(rowId(item))}
            onOpen={() => props.onOpen(rowId(item))}
          />
        ))}
      </ul>
    </article>
  );
}
