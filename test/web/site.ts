import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import { serviceApp } from '../../pipeline/service/app.ts';
import { isBuilt, pageFolder } from '../../pipeline/service/http/static.ts';
import { type Listening, listen } from '../../pipeline/service/server.ts';
import { serviceOf } from '../../pipeline/service/service.ts';
import { openStore, type Store } from '../../pipeline/store/open.ts';
import { temporaryFolder } from '../pipeline/made-pages.ts';

export interface Site {
  /** Address of a path of the site. */
  readonly url: (path: string) => string;
}

/** The pages built from their sources as they are now: as they lie in `web/dist`, or into a folder of their own. */
export async function builtPages(): Promise<string> {
  if (isBuilt(pageFolder) && changedLast(pageFolder) > changedLast(join(pageFolder, '..'))) return pageFolder;
  const folder = temporaryFolder();
  const { build } = await import('vite');
  await build({
    configFile: fileURLToPath(new URL('../../web/vite.config.ts', import.meta.url)),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: false },
  });
  return folder;
}

/** When a file of a folder was written last, in milliseconds; what was built in it or installed is not looked at. */
function changedLast(folder: string): number {
  const files = globSync('**/*.*', { cwd: folder, exclude: ['dist', 'node_modules'] });
  return Math.max(...files.map((file) => statSync(join(folder, file)).mtimeMs));
}

/** One server for the tests of a file, on a port that is free. */
export function servedSite(database: () => string): Site {
  let listening: Listening | undefined;
  let store: Store | undefined;
  const defects: unknown[] = [];
  beforeAll(async () => {
    store = openStore(database());
    const service = serviceOf({
      store,
      canWrite: true,
      language: 'zh',
      sourcesFile: `${temporaryFolder()}/sources.yaml`,
      clock: () => new Date('2026-03-01T08:00:00.000Z'),
    });
    const app = serviceApp(service, {
      token: null,
      page: await builtPages(),
      onDefect: (defect) => defects.push(defect),
    });
    listening = await listen(app, { host: '127.0.0.1', port: 0 });
  });
  afterAll(async () => {
    await listening?.close();
    store?.close();
    if (defects.length > 0) throw new AggregateError(defects, 'the service failed while the pages were tested');
  });
  return { url: (path) => `http://127.0.0.1:${listening?.port}${path}` };
}
