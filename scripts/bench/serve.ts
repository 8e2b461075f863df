import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serviceApp } from '../../pipeline/service/app.ts';
import { listen } from '../../pipeline/service/server.ts';
import { serviceOf } from '../../pipeline/service/service.ts';
import { openStore } from '../../pipeline/store/open.ts';
import { documentList, inbox, rowChoices } from '../../schemas/service/index.ts';
import { seededRandom } from '../samples/random.ts';
import { multiply } from './serve/multiply.ts';

/**
 * How quick the review page's answers are on a large database: `node scripts/bench/serve.ts [FILE]` makes one of 10,000
 * documents, 1,000,000 facts and 20,000 findings out of copies of the samples (in FILE, where that is given and is not there
 * yet), asks every endpoint over loopback, and prints percentiles in milliseconds.
 */
const DOCUMENTS = 10_000;
const FINDINGS = 20_000;
const SAMPLES = join(import.meta.dirname, '../../data/samples');
const REQUESTS = 60;

function makeDatabase(file: string): void {
  const main = join(import.meta.dirname, '../../pipeline/cli/main.ts');
  const ingested = spawnSync(process.execPath, [main, 'ingest', SAMPLES, '--db', file], { encoding: 'utf8' });
  if (ingested.status === null) throw new Error(ingested.stderr);
  const store = openStore(file);
  const counts = store.db
    .prepare<[], { documents: number; findings: number; withFindings: number }>(
      `SELECT (SELECT count(*) FROM documents) AS documents, (SELECT count(*) FROM findings) AS findings,
         (SELECT count(DISTINCT document) FROM findings) AS withFindings`,
    )
    .get() ?? { documents: 1, findings: 1, withFindings: 1 };
  const wrong = Math.ceil(FINDINGS / counts.findings);
  const clean = Math.ceil((DOCUMENTS - wrong * counts.withFindings) / (counts.documents - counts.withFindings));
  store.db.pragma('synchronous = OFF');
  multiply(store, ({ findings }) => (findings > 0 ? wrong : clean));
  store.db.exec('ANALYZE');
  store.close();
}

const folder = mkdtempSync(join(tmpdir(), 'gouji-bench-'));
const file = process.argv[2] ?? join(folder, 'large.sqlite');
if (!existsSync(file)) makeDatabase(file);

const store = openStore(file);
const opened = performance.now();
const app = serviceApp(
  serviceOf({ store, canWrite: true, language: 'zh', sourcesFile: join(folder, 'none'), clock: () => new Date(0) }),
  { token: null, page: folder, onDefect: (error) => console.error(error) },
);
const server = await listen(app, { host: '127.0.0.1', port: 0 });

async function ask(path: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, init);
  const body = await response.arrayBuffer();
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.headers.get('content-type')?.startsWith('application/json') === true
    ? JSON.parse(new TextDecoder().decode(body))
    : null;
}

const start = performance.now();
await Promise.all([ask('/api/session'), ask('/api/findings?state=open')]);
console.log(
  `first inbox after ${Math.round(performance.now() - start)} ms (opened in ${Math.round(start - opened)} ms)`,
);

const random = seededRandom(4870);
const ofKind = async (kind: string) =>
  documentList.parse(await ask(`/api/documents?kind=${kind}&limit=500`)).items.filter(({ counts }) => counts.facts > 0);
const documents = [...(await ofKind('final_accounts')), ...(await ofKind('budget'))];
const findings = inbox.parse(await ask('/api/findings?limit=500')).items;
const anyDocument = () => random.pick(documents);
const document = () => anyDocument().id;
const page = () => random.pick(documents.filter(({ view }) => view === 'html')).id;
const unit = () => encodeURIComponent(anyDocument().unit);
const finding = () => random.pick(findings);
const quantities = rowChoices.parse(await ask(`/api/rows?unit=${encodeURIComponent(documents[0]?.unit ?? '')}`)).items;
const words = ['人员经费', '公务接待费', '信息化 运维', '档案馆', '2010301', '一般公共预算'];

const ENDPOINTS: Readonly<Record<string, () => string>> = {
  session: () => '/api/session',
  overview: () => '/api/overview',
  'findings, open': () => '/api/findings?state=open',
  'findings, by document': () => '/api/findings?order=document&limit=50',
  'findings, filtered': () => `/api/findings?unit=${unit()}&year=2022&type=sum`,
  'findings, words': () => `/api/findings?q=${encodeURIComponent('人员经费')}`,
  undetermined: () => '/api/undetermined',
  documents: () => `/api/documents?kind=final_accounts&year=202${random.between(0, 4)}`,
  document: () => `/api/documents/${document()}`,
  'document, findings': () => `/api/documents/${finding().document}/findings`,
  'document, tables': () => `/api/documents/${document()}/tables`,
  'document, facts': () => `/api/documents/${document()}/facts`,
  'document, figures': () => `/api/documents/${document()}/figures`,
  'document, checks': () => `/api/documents/${document()}/checks`,
  'document, blocks': () => `/api/documents/${document()}/blocks`,
  'document, numbers': () => `/api/documents/${document()}/numbers?from=0&to=60`,
  'document, number': () => `/api/documents/${document()}/numbers/cell:t1:5:2`,
  'document, place': () => `/api/documents/${document()}/places/row:t1:5`,
  'document, grid': () => `/api/documents/${document()}/tables/t1/grid`,
  'document, original': () => `/api/documents/${document()}/original`,
  'document, html': () => `/api/documents/${page()}/html`,
  units: () => `/api/units?q=${encodeURIComponent('局')}`,
  unit: () => `/api/units/${unit()}`,
  rows: () => `/api/rows?unit=${unit()}`,
  series: () => `/api/units/${unit()}/series?quantity=${encodeURIComponent(random.pick(quantities).quantity)}`,
  sources: () => '/api/sources',
  search: () => `/api/search?q=${encodeURIComponent(random.pick(words))}`,
};

async function timed(work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < REQUESTS; n += 1) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  return times.toSorted((a, b) => a - b);
}

function report(name: string, times: readonly number[]): void {
  const at = (share: number) => (times[Math.ceil(share * times.length) - 1] ?? 0).toFixed(1).padStart(8);
  console.log(`${name.padEnd(24)}${at(0.5)}${at(0.95)}${at(1)}`);
}

console.log(`${'milliseconds'.padEnd(24)}${'50 %'.padStart(8)}${'95 %'.padStart(8)}${'100 %'.padStart(8)}`);
for (const [name, path] of Object.entries(ENDPOINTS)) report(name, await timed(() => ask(path())));
let turn = 0;
const decided = await timed(async () => {
  const { document: of, id } = findings[Math.floor(turn / 2)] ?? finding();
  const init = { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ decision: 'confirmed' }) };
  await ask(`/api/documents/${of}/findings/${id}/review`, { ...init, method: turn++ % 2 === 0 ? 'PUT' : 'DELETE' });
});
report('decide, undo', decided);
const again = await timed(async () => {
  const { document: of, id } = finding();
  const init = { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ decision: 'confirmed' }) };
  await ask(`/api/documents/${of}/findings/${id}/review`, { ...init, method: 'PUT' });
  await ask('/api/findings?state=open');
});
report('decide, then the inbox', again);

await server.close();
store.close();
rmSync(folder, { recursive: true });
