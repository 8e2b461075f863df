import type { FunctionComponent } from 'preact';
import lazy from 'preact-iso/lazy';
import type { ShellWords } from './messages/shell.ts';

export interface ViewRoute {
  readonly path: string;
  /** Key of its name in the navigation (messages/shell.ts); without one it is reached by links only. */
  readonly nav?: keyof ShellWords['nav'];
  readonly view: FunctionComponent;
}

/** One line a view. Each is a chunk of its own, so that the inbox does not wait for charts or pdf.js. */
export const ROUTES: readonly ViewRoute[] = [
  { path: '/', nav: 'inbox', view: lazy(() => import('./views/inbox/index.tsx').then((m) => m.Inbox)) },
  { path: '/documents/:id', view: lazy(() => import('./views/document/index.tsx').then((m) => m.DocumentView)) },
];
