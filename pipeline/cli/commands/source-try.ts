import type { FetchOutcome, HttpClient, Politeness } from '../../crawl/contracts.ts';
import { politenessOf } from '../../crawl/politeness.ts';
import { contentHash, discover, readingOf, readSourcesFile, type Source, sourceOf } from '../../discovery/index.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { interruptible } from '../interrupt.ts';
import { print, printError, printJson } from '../output.ts';
import type { CliContext } from '../program.ts';
import { printable } from '../terminal.ts';
import { foundLinkLines } from '../views/found-links.ts';

export interface SourceTryOptions {
  readonly sources?: string;
  readonly source?: string;
  readonly as?: 'list' | 'article';
  readonly allowPrivate: boolean;
  readonly json: boolean;
}

/** `gouji source try`: asks for one page and shows what a crawl would go on to. Nothing is stored. */
export async function sourceTryCommand(
  url: string,
  { sources: file, source: name, as, allowPrivate, json }: SourceTryOptions,
  { messages }: CliContext,
  createClient: (politeness: Politeness) => HttpClient,
): Promise<ExitCode> {
  const wording = messages.sourceTry;
  if (!isHttp(url)) return wrong(wording.noUrl(url));
  const sources = file === undefined ? [sourceOf(url)] : await readSourcesFile(file);
  const source = chosen(sources, name, url);
  if (source === null)
    return wrong(wording.noSource(name ?? url, sources.map((one) => one.name).join(wording.between)));

  const answer = await ask(url, createClient(politenessOf(source, { allowPrivate })));
  if (answer.kind !== 'fetched') {
    const failure = answer.kind === 'failed' ? answer.failure : 'bad-response';
    printError(`gouji: ${printable(`${url}: ${messages.fetchFailures[failure]}`)}\n`);
    if (answer.kind === 'failed' && answer.message !== '') printError(`${printable(answer.message)}\n`);
    return EXIT.incomplete;
  }
  const page = { url: answer.trace.finalUrl, bytes: answer.bytes, declaredCharset: answer.declaredCharset };
  const reading = as ?? readingOf(page.url, source);
  const links = discover(page, source, reading);
  if (json) {
    const { finalUrl, redirects, status, robots } = answer.trace;
    const { sha256, contentType } = answer;
    const fetched = { url, finalUrl, redirects, status, robots, contentType, sha256, contentHash: contentHash(page) };
    await printJson({ ...fetched, source: source.name, reading, links }, { pretty: true });
  } else {
    await print(`${foundLinkLines(links, { url: page.url, reading }, messages).join('\n')}\n`);
  }
  return EXIT.complete;
}

/** The source named, or the only one, or the one that begins at the host of the URL. */
function chosen(sources: readonly Source[], name: string | undefined, url: string): Source | null {
  if (name !== undefined) return sources.find((source) => source.name === name) ?? null;
  if (sources.length === 1) return sources[0] ?? null;
  const { host } = new URL(url);
  const there = sources.filter(({ start }) => start.some((address) => new URL(address).host === host));
  return there.length === 1 ? (there[0] ?? null) : null;
}

async function ask(url: string, client: HttpClient): Promise<FetchOutcome> {
  const interrupt = interruptible();
  try {
    return await client.fetch({ url, expected: 'page' }, interrupt.signal);
  } finally {
    interrupt.dispose();
    await client.close();
  }
}

function isHttp(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url);
}

function wrong(message: string): ExitCode {
  printError(`gouji: ${printable(message)}\n`);
  return EXIT.usage;
}
