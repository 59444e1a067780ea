import type { Taking } from 'entente/http/app';
import { cell } from '../shared/cell.ts';
import { changing, desk, saving } from '../shared/desk.ts';
import { say } from '../shared/say.ts';
import { WORDS } from './words.ts';

/** What became of the files that were added last, and whether some are being read now. */
export const taking = cell<{ readonly going: boolean; readonly last?: Taking }>({ going: false });

const AT_ONCE = 200;

const none: Taking = { files: [], problems: [], notes: [] };

const both = (a: Taking, b: Taking): Taking => ({
  files: [...a.files, ...b.files],
  problems: [...a.problems, ...b.problems],
  notes: [...a.notes, ...b.notes],
});

/** Sends files to the desk, some at a time. What the desk refuses as a whole is shown beside what it took. */
export const takeIn = async (files: readonly File[]): Promise<void> => {
  if (files.length === 0) return;
  if (taking.now().going) return say(WORDS.stillTaking, { fault: true });
  taking.set({ going: true });
  let all = none;
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const some = files.slice(at, at + AT_ONCE);
    const outcome = await changing(() =>
      desk.api.files.$post({ query: { work: `take-in-${crypto.randomUUID()}` }, form: { file: some } }),
    );
    if (outcome.ok) all = both(all, outcome.value);
    else {
      saving.set({ kind: 'saved' }); // what is wrong stands on the page, file by file
      all = both(all, { ...none, problems: outcome.problems });
      break;
    }
    if (all.files.some((one) => one.outcome === 'stopped')) break;
  }
  taking.set({ going: false, last: all });
};

export const putAway = (): void => taking.set({ going: false });
