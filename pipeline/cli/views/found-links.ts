import type { FoundLink } from '../../crawl/contracts.ts';
import type { Messages } from '../messages/index.ts';
import { printable } from '../terminal.ts';
import { tableLines } from './table.ts';

/** What a page was found to link to, one line each, and how many of what. */
export function foundLinkLines(
  links: readonly FoundLink[],
  { url, reading }: { readonly url: string; readonly reading: 'list' | 'article' },
  { sourceTry }: Messages,
): string[] {
  const read = sourceTry.read(printable(url), sourceTry.reading[reading]);
  if (links.length === 0) return [read, sourceTry.none];
  const rows = links.map((link) => [roleWord(link, sourceTry), printable(link.text), printable(link.url)]);
  const count = (role: FoundLink['role']) => links.filter((link) => link.role === role).length;
  return [
    read,
    '',
    ...tableLines(
      [
        { title: sourceTry.columns.role, align: 'start' },
        { title: sourceTry.columns.text, align: 'start', flexible: true },
        { title: sourceTry.columns.url, align: 'start', flexible: true },
      ],
      rows,
    ),
    '',
    sourceTry.total({ lists: count('list'), articles: count('article'), attachments: count('attachment') }),
  ];
}

function roleWord({ role, sameList }: FoundLink, { roles }: Messages['sourceTry']): string {
  return sameList === true ? roles.page : roles[role];
}
