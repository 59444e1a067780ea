import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Report } from '@entente/core/report/report';
import type { Outcome } from '@entente/core/vocabulary';
import { terminal } from '../export/text.ts';
import { app } from '../http/app.ts';
import { rereadOn } from '../http/current.ts';
import { deskOn } from '../http/desk.ts';
import { pageFiles } from '../http/page-files.ts';
import { pages } from '../http/pages.ts';
import { readUnread } from '../http/take-in.ts';
import { isStore, openStore } from '../store/open-store.ts';
import { type Workplace, workOn } from '../store/work-on.ts';
import { coderNamed } from './coder.ts';
import type { Register } from './main.ts';
import { opened, reportFrom } from './opened.ts';
import { bar, progress } from './progress.ts';
import { interrupted, PORT_SAYS, portIn, type Showing, serve } from './serve.ts';
import { type ExitCode, problemLines, type Shell, Unusable } from './shell.ts';
import { toldLines } from './told.ts';

export { hasDesktop } from './serve.ts';

/** Shows a folder's report, made anew when its files change; nothing can be changed. */
export const show = async (path: string, showing: Showing, shell: Shell): Promise<ExitCode> => {
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
  await serve(report.ok ? report.value.title : path, (own) => pages(current, own), showing, shell);
  shell.out('\nEnded. Nothing was changed.\n');
  return 0;
};

interface Working extends Showing {
  readonly as?: string;
  readonly into?: string;
  readonly readOnly?: boolean;
  readonly anyway?: boolean;
}

const HOW = {
  opened: () => '',
  made: (path: string) => `A new dossier was made: ${path}\n`,
  imported: (path: string) => `${path} was imported into a dossier; the folder itself stays as it is.\n`,
} as const satisfies Readonly<Record<Workplace['how'], (path: string) => string>>;

const workplace = async (
  path: string,
  { as, into, readOnly = false, anyway = false }: Working,
  shell: Shell,
): Promise<Workplace> => {
  const seen = progress(shell);
  const folder = resolve(shell.cwd, path);
  const opened = readOnly
    ? await openStore(folder, { readOnly })
    : await workOn(folder, coderNamed(as), {
        onFile: (done, all, file) => seen.say(bar('Capturing', done, all, terminal(file))),
        ...(into !== undefined && { at: resolve(shell.cwd, into) }),
        anyway,
      });
  seen.end();
  if (!opened.ok) throw new Unusable(opened.problems);
  const place: Workplace =
    'store' in opened.value
      ? opened.value
      : { store: opened.value, how: 'opened', problems: [], notes: opened.value.notes };
  shell.err(HOW[place.how](path));
  shell.err(toldLines(place.problems, place.notes, shell));
  return place;
};

/** Opens the workbench on a dossier until the signal. */
export const work = async (path: string, working: Working, shell: Shell): Promise<ExitCode> => {
  const token = randomBytes(24).toString('base64url');
  const files = await pageFiles(token);
  if (files === undefined)
    throw new Unusable([
      {
        code: 'open/not-built',
        at: ['web'],
        says: 'The workbench is not built. Run npm run build in its folder once.',
      },
    ]);
  const { store, how } = await workplace(path, working, shell);
  const desk = deskOn(store, coderNamed(working.as));
  try {
    const reading = how === 'imported' ? readUnread(desk, working.until) : Promise.resolve();
    reading.catch((fault: unknown) => shell.err(`${fault instanceof Error ? fault.message : String(fault)}\n`));
    const { title } = await store.head();
    await serve(title, (port) => app({ desk, token, files, port }), working, shell);
    await reading.catch(() => {});
  } finally {
    desk.close();
    await store.close();
  }
  shell.out('\nEnded. Everything is saved.\n');
  return 0;
};

/** `entente open DOSSIER`: the workbench in the browser; for a text folder with `--read-only`, its report. */
export const open: Register = (program, shell, done) => {
  program
    .command('open')
    .description('open a dossier in the workbench, on this machine alone; made if it is not there')
    .argument('<dossier>', 'a dossier, a new name for one, or a folder of reports, which is imported')
    .option('--port <port>', PORT_SAYS, portIn)
    .option('--no-browser', 'only print the address')
    .option('--read-only', 'look without changing anything; a folder of reports shows its report')
    .option('--as <name>', 'the name under which you work; else the one of this account')
    .option('--into <dossier>', 'where a folder is imported; else beside it')
    .option('--anyway', 'import a folder of text in spite of faults in its files, without what has them')
    .action(
      async (
        path: string,
        options: {
          port?: number;
          browser: boolean;
          readOnly?: boolean;
          as?: string;
          into?: string;
          anyway?: boolean;
        },
      ) => {
        const { port, browser, readOnly = false, as, into, anyway = false } = options;
        const showing = { ...(port !== undefined && { port }), browser, until: interrupted() };
        const own = await isStore(resolve(shell.cwd, path));
        done(
          readOnly && !own
            ? await show(path, showing, shell)
            : await work(
                path,
                { ...showing, readOnly, anyway, ...(as !== undefined && { as }), ...(into !== undefined && { into }) },
                shell,
              ),
        );
      },
    );
};
