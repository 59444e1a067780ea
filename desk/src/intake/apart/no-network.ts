import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const refused = (): never => {
  throw new Error('a reader of files has no network');
};

/** Takes the network from this process for good: every socket, every look-up of a name. What it talks to its parent with stays. */
export const withoutNetwork = (): void => {
  const shut = (owner: object, ...names: readonly string[]) => {
    for (const name of names)
      if (name in owner) Object.defineProperty(owner, name, { value: refused, writable: false, configurable: false });
  };
  shut(net.Socket.prototype, 'connect');
  shut(net.Server.prototype, 'listen');
  shut(net, 'connect', 'createConnection');
  shut(dgram, 'createSocket');
  shut(dgram.Socket.prototype, 'bind', 'connect', 'send');
  shut(dns, 'lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'resolveTxt', 'reverse');
  shut(dns.promises, 'lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'resolveTxt', 'reverse');
  shut(dns.Resolver.prototype, 'resolve', 'resolve4', 'resolve6', 'resolveTxt');
  shut(globalThis, 'fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest');
  syncBuiltinESMExports();
};
