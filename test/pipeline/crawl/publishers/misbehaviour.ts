import type { FetchFailure } from '../../../../pipeline/crawl/contracts.ts';
import type { Respond } from './server.ts';

/** A way of giving no document. */
export type Misbehaviour = Respond;

const HTML = { 'content-type': 'text/html; charset=utf-8' };

const page =
  (text: string, status = 200): Respond =>
  (_, response) =>
    void response.writeHead(status, HTML).end(`<html><head><title>${text}</title></head><body>${text}</body></html>`);

const redirect =
  (to: string): Respond =>
  (_, response) =>
    void response.writeHead(302, { location: to }).end();

/** One way for each cause that a fetch can fail for. */
export const MISBEHAVIOURS: Readonly<Record<FetchFailure, Misbehaviour>> = {
  dns: redirect('http://no-such-host.invalid/'),
  connect: redirect('http://127.0.0.1:1/'),
  tls: (request, response) => void response.writeHead(302, { location: `https://${request.headers.host}/` }).end(),
  timeout: () => undefined,
  reset: (request) => void request.socket.destroy(),
  blocked: page('访问被拦截', 403),
  'not-found': page('404', 404),
  gone: page('410', 410),
  'rate-limited': (_, response) => void response.writeHead(429, { 'retry-after': '1' }).end(),
  'server-error': page('500', 500),
  'soft-404': page('您访问的页面不存在'),
  login: page('用户登录'),
  truncated: (request, response) => {
    response.writeHead(200, { ...HTML, 'content-length': 1000 });
    response.write('<html><body>决算');
    setTimeout(() => request.socket.destroy(), 20);
  },
  empty: (_, response) => void response.writeHead(200, HTML).end(),
  'wrong-type': (_, response) =>
    void response.writeHead(200, HTML).end(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
  'too-large': (_, response) => void response.writeHead(200, HTML).end(Buffer.alloc(2 ** 21, ' ')),
  robots: redirect('/private/2.html'),
  'redirect-loop': (request, response) => void response.writeHead(302, { location: request.url ?? '' }).end(),
  'refused-address': redirect('file:///etc/hosts'),
  'bad-response': (request) => void request.socket.end('HTTP/1.1 two hundred\r\n\r\n'),
};
