import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { MESSAGES } from '../../cli/messages/index.ts';
import { escapeHtml } from '../../escape-html.ts';
import { ServiceProblem } from '../problems.ts';
import { SAFE_HEADERS } from './headers.ts';

/** Where others than this machine can reach the service, who asks must know its token. */

const COOKIE = 'gouji';
/** Thirty days, in seconds: with a token of one's own the login outlives the server. */
const REMEMBERED = 30 * 24 * 60 * 60;

/**
 * null: go on; else the answer that asks for the token or takes it. The token in an address (`?token=`) is taken out of it at
 * once, so that it stands in no history.
 */
export async function loginAnswer(context: Context, token: string): Promise<Response | null> {
  const { req } = context;
  const url = new URL(req.url);
  if (req.path === '/login' && req.method === 'POST') return takeToken(context, token, await givenToken(context));
  const inAddress = url.searchParams.get('token');
  if (inAddress !== null && req.method === 'GET' && !req.path.startsWith('/api/')) {
    url.searchParams.delete('token');
    return takeToken(context, token, inAddress, `${url.pathname}${url.search}`);
  }
  const bearer = /^Bearer (\S{1,1000})$/.exec(req.header('Authorization') ?? '')?.[1];
  if (bearer !== undefined && isSame(bearer, token)) return null;
  if (isSame(getCookie(context, COOKIE) ?? '', sessionOf(token))) return null;
  if (req.path.startsWith('/api/')) throw new ServiceProblem('login-needed');
  return loginPage(false);
}

async function givenToken({ req }: Context): Promise<string> {
  return new URLSearchParams(await req.text()).get('token') ?? '';
}

function takeToken(context: Context, token: string, given: string, next = '/'): Response {
  if (!isSame(given.trim(), token)) return loginPage(true);
  setCookie(context, COOKIE, sessionOf(token), {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    maxAge: REMEMBERED,
    secure: context.req.header('X-Forwarded-Proto') === 'https',
  });
  // "//elsewhere" would be another site.
  return context.redirect(next.replace(/^\/+/, '/'), 303);
}

/** What a browser keeps in place of the token. */
function sessionOf(token: string): string {
  return createHmac('sha256', token).update('gouji session').digest('hex');
}

/** In constant time, whatever is compared. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:24rem;margin:20vh auto;padding:0 1rem;color-scheme:light dark}input,button{font:inherit;padding:.4rem .6rem;width:100%;box-sizing:border-box;margin:.3rem 0}';

const LOGIN_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`;

function loginPage(isWrong: boolean): Response {
  const { zh, en } = MESSAGES;
  const both = (of: (messages: typeof zh.service.login) => string) =>
    escapeHtml(`${of(zh.service.login)} · ${of(en.service.login)}`);
  const problem = isWrong ? `<p role="alert">${both(({ wrong }) => wrong)}</p>` : '';
  const page = `<!doctype html><html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>gouji</title><style>${STYLE}</style></head><body><h1>gouji 勾稽</h1>${problem}
<form method="post" action="/login"><label>${both(({ token }) => token)}
<input name="token" type="password" autocomplete="current-password" required autofocus></label>
<button>${both(({ enter }) => enter)}</button></form></body></html>`;
  return new Response(page, {
    status: 401,
    headers: {
      ...SAFE_HEADERS,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': LOGIN_POLICY,
      'Cache-Control': 'no-store',
    },
  });
}
