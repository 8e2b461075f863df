import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { beforeEach, expect, test } from 'vitest';
import { openStore } from '../../../pipeline/store/open.ts';
import {
  documentBlocks,
  documentChecks,
  documentDetail,
  documentFacts,
  documentFigures,
  documentFindings,
  documentList,
  documentTables,
  finding,
  inbox,
  locatedPlace,
  numberDetail,
  overview,
  printedNumbers,
  rowChoices,
  searchResult,
  session,
  sourceList,
  tableGrid,
  undetermined,
  unitDetail,
  unitList,
  unitSeries,
} from '../../../schemas/service/index.ts';
import { gouji } from '../cli/run-cli.ts';
import { disclosurePage, temporaryFolder, writePage } from '../made-pages.ts';
import { storedSamples } from '../stored-samples.ts';
import { answered, ask, served } from './served.ts';

const db = storedSamples('final-accounts-1.pdf', 'final-accounts-3.html', 'budget-1.pdf', 'performance-1.html');

let app: Hono;
beforeEach(() => {
  app = served(db);
});

async function documentOf(kind: string, view: string): Promise<string> {
  const { items } = await answered(app, `/api/documents?kind=${kind}`, documentList);
  const found = items.find((document) => document.view === view);
  if (found === undefined) throw new Error(`no ${view} of ${kind}`);
  return found.id;
}

test('the session tells the program, the database by name and what is in it', async () => {
  const told = await answered(app, '/api/session', session);
  expect(told).toMatchObject({ database: 'samples.sqlite', canWrite: true, language: 'zh' });
  expect(told.counts).toMatchObject({ documents: 4, units: 4 });
  expect(told.counts.facts).toBeGreaterThan(200);
});

test('the overview counts states, coverage and findings, and names the largest differences', async () => {
  const told = await answered(app, '/api/overview', overview);
  expect(told.states).toEqual({ complete: 4, partial: 0, unreadable: 0 });
  expect(told.coverage.map(({ kind, documents }) => `${kind} ${documents}`)).toContain('final_accounts 1');
  expect(told.coverage.find(({ kind }) => kind === 'budget')?.forms.map(({ name }) => name)).toContain('收支总表');
  const counted = told.findings.reduce((sum, { count }) => sum + count, 0);
  expect(counted).toBe(told.counts.findings);
  expect(told.largest.length).toBeGreaterThan(0);
});

test('the inbox lists findings of all documents, the largest difference first', async () => {
  const { items, total, facets } = await answered(app, '/api/findings', inbox);
  const sizes = items.flatMap(({ differenceYuan }) =>
    differenceYuan === null ? [] : [Math.abs(Number(differenceYuan))],
  );
  expect(sizes.length).toBeGreaterThan(3);
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  expect(items.slice(0, sizes.length).every(({ differenceYuan }) => differenceYuan !== null)).toBe(true);
  expect(total).toBe(items.length);
  expect(facets.kind.reduce((sum, { count }) => sum + count, 0)).toBe(total);
});

test('a filter of the inbox gives what its facet counted, and the other values keep their counts', async () => {
  const before = await answered(app, '/api/findings', inbox);
  for (const { value, count } of before.facets.type) {
    const { total, facets } = await answered(app, `/api/findings?type=${value}`, inbox);
    expect(total).toBe(count);
    expect(facets.type).toEqual(before.facets.type);
  }
  const [first, second] = before.facets.type;
  const both = await answered(app, `/api/findings?type=${first?.value}&type=${second?.value}`, inbox);
  expect(both.total).toBe((first?.count ?? 0) + (second?.count ?? 0));
});

test.each(['difference', 'document'])(
  'pages of the inbox in the order of %s neither repeat nor skip',
  async (order) => {
    const { items: whole } = await answered(app, `/api/findings?order=${order}`, inbox);
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await answered(app, `/api/findings?order=${order}&limit=2${cursor}`, inbox);
      seen.push(...page.items.map(({ document, id }) => `${document} ${id}`));
      cursor = page.next === null ? '' : `&cursor=${page.next}`;
    } while (cursor !== '');
    expect(seen).toEqual(whole.map(({ document, id }) => `${document} ${id}`));
  },
);

test('by document, the findings of one document stand together', async () => {
  const { items } = await answered(app, '/api/findings?order=document', inbox);
  const runs = items.map(({ document }) => document).filter((document, at, all) => document !== all[at - 1]);
  expect(runs).toEqual([...new Set(runs)]);
});

test('findings explained by rounding are counted and shown only when they are asked for', async () => {
  const without = await answered(app, '/api/findings', inbox);
  const withThem = await answered(app, '/api/findings?include=rounding', inbox);
  expect(withThem.total).toBe(without.total + without.hidden.rounding);
});

test('words in the inbox are looked for in unit, title and message', async () => {
  const { items, total } = await answered(app, `/api/findings?q=${encodeURIComponent('人员经费 档案馆')}`, inbox);
  expect(total).toBeGreaterThan(0);
  for (const { heading, message } of items) expect(`${heading.unit}${message.zh}`).toMatch(/档案馆.*人员经费/s);
});

test('relations that could not be judged have a list of their own', async () => {
  const { total, items } = await answered(app, '/api/undetermined?limit=3', undetermined);
  expect(items.length).toBe(Math.min(3, total));
});

test('what a newer version has replaced counts no more, but is there where it is asked for', async () => {
  const folder = temporaryFolder();
  const store = join(folder, 'versions.sqlite');
  const path = writePage(folder, 'a.html', disclosurePage());
  expect(gouji(['ingest', path, '--db', store]).status).toBe(0);
  const before = await answered(served(store), '/api/findings', inbox);
  expect(before.total).toBeGreaterThan(0);
  writePage(folder, 'a.html', disclosurePage({ total: '212.85' }));
  expect(gouji(['ingest', path, '--db', store]).status).toBe(0);
  const after = served(store);
  const open = JSON.parse(gouji(['findings', '--db', store, '--json']).stdout) as unknown[];
  expect((await answered(after, '/api/findings', inbox)).total).toBe(open.length);
  const { counts, coverage } = await answered(after, '/api/overview', overview);
  expect([counts.documents, counts.findings, coverage.map(({ documents }) => documents)]).toEqual([1, 0, [1]]);
  expect((await answered(after, '/api/units', unitList)).items.map(({ documents }) => documents)).toEqual([1]);
  const unit = await answered(after, `/api/units/${encodeURIComponent('清河市档案馆')}`, unitDetail);
  expect(unit.coverage.every(({ years }) => years.length === 1)).toBe(true);
  expect((await answered(after, '/api/documents', documentList)).total).toBe(2);
  const old = before.items[0]?.document;
  expect((await answered(after, `/api/documents/${old}/findings`, documentFindings)).total).toBe(before.total);
});

test('the switch for what could not be judged counts what its list gives under the same filters', async () => {
  const copy = join(temporaryFolder(), 'copy.sqlite');
  copyFileSync(db, copy);
  const store = openStore(copy);
  store.db.exec(`UPDATE relations SET outcome = 'undetermined', reason = 'no-number' WHERE n % 3 = 0;
    UPDATE documents SET undetermined = (SELECT count(*) FROM relations
      WHERE relations.document = documents.id AND outcome = 'undetermined')`);
  store.close();
  const changed = served(copy);
  const counts: number[] = [];
  for (const filters of [
    '',
    '?type=sum',
    '?type=sum&type=sum',
    `?q=${encodeURIComponent('档案馆')}`,
    '?q=nothing',
    '?kind=budget',
  ]) {
    const { hidden } = await answered(changed, `/api/findings${filters}`, inbox);
    expect(hidden.undetermined).toBe((await answered(changed, `/api/undetermined${filters}`, undetermined)).total);
    counts.push(hidden.undetermined);
  }
  expect(counts[0]).toBeGreaterThan(counts[1] ?? 0);
  expect(counts[1]).toBeGreaterThan(0);
  expect(counts[4]).toBe(0);
});

test('a document tells its pages with sizes, sections, tables and checks', async () => {
  const id = await documentOf('final_accounts', 'pdf');
  const told = await answered(app, `/api/documents/${id}`, documentDetail);
  expect(told.pageSizes).toHaveLength(told.pages ?? 0);
  expect(told.pageSizes[0]?.width).toBeGreaterThan(500);
  expect(told.tables.map(({ formName }) => formName)).toContain('收入支出决算总表');
  expect(told.counts.tables).toBe(told.tables.length);
  expect(told.tables.reduce((sum, { facts }) => sum + facts, 0)).toBe(told.counts.facts);
  expect(told.sections.length).toBeGreaterThan(5);
  expect(told.hasOriginal).toBe(true);
  const { items } = await answered(app, `/api/documents/${id}/tables`, documentTables);
  expect(items).toEqual(told.tables);
});

test('facts and figures of a document come in pages, and the last one ends', async () => {
  const id = await documentOf('final_accounts', 'pdf');
  const facts = await answered(app, `/api/documents/${id}/facts?limit=10`, documentFacts);
  expect(facts.items).toHaveLength(10);
  const more = await answered(app, `/api/documents/${id}/facts?limit=500&cursor=${facts.next}`, documentFacts);
  expect(facts.items.length + more.items.length).toBe(facts.total);
  expect(more.next).toBeNull();
  const figures = await answered(app, `/api/documents/${id}/figures`, documentFigures);
  expect(figures.items.every(({ raw }) => raw !== '')).toBe(true);
  const named = await answered(
    app,
    `/api/documents/${id}/figures?q=${encodeURIComponent('人员经费')}`,
    documentFigures,
  );
  expect(named.total).toBeLessThan(figures.total);
  expect(named.total).toBeGreaterThan(0);
});

test('findings of a document have both sides with places, the suspect last', async () => {
  const { items } = await answered(app, '/api/findings', inbox);
  for (const { document, id } of items) {
    const one = await answered(app, `/api/documents/${document}/findings/${id}`, finding);
    expect(one.operands.length).toBeGreaterThan(0);
    expect(one.operands.slice(0, -1).every(({ isSuspect }) => !isSuspect)).toBe(true);
  }
  const [first] = items;
  const ofDocument = await answered(app, `/api/documents/${first?.document}/findings`, documentFindings);
  expect(ofDocument.items.map(({ id }) => id)).toContain(first?.id);
});

test('checks of a document are all relations; outcome and number narrow them', async () => {
  const id = await documentOf('final_accounts', 'pdf');
  const { checks } = await answered(app, `/api/documents/${id}`, documentDetail);
  const all = await answered(app, `/api/documents/${id}/checks?limit=500`, documentChecks);
  expect(all.total).toBe(checks.holds + checks.rounding + checks.broken + checks.undetermined);
  const broken = await answered(app, `/api/documents/${id}/checks?outcome=broken`, documentChecks);
  expect(broken.total).toBe(checks.broken);
  const [operand] = all.items[0]?.operands ?? [];
  expect(operand?.place).not.toBeNull();
  const one = await answered(app, `/api/documents/${id}/checks?n=${broken.items[0]?.n}`, documentChecks);
  expect(one).toEqual({ items: broken.items.slice(0, 1), next: null, total: 1 });
  const ofNumber = await answered(app, `/api/documents/${id}/checks?ref=${operand?.ref}`, documentChecks);
  expect(ofNumber.total).toBeGreaterThan(0);
  expect(ofNumber.items.every(({ operands }) => operands.some(({ ref }) => ref === operand?.ref))).toBe(true);
});

test('every number printed on a page can be asked about', async () => {
  const id = await documentOf('final_accounts', 'pdf');
  const kinds = new Set<string>();
  for (const page of [1, 3, 11, 13]) {
    const { items } = await answered(app, `/api/documents/${id}/numbers?page=${page}`, printedNumbers);
    expect(items.length).toBeGreaterThan(0);
    for (const { ref, kind, place } of items) {
      const told = await answered(app, `/api/documents/${id}/numbers/${encodeURIComponent(ref)}`, numberDetail);
      expect(told.reading.kind).toBe(kind);
      expect('page' in place && place.page).toBe(page);
      kinds.add(kind);
    }
  }
  expect([...kinds].toSorted()).toEqual(['cell', 'fact', 'figure', 'other']);
});

test('a number tells the relations it takes part in, holding ones too, and the findings that name it', async () => {
  const { items } = await answered(app, '/api/findings?type=sum', inbox);
  const { document, id } = items[0] ?? { document: '', id: '' };
  const one = await answered(app, `/api/documents/${document}/findings/${id}`, finding);
  const ref = one.operands.at(-1)?.ref ?? '';
  const told = await answered(app, `/api/documents/${document}/numbers/${ref}`, numberDetail);
  expect(told.findings).toContain(id);
  expect(told.checks[0]?.outcome).toBe('broken');
  expect(told.checks.every(({ operands }) => operands.some((operand) => operand.ref === ref))).toBe(true);
});

test('numbers of a page of the web are asked for by block', async () => {
  const id = await documentOf('performance_report', 'html');
  const { items, total } = await answered(app, `/api/documents/${id}/blocks?limit=5`, documentBlocks);
  expect(items).toHaveLength(5);
  expect(total).toBeGreaterThan(5);
  const numbers = await answered(app, `/api/documents/${id}/numbers?from=0&to=${total - 1}`, printedNumbers);
  expect(numbers.items.some(({ kind }) => kind === 'figure')).toBe(true);
  const blocks = await answered(app, `/api/documents/${id}/blocks`, documentBlocks);
  for (const { ref, text, kind } of numbers.items) {
    if (kind !== 'other') continue;
    const [, block, start, end] = ref.split(':').map(Number);
    const found = blocks.items[block ?? -1];
    expect(found?.kind !== 'table' && found?.text.slice(start, end)).toBe(text);
  }
});

test('a grid has a box for each cell and says what each column holds', async () => {
  const id = await documentOf('final_accounts', 'pdf');
  const { items } = await answered(app, `/api/documents/${id}/tables`, documentTables);
  for (const { id: table } of items) {
    const grid = await answered(app, `/api/documents/${id}/tables/${table}/grid`, tableGrid);
    expect(grid.cells.every(({ place }) => place !== null)).toBe(true);
    expect(grid.columns).toHaveLength(Math.max(...grid.cells.map(({ c, cs }) => c + cs)));
    expect(grid.cells.filter(({ role }) => role === 'fact')).toHaveLength(grid.table.facts);
  }
});

test('a place is found by its reference', async () => {
  const id = await documentOf('final_accounts', 'pdf');
  for (const ref of ['page:2', 'block:1', 'table:t1', 'row:t1:4', 'cell:t1:4:0', 'text:1:0:2']) {
    const { page } = await answered(app, `/api/documents/${id}/places/${ref}`, locatedPlace);
    expect(page).toBeGreaterThan(0);
  }
  for (const ref of ['page:999', 'block:99999', 'table:t99', 'row:t1:999', 'nothing', 'text:1', 'figure:', '..'])
    expect((await ask(app, `/api/documents/${id}/places/${encodeURIComponent(ref)}`)).status).toBe(404);
});

test('a unit has its documents by year, the forms in them, and series over the years', async () => {
  const { items } = await answered(app, '/api/units', unitList);
  expect(items).toHaveLength(4);
  const named = await answered(app, `/api/units?q=${encodeURIComponent('档案')}`, unitList);
  expect(named.items.length).toBeLessThan(4);
  for (const { unit, facts } of items) {
    const path = `/api/units/${encodeURIComponent(unit)}`;
    const { documents, coverage } = await answered(app, path, unitDetail);
    expect(documents.length).toBeGreaterThan(0);
    if (facts === 0) continue;
    expect(coverage.length).toBeGreaterThan(0);
    const rows = await answered(app, `/api/rows?unit=${encodeURIComponent(unit)}`, rowChoices);
    for (const { quantity, code } of rows.items) {
      if (quantity.startsWith('all|expenditure|code:')) expect(quantity.split('|')[2]).toBe(`code:${code}`);
    }
    const [row] = rows.items;
    const { series } = await answered(
      app,
      `${path}/series?quantity=${encodeURIComponent(row?.quantity ?? '')}`,
      unitSeries,
    );
    expect(series.map(({ quantity }) => quantity)).toEqual([row?.quantity]);
    expect(series[0]?.points.length).toBeGreaterThan(0);
  }
});

test('a search marks the words it found, and its reference leads to a place', async () => {
  const { hits, total } = await answered(app, `/api/search?q=${encodeURIComponent('人员经费')}`, searchResult);
  expect(total).toBeGreaterThan(3);
  for (const { text, marks, ref, heading } of hits) {
    expect(marks.map(([start, end]) => text.slice(start, end))).toContain('人员经费');
    await answered(app, `/api/documents/${heading.id}/places/${encodeURIComponent(ref)}`, locatedPlace);
  }
});

test('sources of a database that was never crawled are none', async () => {
  expect(await answered(app, '/api/sources', sourceList)).toEqual({ items: [], notYet: [], isScheduled: false });
});

test.each([
  ['/api/nothing', 404, 'not-found'],
  ['/api/documents/ffffffffffffffff', 404, 'not-found'],
  ['/api/documents/ffffffffffffffff/findings', 404, 'not-found'],
  ['/api/units/%E6%97%A0', 404, 'not-found'],
  ['/api/findings?limit=0', 400, 'bad-query'],
  ['/api/findings?colour=red', 400, 'bad-query'],
  ['/api/findings?type=nonsense', 400, 'bad-query'],
  ['/api/findings?cursor=%00%00', 400, 'bad-query'],
  ['/api/rows', 400, 'bad-query'],
])('%s is answered with %i and the problem in both languages', async (path, status, code) => {
  const response = await ask(app, path);
  expect(response.status).toBe(status);
  const { code: told, message } = (await response.json()) as { code: string; message: { zh: string; en: string } };
  expect(told).toBe(code);
  expect(message.zh).toMatch(/\p{Script=Han}/u);
  expect(message.en).toMatch(/^[\x20-\x7e\p{Script=Han}]+$/u);
});
