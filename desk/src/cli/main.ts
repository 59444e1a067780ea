import { Command, CommanderError } from 'commander';
import { add } from './add.ts';
import { analyze } from './analyze.ts';
import { chronicle } from './chronicle.ts';
import { draft } from './draft.ts';
import { log, undoRedo } from './log.ts';
import { open } from './open.ts';
import { positions } from './positions.ts';
import { read } from './read.ts';
import { report } from './report.ts';
import { backup, exported, restore } from './safe.ts';
import { settle } from './settle.ts';
import { type ExitCode, type Shell, Unusable } from './shell.ts';
import { unusableLines } from './told.ts';
import { verify } from './verify.ts';
import { why } from './why.ts';

/** Adds one command to the program; its action ends by giving the exit code to `done`. */
export type Register = (program: Command, shell: Shell, done: (code: ExitCode) => void) => void;

/** Runs one command with a shell; `verify` runs others by it. */
export type Main = (args: readonly string[], shell: Shell) => Promise<ExitCode>;

const COMMANDS: readonly Register[] = [
  open,
  add,
  report,
  why,
  positions,
  chronicle,
  read,
  analyze,
  draft,
  settle,
  verify((args, shell) => main(args, shell)),
  exported,
  backup,
  restore,
  log,
  undoRedo,
];

const terminalShell = (): Shell => {
  const dumb = process.env['TERM'] === 'dumb'; // it shows what is meant to move the cursor
  const terminal = process.stderr.isTTY === true && !dumb;
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    terminal,
    outTerminal: process.stdout.isTTY === true && !dumb,
    colour: terminal && !process.env['NO_COLOR'],
    columns: process.stdout.columns ?? process.stderr.columns ?? 80,
    cwd: process.cwd(),
  };
};

/**
 * Runs one command of `entente`. Answers go to stdout, everything else to stderr.
 *
 * @returns the exit code: 0 fine, 1 the answer is no, 2 unusable input
 */
export const main = async (args: readonly string[], shell: Shell = terminalShell()): Promise<ExitCode> => {
  let exit: ExitCode = 0;
  const width = () => Math.min(Math.max(shell.columns, 60), 100);
  const output = { writeOut: shell.out, writeErr: shell.err, getOutHelpWidth: width, getErrHelpWidth: width };
  const program = new Command('entente')
    .description('From a folder of reports to who stands where, on what condition and why, and to what can hold.')
    .version('0.1.0')
    .exitOverride()
    .configureOutput(output)
    .configureHelp({
      subcommandTerm: (command) => `${command.name()} ${command.usage()}`.replace('[options]', '').replace(/ +/g, ' '),
    })
    .showHelpAfterError('(entente --help lists the commands)');
  for (const register of COMMANDS)
    register(program, shell, (code) => {
      exit = code;
    });
  for (const command of program.commands) command.exitOverride().configureOutput(output);
  try {
    if (args.length === 0) {
      program.outputHelp();
      return 0;
    }
    const [first = ''] = args;
    const known = ['help', ...program.commands.map((command) => command.name())];
    if (!first.startsWith('-') && !known.includes(first)) {
      shell.err(`There is no command “${first}”. entente --help lists the commands.\n`);
      return 2;
    }
    await program.parseAsync([...args], { from: 'user' });
    return exit;
  } catch (fault) {
    if (fault instanceof CommanderError) return fault.exitCode === 0 ? 0 : 2;
    if (fault instanceof Unusable) {
      shell.err(unusableLines(fault.problems, shell));
      return 2;
    }
    throw fault;
  }
};
