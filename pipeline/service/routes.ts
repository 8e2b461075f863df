import type { Context, Hono } from 'hono';
import {
  blocksQuery,
  checksQuery,
  documentFindingsQuery,
  documentsQuery,
  factsQuery,
  figuresQuery,
  findingsQuery,
  numbersQuery,
  reviewRequest,
  rowsQuery,
  searchQuery,
  seriesQuery,
  undeterminedQuery,
  unitsQuery,
} from '../../schemas/service/index.ts';
import { checksAnswer } from './checks.ts';
import { blocksAnswer } from './documents/blocks.ts';
import { documentAnswer, tablesAnswer } from './documents/detail.ts';
import { factsAnswer, figuresAnswer } from './documents/facts.ts';
import { documentFindingsAnswer, findingAnswer } from './documents/findings.ts';
import { gridAnswer } from './documents/grid.ts';
import { documentsAnswer } from './documents/list.ts';
import { numberAnswer } from './documents/number.ts';
import { numbersAnswer } from './documents/numbers.ts';
import { originalOf } from './documents/original.ts';
import { reviewAnswer, undoAnswer } from './documents/review.ts';
import { htmlAnswer } from './html/page.ts';
import { attachmentNamed, rangeOf } from './http/bytes.ts';
import { FRAME_POLICY } from './http/headers.ts';
import { namesIn, queryOf } from './http/query.ts';
import { inboxAnswer } from './inbox.ts';
import { overviewAnswer } from './overview.ts';
import { placeAnswer } from './places.ts';
import { ServiceProblem } from './problems.ts';
import { searchAnswer } from './search.ts';
import type { Service } from './service.ts';
import { sessionAnswer } from './session.ts';
import { sourcesAnswer } from './sources.ts';
import { undeterminedAnswer } from './undetermined.ts';
import { unitAnswer } from './units/detail.ts';
import { unitsAnswer } from './units/list.ts';
import { rowsAnswer, seriesAnswer } from './units/series.ts';

/** Which address asks for what. Each answer is a function of the database and of a checked query. */
export function addRoutes(app: Hono, service: Service): void {
  app.get('/api/session', (c) => c.json(sessionAnswer(service)));
  app.get('/api/overview', (c) => c.json(overviewAnswer(service)));
  app.get('/api/findings', (c) => c.json(inboxAnswer(service, queryOf(findingsQuery, c.req.url))));
  app.get('/api/undetermined', (c) => c.json(undeterminedAnswer(service, queryOf(undeterminedQuery, c.req.url))));
  app.get('/api/search', (c) => c.json(searchAnswer(service, queryOf(searchQuery, c.req.url))));
  app.get('/api/sources', async (c) => c.json(await sourcesAnswer(service)));

  app.get('/api/units', (c) => c.json(unitsAnswer(service, queryOf(unitsQuery, c.req.url))));
  app.get('/api/units/:unit', (c) => c.json(unitAnswer(service, c.req.param('unit'))));
  app.get('/api/units/:unit/series', (c) =>
    c.json(seriesAnswer(service, c.req.param('unit'), queryOf(seriesQuery, c.req.url))),
  );
  app.get('/api/rows', (c) => c.json(rowsAnswer(service, queryOf(rowsQuery, c.req.url))));

  app.get('/api/documents', (c) => c.json(documentsAnswer(service, queryOf(documentsQuery, c.req.url))));
  app.get('/api/documents/:id', (c) => c.json(documentAnswer(service, c.req.param('id'))));
  addDocumentRoutes(app, service);
}

function addDocumentRoutes(app: Hono, service: Service): void {
  const of = '/api/documents/:id' as const;
  app.get(`${of}/tables`, (c) => c.json(tablesAnswer(service, c.req.param('id'))));
  app.get(`${of}/tables/:table/grid`, (c) => c.json(gridAnswer(service, c.req.param('id'), c.req.param('table'))));
  app.get(`${of}/facts`, (c) => c.json(factsAnswer(service, c.req.param('id'), queryOf(factsQuery, c.req.url))));
  app.get(`${of}/figures`, (c) => c.json(figuresAnswer(service, c.req.param('id'), queryOf(figuresQuery, c.req.url))));
  app.get(`${of}/checks`, (c) => c.json(checksAnswer(service, c.req.param('id'), queryOf(checksQuery, c.req.url))));
  app.get(`${of}/blocks`, (c) => c.json(blocksAnswer(service, c.req.param('id'), queryOf(blocksQuery, c.req.url))));
  app.get(`${of}/numbers`, (c) => c.json(numbersAnswer(service, c.req.param('id'), queryOf(numbersQuery, c.req.url))));
  app.get(`${of}/numbers/:ref`, (c) => c.json(numberAnswer(service, c.req.param('id'), c.req.param('ref'))));
  app.get(`${of}/places/:ref`, (c) => c.json(placeAnswer(service, c.req.param('id'), c.req.param('ref'))));
  app.get(`${of}/findings`, (c) =>
    c.json(documentFindingsAnswer(service, c.req.param('id'), queryOf(documentFindingsQuery, c.req.url))),
  );
  app.get(`${of}/findings/:finding`, (c) => c.json(findingAnswer(service, c.req.param('id'), c.req.param('finding'))));
  app.put(`${of}/findings/:finding/review`, async (c) => {
    const request = reviewRequest.safeParse(await sentJson(c));
    if (!request.success) throw new ServiceProblem('bad-query', namesIn(request.error));
    return c.json(reviewAnswer(service, c.req.param('id'), c.req.param('finding'), request.data));
  });
  app.delete(`${of}/findings/:finding/review`, (c) =>
    c.json(undoAnswer(service, c.req.param('id'), c.req.param('finding'))),
  );
  app.get(`${of}/html`, (c) => {
    const page = htmlAnswer(service, c.req.param('id'));
    return c.html(page, 200, { 'Content-Security-Policy': FRAME_POLICY });
  });
  app.get(`${of}/original`, (c) => originalAnswer(c, service, c.req.param('id')));
}

async function sentJson({ req }: Context): Promise<unknown> {
  try {
    return await req.json();
  } catch {
    throw new ServiceProblem('bad-query', 'JSON');
  }
}

function originalAnswer(c: Context, service: Service, id: string): Response {
  const { document, mediaType, fileName, size, part } = originalOf(service, id);
  const etag = `"${document.artifact}"`;
  const headers = {
    'Content-Type': mediaType,
    'Content-Disposition': attachmentNamed(fileName),
    'Accept-Ranges': 'bytes',
    ETag: etag,
    // An id is made of the bytes: they never change under it.
    'Cache-Control': 'private, max-age=31536000, immutable',
  };
  if (c.req.header('If-None-Match') === etag) return c.body(null, 304, headers);
  const range = rangeOf(c.req.header('Range'), size);
  if (range === 'unsatisfiable') return c.body(null, 416, { ...headers, 'Content-Range': `bytes */${size}` });
  if (range === null) return c.body(part(0, size), 200, headers);
  const { start, end } = range;
  return c.body(part(start, end), 206, { ...headers, 'Content-Range': `bytes ${start}-${end - 1}/${size}` });
}
