import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { DiplographError } from '../errors.js';

export interface ListenOptions {
  handle(...args: Parameters<RequestListener>): unknown;
  readonly host: string;
  readonly port: number;
  readonly stopTimeoutMs: number;
  /** Stops the work for requests under way, which are then answered at once. */
  stopWork(): void;
}

export interface Listening {
  /** `http://127.0.0.1:4000`, with the port that was taken. */
  readonly url: string;
  /** Accepts no more, lets the requests under way finish within the limit, then stops them, and cuts what is left. */
  close(): Promise<void>;
}

/** Slow senders are cut off: a query is sent in a moment, a file of 64 MB in five minutes over a slow line. */
const queryTimeoutMs = 30_000;
const uploadTimeoutMs = 10 * 60_000;

/** How long an answer takes whose work was stopped. */
const stopWorkMs = 250;

function listenError(error: NodeJS.ErrnoException, host: string, port: number): unknown {
  if (error.code === 'EADDRINUSE') {
    return new DiplographError(
      'ADDRESS_IN_USE',
      `Port ${port} of ${host} is in use.`,
      'Choose another with --port or PORT, or stop the program that listens there.',
      { cause: error },
    );
  }
  if (error.code === 'EACCES') {
    return new DiplographError(
      'ADDRESS_IN_USE',
      `Port ${port} may not be used.`,
      'Choose one above 1023 with --port or PORT.',
      {
        cause: error,
      },
    );
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new DiplographError(
      'BAD_CONFIGURATION',
      `${host} is no address of this machine.`,
      'Give one with --host or HOST, such as 127.0.0.1, or 0.0.0.0 for all.',
      { cause: error },
    );
  }
  return error;
}

async function stop(server: Server, timeoutMs: number, stopWork: () => void): Promise<void> {
  const over = new AbortController();
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      over.abort();
      resolve();
    });
  });
  server.closeIdleConnections();
  const cut = async (): Promise<void> => {
    await pause(timeoutMs, undefined, { signal: over.signal });
    stopWork();
    await pause(stopWorkMs, undefined, { signal: over.signal });
    server.closeAllConnections();
  };
  await Promise.all([closed, cut().catch(() => undefined)]);
}

/** Node has one limit for all requests. */
function cutWhenLate(request: IncomingMessage, timeoutMs: number): void {
  if (request.complete) return;
  const timer = setTimeout(() => request.destroy(), timeoutMs);
  const stop = () => clearTimeout(timer);
  request.once('end', stop).once('close', stop);
}

export function listen({ handle, host, port, stopTimeoutMs, stopWork }: ListenOptions): Promise<Listening> {
  const timeouts = { headersTimeout: queryTimeoutMs, requestTimeout: uploadTimeoutMs };
  const server = createServer(timeouts, (request, response) => {
    if (request.url?.startsWith('/ingest') !== true) cutWhenLate(request, queryTimeoutMs);
    // A connection that is kept alive would keep a stopping server from ending.
    if (!server.listening) response.setHeader('connection', 'close');
    void handle(request, response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(listenError(error, host, port)));
    server.listen(port, host, () => {
      const taken = (server.address() as AddressInfo).port;
      const name = host.includes(':') ? `[${host}]` : host;
      resolve({ url: `http://${name}:${taken}`, close: () => stop(server, stopTimeoutMs, stopWork) });
    });
  });
}
