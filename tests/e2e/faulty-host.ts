import { once } from 'node:events';
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers in place of the site, or has it answer by `pass`. */
export type Fault = (request: IncomingMessage, response: ServerResponse, pass: () => void) => void;

/** A host in front of a site that answers as the site does, but for what a test has go wrong. */
export type FaultyHost = {
  origin: string;
  /** For addresses with `part` in them, until `mend`. */
  fail: (part: string, fault: Fault) => void;
  mend: () => void;
  close: () => void;
};

export async function startFaultyHost(site: string): Promise<FaultyHost> {
  let faults: { part: string; fault: Fault }[] = [];
  const server = createServer((request, response) => {
    // The browser must ask each time, or it would not meet the fault.
    response.setHeader('Cache-Control', 'no-store');
    const pass = (): void => {
      ask(new URL(request.url ?? '/', site), (answer) => {
        for (const name of ['content-type', 'content-length']) {
          const value = answer.headers[name];
          if (value !== undefined) response.setHeader(name, value);
        }
        answer.pipe(response.writeHead(answer.statusCode ?? 502));
      }).end();
    };
    const found = faults.find(({ part }) => request.url?.includes(part));
    if (found) found.fault(request, response, pass);
    else pass();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    fail: (part, fault) => faults.push({ part, fault }),
    mend: () => (faults = []),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export const answer =
  (body: string, status = 200): Fault =>
  (_, response) =>
    void response.writeHead(status, { 'Content-Type': 'text/html' }).end(body);

/** The first bytes, and then nothing, with the connection left open. */
export const stall: Fault = (_, response) => void response.writeHead(200).write('PK');

/** No answer at all. */
export const silence: Fault = () => undefined;

/** The first bytes, and then the connection is lost. */
export const cut: Fault = (_, response) => {
  response.writeHead(200, { 'Content-Length': 1000 });
  response.write('PK', () => response.destroy());
};

/** The right answer, with a policy of the host's own. */
export const policy =
  (value: string): Fault =>
  (_, response, pass) => {
    response.setHeader('Content-Security-Policy', value);
    pass();
  };
