import { spawn } from 'node:child_process';
import { listen, type Serving } from '../http/listen.ts';
import { type Shell, Unusable } from './shell.ts';

const PORT = 4321;

interface Surroundings {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Whether there is a person with a desktop before this: a terminal, a display, and nobody far away. */
export const hasDesktop = (shell: Shell, { platform, env }: Surroundings): boolean => {
  if (!shell.terminal || env['CI'] || env['SSH_CONNECTION'] || env['SSH_TTY']) return false;
  return platform === 'win32' || platform === 'darwin' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
};

const openBrowser = (address: string, { platform }: Surroundings): void => {
  const [command, ...args] =
    platform === 'darwin'
      ? ['open', address]
      : platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler', address]
        : ['xdg-open', address];
  if (command === undefined) return;
  const browser = spawn(command, args, { stdio: 'ignore', detached: true });
  browser.on('error', () => {}); // the address stands in the terminal
  browser.unref();
};

/** Aborts when the person at the terminal ends the program. */
export const interrupted = (): AbortSignal => {
  const ended = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ended.abort());
  return ended.signal;
};

/** A port as it is given on the command line. @throws Unusable when it is none */
export const portIn = (text: string): number => {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new Unusable([
    { code: 'open/port', at: ['--port'], says: `“${text}” is no port. Give a number from 1 to 65535.` },
  ]);
};

export const PORT_SAYS = `the port on 127.0.0.1; else ${PORT} or the next free one`;

export interface Showing {
  readonly port?: number;
  readonly browser: boolean;
  readonly until: AbortSignal;
}

/** Serves pages on 127.0.0.1 until the signal. @throws Unusable when no port can be had */
export const serve = async (
  title: string,
  make: (port: () => number) => Serving,
  { port, browser, until }: Showing,
  shell: Shell,
): Promise<void> => {
  const listening = await listen(make, port ?? PORT, port !== undefined);
  if (listening === undefined)
    throw new Unusable([
      {
        code: 'open/port-taken',
        at: ['--port'],
        says: `Port ${port ?? `${PORT} and those after it`} cannot be had. Give another with --port, or end what runs there.`,
      },
    ]);
  const address = `http://127.0.0.1:${listening.port}/`;
  shell.out(`${title}\n${address}\nOn this machine alone. Ctrl-C ends it.\n`);
  const surroundings = { platform: process.platform, env: process.env };
  if (browser && hasDesktop(shell, surroundings)) openBrowser(address, surroundings);
  await new Promise<void>((end) => {
    if (until.aborted) end();
    else until.addEventListener('abort', () => end(), { once: true });
  });
  await listening.close();
};
