import { LocationProvider, Route, Router } from 'preact-iso/router';
import { ROUTES } from '../routes.ts';
import { LiveRegion } from './announce.tsx';
import { Header } from './header.tsx';
import { NotFound } from './not-found.tsx';

export function App() {
  return (
    <LocationProvider>
      <Header />
      <main id="main" tabIndex={-1}>
        <Router>
          {ROUTES.map(({ path, view }) => (
            <Route key={path} path={path} component={view} />
          ))}
          <Route default component={NotFound} />
        </Router>
      </main>
      <LiveRegion />
    </LocationProvider>
  );
}
