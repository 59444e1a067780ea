import type { Problem } from '@entente/core/vocabulary';
import { terminal } from '../export/text.ts';

/** Where a command writes, and what it may know of its surroundings. Tests hand in their own. */
export interface Shell {
  /** The answer: stdout. */
  readonly out: (text: string) => void;
  /** Everything else: stderr. */
  readonly err: (text: string) => void;
  /** True when stderr is a terminal: progress bars and colour are welcome. */
  readonly terminal: boolean;
  /** True when stdout is a terminal. */
  readonly outTerminal: boolean;
  /** Whether colour is welcome on stderr; the person may have said no (NO_COLOR). */
  readonly colour?: boolean;
  /** Columns of the terminal, 80 when unknown. */
  readonly columns: number;
  readonly cwd: string;
}

/** 0 fine, 1 the answer is no or something was found wrong, 2 unusable input. */
export type ExitCode = 0 | 1 | 2;

/** Thrown by a command that cannot go on; printed as its problems, exit 2. */
export class Unusable extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(({ says }) => says).join('\n'));
    this.problems = problems;
  }
}

/** One problem a line: `conflict.yaml:12:7  Option “relase” is not known. …  [conflict/unknown-option]` */
export const problemLines = (problems: readonly Problem[]): string =>
  problems
    .map(({ at, says, code }) => {
      const [file, ...path] = at;
      const place = path.length > 0 && !/:\d/.test(String(file)) ? `${file} (${path.join(' › ')})` : `${file ?? ''}`;
      // names of files and words of sources do nothing to a terminal
      return `${terminal(`${place.replaceAll('\n', ' ')}${place ? ': ' : ''}${says}`)} [${code}]\n`;
    })
    .join('');
