import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { FetchOutcome, FetchRequest, HttpClient, Politeness } from '../../../pipeline/crawl/contracts.ts';
import { createHttpClient, type Surroundings } from '../../../pipeline/fetch/http/index.ts';

/** A server on loopback that answers as told and remembers what it was asked. It ends with the test. */
export interface TestServer {
  readonly origin: string;
  readonly host: string;
  /** Method, path and headers of each request but those for robots.txt, in order. */
  readonly log: { readonly path: string; readonly headers: Readonly<Record<string, string | string[] | undefined>> }[];
  robots: RequestListener;
}

export async function serve(listener: RequestListener): Promise<TestServer> {
  const server: { -readonly [Key in keyof TestServer]: TestServer[Key] } = {
    origin: '',
    host: '',
    log: [],
    robots: (_, response) => response.writeHead(404).end(),
  };
  const http = createServer((request, response) => {
    if (request.url === '/robots.txt') return server.robots(request, response);
    server.log.push({ path: request.url ?? '', headers: request.headers });
    listener(request, response);
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  onTestFinished(async () => {
    http.closeAllConnections();
    http.close();
    await once(http, 'close');
  });
  server.host = `127.0.0.1:${(http.address() as AddressInfo).port}`;
  server.origin = `http://${server.host}`;
  return server;
}

/** A server that says what no HTTP library would say. robots.txt is not there. */
export async function serveRaw(
  answer: (socket: Socket, request: string) => void,
): Promise<{ readonly origin: string }> {
  const sockets = new Set<Socket>();
  const tcp = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      const request = bytes.toString('latin1');
      if (request.startsWith('GET /robots.txt ')) socket.write('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n');
      else answer(socket, request);
    });
  });
  tcp.listen(0, '127.0.0.1');
  await once(tcp, 'listening');
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    tcp.close();
    await once(tcp, 'close');
  });
  return { origin: `http://127.0.0.1:${(tcp.address() as AddressInfo).port}` };
}

export const POLITENESS: Politeness = {
  userAgent: 'gouji/0.1 (+mailto:ops@example.org)',
  delay: 0,
  concurrencyPerHost: 2,
  timeout: 1.5,
  sizeLimit: 1,
  retries: 0,
  allowPrivate: true,
};

export function client(politeness: Partial<Politeness> = {}, changes: Partial<Surroundings> = {}): HttpClient {
  const made = createHttpClient({ ...POLITENESS, ...politeness }, changes);
  onTestFinished(() => made.close());
  return made;
}

/** Time that passes only while someone sleeps. */
export function clock(): Pick<Surroundings, 'now' | 'sleep' | 'random'> & { readonly slept: number[] } {
  let time = Date.UTC(2026, 0, 5);
  const slept: number[] = [];
  return {
    slept,
    now: () => time,
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
      time += milliseconds;
    },
    random: () => 0.5,
  };
}

export function ask(made: HttpClient, url: string, request: Partial<FetchRequest> = {}): Promise<FetchOutcome> {
  return made.fetch({ url, expected: 'page', ...request }, new AbortController().signal);
}

/** "fetched", "not-modified", or why there is nothing. */
export function summary(outcome: FetchOutcome): string {
  return outcome.kind === 'failed' ? outcome.failure : outcome.kind;
}

export const PAGE = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>2024年度部门决算</title></head><body>
<p>${'本部门2024年度收入总计1200.50万元，支出总计1200.50万元。'.repeat(20)}</p></body></html>`;

export const PDF = Buffer.from(`%PDF-1.4\n${'1 0 obj << /Type /Catalog >> endobj\n'.repeat(200)}%%EOF\n`);
