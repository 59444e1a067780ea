import type { Problem } from '@entente/core/vocabulary';
import { terminal, wrapped } from '../export/text.ts';
import { problemLines, type Shell } from './shell.ts';

/** Of one kind, so many are told one by one before a person; the others are counted. */
const ONE_BY_ONE = 5;

type Ink = (words: string) => string;

const inks = (shell: Shell): Readonly<Record<'strong' | 'wrong' | 'faint', Ink>> => {
  const ink = (code: string): Ink =>
    shell.colour === true ? (words) => `\x1b[${code}m${words}\x1b[0m` : (words) => words;
  return { strong: ink('1'), wrong: ink('31'), faint: ink('2') };
};

const placeOf = ({ at: [file, ...path] }: Problem): string => {
  const name = String(file ?? '').replaceAll('\n', ' ');
  return terminal(path.length > 0 && !/:\d/.test(name) ? `${name} (${path.join(' › ')})` : name);
};

/** What is told in the same words of many files is told once, with their names. */
const gathered = (problems: readonly Problem[]): readonly (readonly [Problem, ...Problem[]])[] => {
  const groups = new Map<string, [Problem, ...Problem[]]>();
  for (const problem of problems) {
    const key = `${problem.code} ${problem.says}`;
    const group = groups.get(key);
    if (group) group.push(problem);
    else groups.set(key, [problem]);
  }
  return [...groups.values()];
};

const namesOf = (group: readonly Problem[]): string => {
  const names = [...new Set(group.map(placeOf))];
  const shown = names.slice(0, ONE_BY_ONE).join(', ');
  return names.length > ONE_BY_ONE ? `${shown} and ${(names.length - ONE_BY_ONE).toLocaleString('en-US')} more` : shown;
};

const listed = (head: string, sign: string, problems: readonly Problem[], shell: Shell): string => {
  if (problems.length === 0) return '';
  const { strong, faint } = inks(shell);
  const width = Math.min(Math.max(shell.columns, 40), 100);
  const lines = [strong(head)];
  const ofKind = new Map<string, number>();
  let [left, last] = [0, ''];
  for (const group of gathered(problems)) {
    const [{ code, says }] = group;
    const count = (ofKind.get(code) ?? 0) + 1;
    ofKind.set(code, count);
    if (count > ONE_BY_ONE) {
      left += group.length;
      last = code;
      continue;
    }
    const names = namesOf(group);
    if (names !== '') lines.push(wrapped(names, width, '    ', '  ').replace(/^ {2}/, `${sign} `));
    lines.push(wrapped(`${says} [${code}]`, width, '    ').replace(/\[[\w/-]+\]$/, faint));
  }
  if (left > 0) {
    const kind = ofKind.size === 1 ? ` (${last})` : '';
    lines.push(
      wrapped(
        `and ${left.toLocaleString('en-US')} more of these kinds${kind}. All are listed where no terminal is: 2>&1 | less`,
        width,
        '    ',
        '  ',
      ),
    );
  }
  return `${lines.join('\n')}\n`;
};

const counted = (count: number, one: string): string =>
  `${count.toLocaleString('en-US')} ${one}${count === 1 ? '' : 's'}`;

/**
 * What was wrong and what a person should know: before a person in two lists that fit the terminal, the same told once; elsewhere one a line,
 * all of them.
 */
export const toldLines = (problems: readonly Problem[], notes: readonly Problem[], shell: Shell): string => {
  if (!shell.terminal) return problemLines([...problems, ...notes]);
  const { wrong, faint } = inks(shell);
  const [first, second] = [
    listed(counted(problems.length, 'problem'), wrong('!'), problems, shell),
    listed(counted(notes.length, 'note'), faint('·'), notes, shell),
  ];
  return [first, second]
    .filter((list) => list !== '')
    .map((list) => `${list}\n`)
    .join('');
};

/** Why a command cannot go on: before a person broken between words, elsewhere one a line. */
export const unusableLines = (problems: readonly Problem[], shell: Shell): string => {
  if (!shell.terminal) return problemLines(problems);
  const width = Math.min(Math.max(shell.columns, 40), 100);
  return problems.map((one) => `${wrapped(problemLines([one]).trimEnd(), width, '  ', '')}\n`).join('');
};
