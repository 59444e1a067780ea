import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { sha256, VERSION } from '../settlement/record.ts';
import { firstDifference } from '../settlement/verify.ts';
import { listening } from './listening.ts';
import type { Main, Register } from './main.ts';
import { verifyDossier } from './safe.ts';
import { Unusable } from './shell.ts';

interface Recorded {
  readonly entente: string;
  readonly command: string;
  readonly input: { readonly file: string; readonly sha256: string };
  readonly question: Readonly<Record<string, unknown>>;
}

const isRecord = (value: unknown): value is Recorded => {
  if (typeof value !== 'object' || value === null) return false;
  const { command, input, question } = value as Partial<Recorded>;
  return (
    typeof command === 'string' &&
    typeof input?.file === 'string' &&
    typeof input.sha256 === 'string' &&
    typeof question === 'object' &&
    question !== null
  );
};

/** The inputs of a result: it holds them beside `result`, or under `record` where the result has the top to itself. */
const recordOf = (value: unknown): Recorded | undefined => {
  if (isRecord(value)) return value;
  const within = typeof value === 'object' && value !== null && 'record' in value ? value.record : undefined;
  return isRecord(within) ? within : undefined;
};

/** A result without what may differ between two that say the same: the version, and the file with its hash. */
const resultOf = (value: unknown): unknown => {
  const { entente: _, input: __, record, ...rest } = Object(value);
  return record === undefined ? rest : { ...rest, record: resultOf(record) };
};

const flagsOf = (question: Recorded['question']): string[] =>
  Object.entries(question).flatMap(([name, value]) => {
    const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    if (value === false || value === undefined) return [];
    return value === true ? [flag] : [flag, String(value)];
  });

/** `entente verify DOSSIER|RESULT.json`: looks at all of a dossier, or makes a recorded result again and names the first difference. */
export const verify =
  (main: Main): Register =>
  (program, shell, done) => {
    program
      .command('verify')
      .description(
        'looks whether a dossier or a backup is as it was written; or makes a result again that was written with --json, and names the first difference',
      )
      .argument('<dossier-or-result>', 'a dossier, a backup, or a result of settle --json or analyze --json')
      .option('--json', 'what was found in a dossier, as JSON')
      .option('--input <file>', 'the conflict file, when it does not lie beside the result')
      .action(async (path: string, options: { input?: string; json?: boolean }) => {
        const at = resolve(shell.cwd, path);
        if ((await stat(at).catch(() => undefined))?.isDirectory()) {
          done(await verifyDossier(path, options.json === true, shell));
          return;
        }
        const text = await readFile(at, 'utf8').catch(() => {
          throw unusable(
            path,
            'There is no such dossier or file, or it may not be read. Name a dossier, a backup, or a result that was written with --json.',
          );
        });
        const before = parsed(text);
        const recorded = recordOf(before);
        if (!recorded)
          throw unusable(
            path,
            'This is no recorded result: it needs “command”, “input” and “question”, by themselves or in “record”.',
          );
        const input = options.input ? resolve(shell.cwd, options.input) : join(dirname(at), recorded.input.file);
        const bytes = await readFile(input).catch(() => {
          throw unusable(input, 'The file that the result was made from is not there. Name it with --input.');
        });
        const changed = sha256(bytes) !== recorded.input.sha256;
        const again = listening(shell.cwd);
        await main([recorded.command, input, ...flagsOf(recorded.question), '--json'], again.shell);
        const made = parsed(again.out());
        if (!recordOf(made)) throw unusable(path, `The result cannot be made again: ${again.err().trim()}`);
        const difference = firstDifference(resultOf(before), resultOf(made), '');
        if (changed)
          shell.out(
            `${recorded.input.file} has changed since: its SHA-256 is no longer ${recorded.input.sha256.slice(0, 12)}….\n`,
          );
        if (recorded.entente !== VERSION)
          shell.out(`It was made by version ${recorded.entente}; this is ${VERSION}.\n`);
        if (difference) {
          const { at: place, recorded: was, made: is } = difference;
          shell.out(
            `First difference, at ${place.slice(1)}: recorded ${JSON.stringify(was)}, now ${JSON.stringify(is)}.\n`,
          );
        } else if (!changed) shell.out('Made again, and the same.\n');
        done(difference || changed ? 1 : 0);
      });
  };

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const unusable = (path: string, says: string) => new Unusable([{ code: 'verify/unusable', at: [path], says }]);
