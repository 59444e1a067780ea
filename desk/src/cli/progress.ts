import type { Shell } from './shell.ts';

const SHOWN_AFTER = 1_000;
const EVERY = 100;

/** A line on the terminal that says how far something is; nothing within the first second, and nothing off a terminal. */
export interface Progress {
  readonly say: (words: string) => void;
  readonly end: () => void;
}

export const progress = (
  shell: Pick<Shell, 'err' | 'terminal' | 'columns'>,
  now: () => number = Date.now,
): Progress => {
  const begun = now();
  let last = begun + SHOWN_AFTER - EVERY;
  let shown = false;
  return {
    say: (words) => {
      if (!shell.terminal || now() - last < EVERY) return;
      last = now();
      shown = true;
      shell.err(`\r\x1b[2K${words.slice(0, Math.max(20, shell.columns - 1))}`);
    },
    end: () => {
      if (shown) shell.err('\r\x1b[2K');
    },
  };
};

/**
 * Runs a search to its end, letting other things happen now and then, so that Ctrl-C can stop it: what is known is then the answer.
 */
export const searched = async <Step, Answer>(
  search: Generator<Step, Answer, boolean | undefined>,
  onStep: (step: Step) => void,
  stopped: () => boolean = () => false,
): Promise<Answer> => {
  let pause = Date.now();
  let stop = false;
  for (;;) {
    const step = search.next(stop);
    if (step.done) return step.value;
    if (Date.now() - pause < 50) continue;
    onStep(step.value);
    await new Promise((resolve) => setImmediate(resolve));
    stop = stopped();
    pause = Date.now();
  }
};

/** Says when Ctrl-C was pressed, in place of ending the program; `end` gives Ctrl-C back. */
export const interruption = (): { readonly stopped: () => boolean; readonly end: () => void } => {
  let stopped = false;
  const stop = () => {
    stopped = true;
  };
  process.once('SIGINT', stop);
  return { stopped: () => stopped, end: () => void process.off('SIGINT', stop) };
};
