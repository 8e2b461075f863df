import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that a made publisher was sent. */
export interface Received {
  readonly path: string;
  readonly isConditional: boolean;
  readonly referer: string;
  /** Milliseconds. */
  readonly at: number;
}

export interface MadeServer {
  readonly origin: string;
  readonly received: Received[];
  readonly close: () => Promise<void>;
}

export type Respond = (request: IncomingMessage, response: ServerResponse) => void;

/** An HTTP server on loopback that remembers what it was asked. */
export async function startServer(respond: Respond): Promise<MadeServer> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const { headers, url: path = '' } = request;
    const isConditional = headers['if-none-match'] !== undefined || headers['if-modified-since'] !== undefined;
    received.push({ path, isConditional, referer: headers.referer ?? '', at: performance.now() });
    respond(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    received,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
