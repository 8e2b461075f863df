import type { FunctionComponent } from 'preact';
import lazy from 'preact-iso/lazy';
import type { ShellWords } from './messages/shell.ts';
import { pdfThread } from './views/document/original/pdf-thread.ts';

export interface ViewRoute {
  readonly path: string;
  /** Key of its name in the navigation (messages/shell.ts); without one it is reached by links only. */
  readonly nav?: keyof ShellWords['nav'];
  readonly view: FunctionComponent;
}

/** Most documents are PDFs: pdf.js is on its way while the service is still asked what this one is. */
function startPdf(): void {
  pdfThread();
  import('./views/document/original/pdf-original.tsx').catch(() => undefined);
}

/** One line a view. Each is a chunk of its own, so that the inbox does not wait for charts or pdf.js. */
export const ROUTES: readonly ViewRoute[] = [
  { path: '/', nav: 'inbox', view: lazy(() => import('./views/inbox/index.tsx').then((m) => m.Inbox)) },
  {
    path: '/documents/:id',
    view: lazy(() => {
      startPdf();
      return import('./views/document/index.tsx').then((m) => m.DocumentView);
    }),
  },
  {
    path: '/overview',
    nav: 'overview',
    view: lazy(() => import('./views/overview/index.tsx').then((m) => m.Overview)),
  },
  { path: '/units', nav: 'units', view: lazy(() => import('./views/unit/units.tsx').then((m) => m.Units)) },
  { path: '/units/:unit', view: lazy(() => import('./views/unit/index.tsx').then((m) => m.Unit)) },
  { path: '/sources', nav: 'sources', view: lazy(() => import('./views/sources/index.tsx').then((m) => m.Sources)) },
  { path: '/search', nav: 'search', view: lazy(() => import('./views/search/index.tsx').then((m) => m.Search)) },
];
