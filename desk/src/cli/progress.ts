import type { Shell } from './shell.ts';

const SHOWN_AFTER = 1_000;
const EVERY = 100;

/** Letters that take two columns, and those that take none. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uFF01-\uFF60]/u;
const NONE = /\p{M}|\u200B|\u200C|\u200D/u; // signs that choose a form of a letter are marks too

/** As much of a text as has room in so many columns. */
export const fitted = (text: string, columns: number): string => {
  let [out, width] = ['', 0];
  for (const letter of text) {
    width += NONE.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1;
    if (width > columns) break;
    out += letter;
  }
  return out;
};

const BAR = 20;

/** `Capturing  ██████░░░░░░░░░░░░░░  412 of 1,000  reports/kyodo.html` */
export const bar = (what: string, done: number, all: number, at = ''): string => {
  const full = all === 0 ? BAR : Math.min(BAR, Math.round((done / all) * BAR));
  const count = `${done.toLocaleString('en-US')} of ${all.toLocaleString('en-US')}`;
  return `${what}  ${'█'.repeat(full)}${'░'.repeat(BAR - full)}  ${count}${at === '' ? '' : `  ${at}`}`;
};

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
      shell.err(`\r\x1b[2K${fitted(words, Math.max(20, shell.columns - 1))}`);
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
