import type { Shell } from './shell.ts';

/** A shell that keeps what is said to it, for commands that run others and for tests. */
export interface Listening {
  readonly shell: Shell;
  readonly out: () => string;
  readonly err: () => string;
}

export const listening = (cwd: string, columns = 100): Listening => {
  const [out, err]: [string[], string[]] = [[], []];
  return {
    shell: {
      out: (text) => {
        out.push(text);
      },
      err: (text) => {
        err.push(text);
      },
      terminal: false,
      outTerminal: false,
      columns,
      cwd,
    },
    out: () => out.join(''),
    err: () => err.join(''),
  };
};
