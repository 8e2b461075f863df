import type { serviceZh } from './zh.ts';

/** What the service and `gouji serve` say, in English. */
export const serviceEn: typeof serviceZh = {
  problems: {
    'bad-query': (about) => `the request is wrong: ${about}`,
    'login-needed': () => 'a token is needed; open the page anew and enter the token shown at the start',
    'other-origin': () => 'requests of other sites are refused',
    'other-host': () => 'this name is none of this machine; open http://127.0.0.1 or http://localhost',
    'read-only': () =>
      'the database is read-only: decisions cannot be saved; change the permissions of the file and start anew',
    'not-found': (about) => `not found: ${about}`,
    'not-allowed': (about) => `not supported: ${about}`,
    'too-large': () => 'too long',
    'json-needed': () => 'send it as application/json',
    'reason-needed': () => 'dismissing a finding needs a reason',
    internal: () => 'the program failed; the terminal gouji serve runs in says how',
    busy: () => 'another program is writing to the database; try again in a moment',
  },
  login: { token: 'Access token', enter: 'Enter', wrong: 'The token is not right' },
  unbuilt: 'The page has not been built yet. Run npm run build in the checkout and load this again.',
  listening: (url) => `${url} (Ctrl-C ends it)`,
  token: (token) => `access token: ${token}`,
  readOnly: 'The database is read-only: it can be looked at, decisions cannot be saved.',
  stopped: 'Stopped.',
  defect: (message) => `a request failed: ${message}`,
  tokenFile: {
    unreadable: (path) => `${path}: the file with the token cannot be read`,
    tooShort: (path, least) => `${path}: a token needs at least ${least} characters`,
  },
  listen: {
    portInUse: (address) => `${address} is in use; end the program that uses it, or choose another port with --port`,
    portForbidden: (address) => `${address} is not allowed; choose a port above 1023 with --port`,
    noSuchHost: (address) => `this machine has no address ${address}; check --host`,
    other: (address) => `cannot serve on ${address}`,
  },
};
