import { loadParameterNames } from './vocabulary.ts';

/**
 * One address for one thing: what browsers normalise (case of scheme and host, default ports, dots), and what they do
 * not: fragments, session ids, parameters of tracking and against caches, escapes that need none, the order of
 * parameters where each has a name and a value. The case of paths stays: servers tell it apart.
 */
export function canonicalUrl(address: string): string {
  let current = address.trim();
  // Taking one thing out may bring another to light. Each round but the last shortens or sorts, so this ends.
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = normalizedOnce(current);
    if (next === current) return current;
    current = next;
  }
  return current;
}

const MOST_ROUNDS = 100;
const UNRESERVED = /[A-Za-z0-9\-._~]/;
const TIME_OR_FRACTION = /^(?:1\d{9}|1\d{12}|0?\.\d{3,20}(?:e-\d{1,2})?)$/;

function normalizedOnce(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return address;
  url.hash = '';
  url.hostname = url.hostname.replace(/\.+$/, '');
  const path = withoutSession(unescaped(url.pathname));
  const query = normalizedQuery(url.search.slice(1));
  const login = url.username === '' ? '' : `${url.username}${url.password === '' ? '' : `:${url.password}`}@`;
  return `${url.protocol}//${login}${url.host}${path}${query === '' ? '' : `?${query}`}`;
}

/** Escapes of characters that need none are undone, the others written in upper case. */
function unescaped(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (written, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return UNRESERVED.test(character) ? character : written.toUpperCase();
  });
}

/** Java servers write the session behind the path: "/a.jsp;jsessionid=1F…". */
function withoutSession(path: string): string {
  if (!path.includes(';')) return path;
  const names = loadParameterNames().session;
  return path.replace(/;([^;=/]{1,40})=[^;/]*/g, (parameter, name: string) =>
    names.includes(name.toLowerCase()) ? '' : parameter,
  );
}

function normalizedQuery(query: string): string {
  if (query === '') return '';
  const parts = unescaped(query)
    .split('&')
    .filter((part) => part !== '' && saysSomething(part));
  const sortable = parts.every((part) => /^[^=]+=/.test(part));
  return (sortable ? parts.sort(byName) : parts).join('&');
}

function saysSomething(part: string): boolean {
  const { session, tracking, random } = loadParameterNames();
  const name = nameOf(part).toLowerCase();
  if (session.includes(name) || tracking.includes(name)) return false;
  return !(random.includes(name) && TIME_OR_FRACTION.test(part.slice(nameOf(part).length + 1)));
}

/** Parameters of the same name keep their order. */
function byName(left: string, right: string): number {
  const [a, b] = [nameOf(left), nameOf(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function nameOf(part: string): string {
  const end = part.indexOf('=');
  return end === -1 ? part : part.slice(0, end);
}
