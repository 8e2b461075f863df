import { useEffect, useRef } from 'preact/hooks';
import { LocationProvider, Route, Router, useLocation } from 'preact-iso/router';
import { ROUTES } from '../routes.ts';
import { LiveRegion } from './announce.tsx';
import { Header } from './header.tsx';
import { NotFound } from './not-found.tsx';

export function App() {
  return (
    <LocationProvider>
      <Header />
      <Main />
      <LiveRegion />
    </LocationProvider>
  );
}

/** Another view takes the focus: what had it is gone, and the tab key would begin with the header again. */
function Main() {
  const { path } = useLocation();
  const main = useRef<HTMLElement>(null);
  const before = useRef(path);
  useEffect(() => {
    if (before.current !== path) main.current?.focus({ preventScroll: true });
    before.current = path;
  }, [path]);
  return (
    <main ref={main} id="main" tabIndex={-1}>
      <Router>
        {ROUTES.map(({ path: shown, view }) => (
          <Route key={shown} path={shown} component={view} />
        ))}
        <Route default component={NotFound} />
      </Router>
    </main>
  );
}
