import type { DocumentHeading, InboxItem } from '../../../schemas/service/index.ts';

export interface DocumentGroup {
  readonly heading: DocumentHeading;
  readonly items: readonly InboxItem[];
}

/** Neighbours of one document under one heading; the service has put them beside each other. */
export function byDocument(items: readonly InboxItem[]): readonly DocumentGroup[] {
  const groups: { heading: DocumentHeading; items: InboxItem[] }[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last && last.heading.id === item.document) last.items.push(item);
    else groups.push({ heading: item.heading, items: [item] });
  }
  return groups;
}
