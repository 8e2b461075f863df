import { expect, test } from 'vitest';
import { documentDetail, documentList } from '../../../schemas/service/index.ts';
import { ingested } from '../exports/ingested.ts';
import { temporaryFolder, writePage } from '../made-pages.ts';
import { answered, served } from './served.ts';

test('why a document was not read in full is told in the language of the page, whichever it was ingested in', async () => {
  const folder = temporaryFolder();
  const app = served(await ingested([[writePage(folder, '空.pdf', '')]]));
  const { items } = await answered(app, '/api/documents', documentList);
  const { reasons } = await answered(app, `/api/documents/${items[0]?.id}`, documentDetail);
  expect(reasons).toEqual([
    {
      code: 'empty-file',
      page: null,
      message: { zh: expect.stringContaining('0字节'), en: expect.stringContaining('0 bytes') },
    },
  ]);
});
