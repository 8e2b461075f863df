import type { Messages } from '../zh.ts';

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** What the command line says about crawls, in English. */
export const crawlEn: Messages['crawl'] = {
  alreadyRunning: (host, pid, since) =>
    `another crawl is at work on this database (${host}, process ${pid}, since ${since}); try again when it has ended`,
  noSuchSource: (name, known) => `there is no source named “${name}”; there are: ${known}`,
  outcomes: { new: 'new', changed: 'changed', unchanged: 'unchanged', withdrawn: 'withdrawn', failed: 'failed' },
  roles: { list: 'list', article: 'article', attachment: 'attachment' },
  causes: {
    dns: 'its name does not resolve; check the address or the network',
    connect: 'no connection; the site is down or the network is',
    tls: 'certificate or encryption at fault; look at the site in a browser',
    timeout: 'no answer in time; tried again later by itself, or raise politeness.timeout',
    reset: 'the connection broke; tried again later by itself',
    blocked: 'refused by the site (firewall or challenge page); go slower, or ask the site to let you in',
    'not-found': 'not there (404)',
    gone: 'deleted (410)',
    'rate-limited': 'asked too often (429); raise politeness.delay',
    'server-error': 'the site failed; tried again later by itself',
    'soft-404': 'the page says that there is nothing',
    login: 'wants a login',
    truncated: 'incomplete; tried again later by itself',
    empty: 'empty',
    'wrong-type': 'not the type that was expected; check the link rules of the source',
    'too-large': 'above the size limit; raise politeness.sizeLimit',
    robots: 'not allowed by robots.txt',
    'redirect-loop': 'too many redirects, or a loop',
    'refused-address': 'an address that is not asked (private, loopback …); for an intranet use --allow-private',
    'bad-response': 'the answer is no valid HTTP',
  },
  summary: (n) =>
    `${n.new} new, ${n.changed} changed, ${n.unchanged} unchanged, ${n.withdrawn} withdrawn, ${n.failed} failed`,
  notReadInFull: (count) => `${plural(count, 'document was', 'documents were')} not read in full (see gouji documents)`,
  stopped: 'Stopped. Run the same command again to go on.',
  waiting: (sources, next) =>
    next === null
      ? `${plural(sources, 'source')}, nothing is scheduled`
      : `${plural(sources, 'source')}, next: ${next}`,
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
