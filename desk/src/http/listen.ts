import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';

/** A server at work on this machine alone. */
export interface Listening {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** What answers requests. */
export interface Serving {
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

const TRIED = 20;

const bound = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });

const taken = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && (fault.code === 'EADDRINUSE' || fault.code === 'EACCES');

/**
 * Listens on 127.0.0.1 and nowhere else: at the port, or at the next free one when `exactly` is not asked.
 *
 * @returns nothing when no port is free
 */
export const listen = async (
  make: (port: () => number) => Serving,
  port: number,
  exactly: boolean,
): Promise<Listening | undefined> => {
  let own = port;
  const pages = make(() => own);
  for (let tried = 0; tried < (exactly ? 1 : TRIED); tried++) {
    const server = createServer(getRequestListener(pages.fetch));
    try {
      own = await bound(server, port === 0 ? 0 : port + tried);
      return {
        port: own,
        close: () =>
          new Promise((resolve) => {
            server.close(() => resolve());
            server.closeAllConnections();
          }),
      };
    } catch (fault) {
      if (!taken(fault)) throw fault;
    }
  }
  return undefined;
};
