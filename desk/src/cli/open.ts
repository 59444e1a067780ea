import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Report } from '@entente/core/report/report';
import type { Outcome } from '@entente/core/vocabulary';
import { rereadOn } from '../http/current.ts';
import { listen } from '../http/listen.ts';
import { pages } from '../http/pages.ts';
import type { Register } from './main.ts';
import { opened, reportFrom } from './opened.ts';
import { type ExitCode, problemLines, type Shell, Unusable } from './shell.ts';

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

const interrupted = (): AbortSignal => {
  const ended = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ended.abort());
  return ended.signal;
};

const portIn = (text: string): number => {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new Unusable([
    { code: 'open/port', at: ['--port'], says: `“${text}” is no port. Give a number from 1 to 65535.` },
  ]);
};

interface Showing {
  readonly port?: number;
  readonly browser: boolean;
  readonly until: AbortSignal;
}

/** Shows a dossier on 127.0.0.1 until the signal. */
export const show = async (path: string, { port, browser, until }: Showing, shell: Shell): Promise<ExitCode> => {
  const folder = resolve(shell.cwd, path);
  if (!(await stat(folder).catch(() => undefined))?.isDirectory())
    throw new Unusable([{ code: 'open/folder', at: [path], says: 'There is no such folder. Check the name.' }]);
  const make = async (): Promise<Outcome<Report>> => {
    try {
      const found = await opened(folder, shell);
      shell.err(problemLines(found.problems));
      return { ok: true, value: reportFrom(found) };
    } catch (fault) {
      if (!(fault instanceof Unusable)) throw fault;
      shell.err(problemLines(fault.problems));
      return { ok: false, problems: fault.problems };
    }
  };
  const current = rereadOn(folder, make, () => shell.err('The files have changed; the report is made anew.\n'));
  const report = await current();
  const listening = await listen((own) => pages(current, own), port ?? PORT, port !== undefined);
  if (listening === undefined)
    throw new Unusable([
      {
        code: 'open/port-taken',
        at: ['--port'],
        says: `Port ${port ?? `${PORT} and those after it`} cannot be had. Give another with --port, or end what runs there.`,
      },
    ]);
  const address = `http://127.0.0.1:${listening.port}/`;
  shell.out(`${report.ok ? report.value.title : path}\n${address}\nOn this machine alone. Ctrl-C ends it.\n`);
  const surroundings = { platform: process.platform, env: process.env };
  if (browser && hasDesktop(shell, surroundings)) openBrowser(address, surroundings);
  await new Promise<void>((end) => {
    if (until.aborted) end();
    else until.addEventListener('abort', () => end(), { once: true });
  });
  await listening.close();
  shell.out('\nEnded. Nothing was changed.\n');
  return 0;
};

/** `entente open DOSSIER`: the report in the browser, made anew when the files change. */
export const open: Register = (program, shell, done) => {
  program
    .command('open')
    .description('show a dossier, or a folder of reports, in the browser, on this machine alone')
    .argument('<folder>', 'a dossier, or a folder of reports')
    .option('--port <port>', `the port on 127.0.0.1; else ${PORT} or the next free one`, portIn)
    .option('--no-browser', 'only print the address')
    .action(async (path: string, options: { port?: number; browser: boolean }) => {
      const { port, browser } = options;
      done(await show(path, { ...(port !== undefined && { port }), browser, until: interrupted() }, shell));
    });
};
