import type { Messages } from '../zh.ts';

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** What the command line says about crawls, in English. */
export const crawlEn: Messages['crawl'] = {
  alreadyRunning: (host, pid, since) =>
    `another crawl is at work on this database (${host}, process ${pid}, since ${since}); try again when it has ended`,
  noSuchSource: (name, known) => `there is no source named “${name}”; there are: ${known}`,
  outcomes: { new: 'new', changed: 'changed', unchanged: 'unchanged', withdrawn: 'withdrawn', failed: 'failed' },
  roles: { list: 'list', article: 'article', attachment: 'attachment' },
  summary: (n) =>
    `${n.new} new, ${n.changed} changed, ${n.unchanged} unchanged, ${n.withdrawn} withdrawn, ${n.failed} failed`,
  notReadInFull: (count) => `${plural(count, 'document was', 'documents were')} not read in full (see gouji documents)`,
  stopped: 'Stopped. Run the same command again to go on.',
  waiting: (sources, next) =>
    next === null
      ? `${plural(sources, 'source')}, nothing is scheduled`
      : `${plural(sources, 'source')}, next: ${next}`,
  sourcesRead: (sources) => `The file of sources was changed and read again: ${plural(sources, 'source')}`,
  sourcesKept: 'The sources read before stay in force; the file is read again when it is corrected.',
  noContact: (sources) =>
    `Requests name no contact, so a site that is bothered can only block them: ${sources}. Name one in the file of sources, as in politeness: { userAgent: 'gouji (+mailto:ops@example.org)' }`,
  between: ', ',
  retrying: (source, count) => `${source}: ${plural(count, 'URL is', 'URLs are')} tried again`,
  nothingFailed: 'Nothing has failed.',
  prospect: {
    state: 'state',
    role: 'role',
    text: 'title',
    url: 'URL',
    known: 'known',
    new: 'new',
    nothingStored: (count) =>
      `${plural(count, 'URL')}; nothing was stored, attachments of articles were not looked for.`,
  },
  status: {
    none: 'Nothing was crawled yet. First run: gouji crawl --sources sources.yaml',
    running: 'unfinished',
    columns: {
      source: 'source',
      documents: 'documents',
      new: 'new',
      changed: 'changed',
      unchanged: 'unchanged',
      withdrawn: 'withdrawn',
      failed: 'failed',
      waiting: 'waiting',
      last: 'last',
      next: 'next',
    },
  },
};

/** What it says about two versions of a disclosure. */
export const diffEn: Messages['diff'] = {
  onlyVersion: (source) => `${source}: there is only this version`,
  cells: (count) => `Cells of tables: ${plural(count, 'difference')}`,
  figures: (count) => `Figures in prose: ${plural(count, 'difference')}`,
  findings: (count) => `Findings: ${plural(count, 'difference')}`,
  absent: '(none)',
  none: 'Tables, figures and findings are the same.',
};
