import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ask, client, PAGE, serve, summary } from './server.ts';

/** A certificate for localhost that nobody vouches for; null where there is no openssl to make it. */
function selfSigned(days: number): { readonly key: string; readonly cert: string } | null {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-tls-'));
  try {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=localhost'];
    execFileSync('openssl', [...request, '-days', String(days), '-keyout', key, '-out', cert], { stdio: 'ignore' });
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const certificate = selfSigned(2);

describe('TLS', () => {
  it.skipIf(certificate === null)('with a certificate that nobody vouches for is told, not overlooked', async () => {
    const server = createServer({ ...certificate }, (_, response) => response.end(PAGE));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(async () => {
      server.close();
      await once(server, 'close');
    });
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    expect(await ask(client({ retries: 2 }), url)).toMatchObject({
      failure: 'tls',
      transient: false,
      trace: { robots: 'unknown', status: null },
    });
  });

  it('on a port that speaks plain HTTP is told', async () => {
    const server = await serve((_, response) => response.end(PAGE));
    expect(summary(await ask(client(), server.origin.replace('http:', 'https:')))).toBe('tls');
  });
});
