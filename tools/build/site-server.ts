import { createReadStream, existsSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { LOOPBACK } from '../port.mjs';

export type SiteServer = { origin: string; port: number; close: () => Promise<void> };

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Serves a built site as any plain web server would: files, types, `404.html`, and no special header. */
export async function serveSite(options: {
  folder: string;
  base: string;
  port: number;
}): Promise<SiteServer> {
  const missing = join(options.folder, '404.html');
  const files = sirv(options.folder, {
    etag: true,
    onNoMatch: (_request, response) => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
      if (existsSync(missing)) createReadStream(missing).pipe(response);
      else response.end('Not found');
    },
  });
  const listener: RequestListener = (request, response) => {
    const url = request.url ?? '/';
    if (!url.startsWith(options.base)) {
      response.writeHead(404).end();
      return;
    }
    request.url = url.slice(options.base.length - 1);
    files(request, response);
  };
  const first = createServer(listener);
  const servers = [first];
  const port = await listen(first, options.port, LOOPBACK.v4);
  // Not every machine has IPv6; the address above is enough then.
  const second = createServer(listener);
  await listen(second, port, LOOPBACK.v6).then(
    () => servers.push(second),
    () => undefined,
  );
  return {
    origin: `http://localhost:${port}`,
    port,
    close: async () => {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}
