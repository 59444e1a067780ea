import { asked, changing, desk, saving } from './desk.ts';
import { UNREACHED } from './fetched.ts';
import type { Place } from './router.ts';
import { notice, say, undone } from './say.ts';
import { isHere, stepWords } from './step.ts';
import { WORDS } from './words.ts';

/** Resolves when no change is on its way to the desk: only then the last step is the reader’s last. */
const settled = (): Promise<void> =>
  new Promise((resolve) => {
    if (saving.now().kind !== 'saving') return resolve();
    const end = saving.subscribe(() => {
      if (saving.now().kind === 'saving') return;
      end();
      resolve();
    });
  });

/** The step that the line asks about; asked again, it is taken back. */
let inQuestion: { readonly seq: number; readonly says: string } | undefined;

const turned = async (which: 'undo' | 'redo', place: Place | undefined): Promise<void> => {
  await settled();
  const head = await asked(desk.api.head.$get()).catch(() => ({ ok: false, problems: [UNREACHED] }) as const);
  const step = head.ok ? head.value[which] : undefined;
  if (which === 'undo' && step !== undefined && !isHere(step, place)) {
    const says = (step.what === 'capture' ? WORDS.undoCapture : WORDS.undoFirst)(stepWords(step));
    const confirmed = inQuestion?.seq === step.seq && notice.now()?.says === inQuestion.says;
    inQuestion = confirmed ? undefined : { seq: step.seq, says };
    if (!confirmed) return say(says);
  }
  const outcome = await changing(() => desk.api.undo.$post({ json: { which } }));
  if (!outcome.ok) {
    saving.set({ kind: 'saved' }); // that there is nothing to undo is no fault of saving
    return say(outcome.problems.map(({ says }) => says).join(' '), { fault: true });
  }
  const words = stepWords(step ?? outcome.value);
  say(which === 'undo' ? WORDS.undone(words) : WORDS.redone(words));
  undone.set(outcome.value.touched);
};

let queue: Promise<void> = Promise.resolve();

/** Takes back the last step, or does it again, one after the other; a step that is not in view is named and asked about first. */
export const turn = (which: 'undo' | 'redo', place: Place | undefined): Promise<void> => {
  queue = queue.then(() => turned(which, place));
  return queue;
};
