import { resolve } from 'node:path';
import { terminal } from '../export/text.ts';
import { openStore } from '../store/open-store.ts';
import type { Entry } from '../store/record.ts';
import { coderNamed } from './coder.ts';
import type { Register } from './main.ts';
import { type Shell, Unusable } from './shell.ts';
import { toldLines } from './told.ts';

const wholeNumber = (text: string): number => {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new Unusable([
    { code: 'log/limit', at: ['--limit'], says: `“${text}” is no number of entries. Give 1 or more.` },
  ]);
};

/** `12  2026-11-22 01:10  Anna  accept  statement s1  “why”` */
const line = ({ seq, at, by, what, why, changes, size, undoes, redoes }: Entry): string => {
  const first = changes[0];
  const things = first === undefined ? '' : `${first.kind} ${first.id}${size > 1 ? ` and ${size - 1} more` : ''}`;
  const turned = undoes === undefined ? (redoes === undefined ? '' : ` of ${redoes}`) : ` of ${undoes}`;
  const who = by.kind === 'person' ? by.name : `${by.name} (${by.kind})`;
  const told = `${String(seq).padStart(5)}  ${at.slice(0, 10)} ${at.slice(11, 16)}  ${who}  ${what}${turned}  ${things}`;
  return terminal(why === undefined ? told : `${told}  “${why}”`);
};

/** `entente log DOSSIER`: who did what, the last first. */
export const log: Register = (program, shell, done) => {
  program
    .command('log')
    .description('who did what in a dossier, the last first')
    .argument('<dossier>', 'the dossier')
    .option('--limit <entries>', 'how many', wholeNumber, 20)
    .option('--json', 'as JSON, with what each record was before and after')
    .action(async (dossier: string, options: { limit: number; json?: boolean }) => {
      const store = await openStore(resolve(shell.cwd, dossier), { readOnly: true });
      if (!store.ok) throw new Unusable(store.problems);
      const entries = await store.value.log({ limit: options.limit });
      await store.value.close();
      shell.out(
        options.json ? `${JSON.stringify(entries, null, 2)}\n` : entries.map((one) => `${line(one)}\n`).join(''),
      );
      done(0);
    });
};

const turned = async (
  dossier: string,
  which: 'undo' | 'redo',
  name: string | undefined,
  shell: Shell,
): Promise<0 | 1> => {
  const store = await openStore(resolve(shell.cwd, dossier));
  if (!store.ok) throw new Unusable(store.problems);
  try {
    shell.err(toldLines([], store.value.notes, shell));
    const before = (await store.value.undoable())[which];
    const entry = await store.value[which](coderNamed(name));
    if (!entry.ok) {
      for (const { says } of entry.problems) shell.err(`${says}\n`);
      return 1;
    }
    if (before) shell.out(`${which === 'undo' ? 'Taken back' : 'Done again'}:\n${line(before)}\n`);
    const next = (await store.value.undoable()).undo;
    if (which === 'undo' && before?.what === 'capture' && next?.what === 'capture')
      shell.err(`Documents that came in before stay; the next undo would take back:\n${line(next)}\n`);
    return 0;
  } finally {
    await store.value.close();
  }
};

/** `entente undo DOSSIER`, `entente redo DOSSIER`. */
export const undoRedo: Register = (program, shell, done) => {
  for (const [which, says] of [
    ['undo', 'take back the last thing that a person did in a dossier'],
    ['redo', 'do again what was taken back last'],
  ] as const)
    program
      .command(which)
      .description(says)
      .argument('<dossier>', 'the dossier')
      .option('--by <name>', 'who does it, for the log; else the name of the account')
      .action(async (dossier: string, options: { by?: string }) =>
        done(await turned(dossier, which, options.by, shell)),
      );
};
