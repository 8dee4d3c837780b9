import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { LOOPBACK } from './addresses';

export type Handler = (request: Request) => Promise<Response>;

/** The port is in use; `next` is the next one that is free, if one of the following is. */
export class PortTaken extends Error {
  override name = 'PortTaken';

  constructor(
    readonly port: number,
    readonly next: number | undefined,
  ) {
    super(`Port ${port} is taken.`);
  }
}

/** A request may carry the most that Forge lets through, 5 MB to a web trigger, and a little around it. */
const MOST_BYTES = 5.5 * 1024 * 1024;
const PORTS_TRIED = 50;

async function bodyOf(message: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    size += (chunk as Buffer).length;
    if (size <= MOST_BYTES) chunks.push(chunk as Buffer);
  }
  return size > MOST_BYTES ? undefined : Buffer.concat(chunks);
}

function headersOf(message: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) {
    for (const one of [value].flat()) if (one !== undefined) headers.append(name, one);
  }
  return headers;
}

async function requestOf(message: IncomingMessage): Promise<Request | undefined> {
  const method = message.method ?? 'GET';
  const url = new URL(message.url ?? '/', `http://${message.headers.host ?? LOOPBACK}`);
  const body = await bodyOf(message);
  if (body === undefined) return undefined;
  const carries = method !== 'GET' && method !== 'HEAD' && body.length > 0;
  return new Request(url, {
    method,
    headers: headersOf(message),
    ...(carries ? { body: body as BodyInit } : {}),
  });
}

async function reply(response: Response, to: ServerResponse): Promise<void> {
  to.writeHead(response.status, Object.fromEntries(response.headers));
  to.end(Buffer.from(await response.arrayBuffer()));
}

async function serve(handler: Handler, message: IncomingMessage, to: ServerResponse): Promise<void> {
  try {
    const request = await requestOf(message);
    await reply(request ? await handler(request) : new Response('Too large.', { status: 413 }), to);
  } catch (error) {
    console.error('The local site could not answer:', error);
    if (!to.headersSent) to.writeHead(500);
    to.end();
  }
}

function listen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    });
    server.listen(port, LOOPBACK, () => resolve(true));
  });
}

/** `localhost` may lead to `::1` first: a stranger listening there would get the app's pages asked of it. */
function answersOnIpv6(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '::1' });
    const end = (taken: boolean): void => {
      socket.destroy();
      resolve(taken);
    };
    socket.once('connect', () => end(true)).once('error', () => end(false));
  });
}

async function isFree(port: number): Promise<boolean> {
  if (await answersOnIpv6(port)) return false;
  const probe = createServer();
  const free = await listen(probe, port);
  if (free) await new Promise((resolve) => probe.close(resolve));
  return free;
}

async function nextFree(port: number): Promise<number | undefined> {
  for (let next = port + 1; next <= Math.min(port + PORTS_TRIED, 65_535); next++) {
    if (await isFree(next)) return next;
  }
  return undefined;
}

interface RunningServer {
  port: number;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1 only; port 0 takes any free one. Throws PortTaken. */
export async function startServer(
  port: number,
  handlerFor: (port: number) => Handler,
): Promise<RunningServer> {
  const server = createServer();
  // A connection that the server ended while a request was on its way would lose that request.
  server.keepAliveTimeout = 0;
  const taken = (port !== 0 && (await answersOnIpv6(port))) || !(await listen(server, port));
  if (taken) throw new PortTaken(port, await nextFree(port));
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  const handler = handlerFor(actual);
  server.on('request', (message, to) => void serve(handler, message, to));
  return {
    port: actual,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
